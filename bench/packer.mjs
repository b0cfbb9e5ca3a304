// Bantam's own packer against UPX: size, time to pack, what a start costs, and a changed build against the bare tools.
// node bench/packer.mjs [FOLDER]   needs go and upx. FOLDER: static Go programs as NAME-amd64 and NAME-arm64 to measure beside the examples
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, node24, root } from '../scripts/setup.mjs'
import { keepResult } from './results.mjs'
import { change, checkOut, median, must, servicesNamed } from './services.mjs'

const ROUNDS = 2
const BUILDS = 9
const UPX_ARGS = ['--best', '--lzma']
const GO_BUILD = ['build', '-trimpath', '-buildvcs=false', '-tags', 'netgo,osusergo', '-ldflags', '-s -w']
const CLI = path.join(root, 'dist/cli.js')

ensureDependencies()
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
mkdirSync(path.join(work, 'tmp'))
const gocache = must('go', ['env', 'GOCACHE']).trim()
Object.assign(process.env, { TMPDIR: path.join(work, 'tmp'), CGO_ENABLED: '0', GOCACHE: gocache })
const upx = /^upx (\S+)/.exec(must('upx', ['--version']))?.[1] ?? ''

const [folder] = process.argv.slice(2)
const programs = [...examples(), ...(folder === undefined ? [] : inFolder(path.resolve(folder)))]
const rows = programs.map(measure)
const builds = ['hash', 'proxy'].map(changedBuild)
keepResult(
  'Packer',
  ['node bench/packer.mjs', ...(folder === undefined ? [] : ['FOLDER'])].join(' '),
  report(),
)

function examples() {
  return ['hash', 'proxy'].flatMap(name =>
    ['amd64', 'arm64'].map(architecture => {
      const file = path.join(work, `${name}-${architecture}`)
      const env = { ...process.env, GOARCH: architecture }
      must('go', [...GO_BUILD, '-o', file, '.'], { cwd: path.join(root, 'examples', name), env })
      return { name, architecture, file }
    }),
  )
}

function inFolder(directory) {
  return readdirSync(directory)
    .map(file => [file, /^(.+)-(amd64|arm64)$/.exec(file)])
    .filter(([, match]) => match !== null)
    .map(([file, [, name, architecture]]) => ({ name, architecture, file: path.join(directory, file) }))
    .sort((a, b) => statSync(a.file).size - statSync(b.file).size)
}

/** Packs, and where this machine runs it, proves: the proof measures what a start costs. */
function measure({ name, architecture, file }) {
  console.error(`${name} ${architecture} …`)
  const linked = statSync(file).size
  const ours = { ms: [], cpu: [], memory: [] }
  const theirs = { ms: [], cpu: [], memory: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    if (architecture === 'amd64') {
      packWithBantam(file, ours)
      packWithProof(file, theirs)
    } else {
      packAlone(file, ours)
      packWithUpx(file, theirs)
    }
  }
  return { name, architecture, linked, ours, theirs }
}

function packWithBantam(file, into) {
  record(weighed(file, ['--packer', 'bantam']), into)
}

function packWithProof(file, into) {
  record(weighed(file, ['--packer', 'upx', '--upx-version', upx]), into)
}

/** Without a proof, which an emulator would make. The time has Node's own start in it. */
function packAlone(file, into) {
  const packed = path.join(work, 'packed')
  rmSync(packed, { force: true })
  const source = path.join(root, 'src/pack/bantam/pack-file.ts')
  const task = JSON.stringify({ linked: file, packed, cores: availableParallelism() })
  const script = `import { packFile } from ${JSON.stringify(source)}
const answer = await packFile(${task})
if (answer.kind !== 'packed') throw new Error(answer.why)`
  const started = performance.now()
  must(node24, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script])
  into.ms.push(performance.now() - started)
  into.size = statSync(packed).size
}

function record({ weighIn, binary }, into) {
  const stage = weighIn.stages.find(one => one.stage === 'pack')
  into.ms.push(stage.ms)
  into.size = binary.shippedSize
  into.cpu.push(binary.price?.processorMs ?? null)
  into.memory.push(binary.price?.memory ?? null)
}

/** Bantam ships no arm64 program that UPX packed, so UPX runs by itself. */
function packWithUpx(file, into) {
  const packed = path.join(work, 'packed')
  rmSync(packed, { force: true })
  const started = performance.now()
  execFileSync('upx', [...UPX_ARGS, '-qq', '-o', packed, file], { stdio: 'ignore' })
  into.ms.push(performance.now() - started)
  into.size = statSync(packed).size
}

function weighed(file, args) {
  const cache = mkdtempSync(path.join(work, 'cache-'))
  const more = ['--budget', 'none', '--pack', 'require', '--platforms', 'linux/amd64', '--json']
  const output = ['--output', path.join(cache, 'image')]
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const printed = must(node24, [CLI, 'build', '--binary', file, ...more, ...output, ...args], {
    cwd: work,
    env,
  })
  rmSync(cache, { recursive: true })
  const weighIn = JSON.parse(printed)
  return { weighIn, binary: weighIn.images[0].platforms[0].binaries[0] }
}

/** A changed build, with the bare tools and with Bantam, which also proves, assembles and weighs. */
function changedBuild(name) {
  console.error(`${name}, changed …`)
  const [service] = servicesNamed([name])
  const directory = checkOut(service, path.join(work, 'changed'))
  const linked = path.join(work, 'bare-linked')
  const sides = {
    bare: () => {
      must('go', [...GO_BUILD, '-o', linked, '.'], { cwd: directory })
      rmSync(`${linked}.packed`, { force: true })
      execFileSync('upx', [...UPX_ARGS, '-qq', '-o', `${linked}.packed`, linked], { stdio: 'ignore' })
    },
    bantam: () => image(directory, name),
  }
  const times = { bare: [], bantam: [] }
  change(directory, service, 'warm')
  for (const run of Object.values(sides)) run()
  for (let round = 0; round < BUILDS; round += 1)
    for (const [side, run] of Object.entries(sides)) {
      change(directory, service, `${side}-${round}`)
      const started = performance.now()
      run()
      times[side].push(performance.now() - started)
    }
  return { name, times, ...image(directory, name) }
}

function image(directory, name) {
  const output = path.join(work, 'image')
  const args = ['--packer', 'bantam', '--budget', 'none', '--baseline', 'none', '--json', '--output', output]
  const weighIn = JSON.parse(must(node24, [CLI, 'build', `.=${name}`, ...args], { cwd: directory }))
  if (!existsSync(output)) throw new Error('no image was written')
  return { size: weighIn.images[0].platforms[0].sizes.imageSize }
}

function report() {
  const ms = values => `${Math.min(...values).toFixed(0)} / ${median(values).toFixed(0)}`
  const of = (ours, theirs) => (ours / theirs).toFixed(3)
  const n = value => value.toLocaleString('en-US')
  const least = (values, side) => Math.min(...values.filter(one => one !== null).map(one => one[side]))
  const sizes = rows.map(
    ({ name, architecture, linked, ours, theirs }) =>
      `| ${name} | ${architecture} | ${n(linked)} | ${n(theirs.size)} | ${n(ours.size)} | ${of(ours.size, theirs.size)} | ${ms(theirs.ms)} | ${ms(ours.ms)} | ${of(median(ours.ms), median(theirs.ms))} |`,
  )
  const starts = rows
    .filter(({ architecture }) => architecture === 'amd64')
    .map(({ name, ours, theirs }) => {
      const cpu = [least(ours.cpu, 'linked'), least(theirs.cpu, 'shipped'), least(ours.cpu, 'shipped')]
      const memory = [least(theirs.memory, 'shipped'), least(ours.memory, 'shipped')]
      return `| ${name} | ${cpu.map(value => value.toFixed(1)).join(' | ')} | ${of(cpu[2], cpu[1])} | ${memory.map(value => (value / 1e6).toFixed(1)).join(' | ')} | ${of(memory[1], memory[0])} |`
    })
  const changed = builds.map(
    ({ name, times, size }) =>
      `| ${name} | ${ms(times.bare)} | ${ms(times.bantam)} | ${of(median(times.bantam), median(times.bare))} | ${n(size)} |`,
  )
  return `Bantam's own packer and \`upx ${UPX_ARGS.join(' ')}\`, on the same linked files.

### Bytes, and time to pack in milliseconds (minimum / median of ${ROUNDS})

| | | linked | UPX | Bantam | of UPX | UPX, ms | Bantam, ms | of UPX |
|---|---|--:|--:|--:|--:|--:|--:|--:|
${sizes.join('\n')}

### A start: processor time in milliseconds and private memory in MB, least of ${ROUNDS} proofs

| | linked, ms | UPX, ms | Bantam, ms | of UPX | UPX, MB | Bantam, MB | of UPX |
|---|--:|--:|--:|--:|--:|--:|--:|
${starts.join('\n')}

### A changed build in milliseconds (minimum / median of ${BUILDS})

\`bare\`: \`go build\` and \`upx\`. Bantam compiles, packs with ${availableParallelism()} cores, proves, assembles and weighs. Bytes: of the whole image.

| | bare | Bantam | of bare | image |
|---|--:|--:|--:|--:|
${changed.join('\n')}
`
}
