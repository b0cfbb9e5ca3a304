// Sizes and wall time of Bantam against the bare tools (go build, upx) and ko, paired in the same run.
// node bench/run.mjs [service …]   needs go, upx, ko, crane and docker-registry; keeps its result in bench/RESULTS.md when all services ran
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, goInstall, node24, root, toolsDirectory } from '../scripts/setup.mjs'
import { baseImage, startRegistry } from './registry.mjs'
import { keepResult } from './results.mjs'
import { change, checkOut, median, must, SERVICES } from './services.mjs'

const UPX = ['--best', '--lzma', '-qq']
const GO_BUILD = ['build', '-trimpath', '-buildvcs=false', '-tags', 'netgo,osusergo', '-ldflags', '-s -w']

ensureDependencies()
goInstall('crane', 'github.com/google/go-containerregistry/cmd/crane@v0.22.1')
goInstall('ko', 'github.com/google/ko@v0.19.1')
process.env.PATH = [toolsDirectory, process.env.PATH].join(path.delimiter)
process.env.CGO_ENABLED = '0'

const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
process.env.XDG_CACHE_HOME = path.join(work, 'cache')
process.env.GOCACHE ??= spawnSync('go', ['env', 'GOCACHE'], {
  encoding: 'utf8',
  env: { ...process.env, XDG_CACHE_HOME: '' },
}).stdout.trim()

const registry = await startRegistry(work)
const wanted = SERVICES.filter(({ name }) => process.argv.length < 3 || process.argv.includes(name))
const rows = []
for (const service of wanted) rows.push(await measure(service))
const start = startToFirstLine()
registry.stop()
const text = report(rows, start)
if (wanted.length === SERVICES.length) keepResult('Against the bare tools and ko', 'node bench/run.mjs', text)
else console.log(text)

async function measure(service) {
  console.error(`${service.name} …`)
  const directory = checkOut(service, work)
  const tools = {
    bare: () => bare(directory, service),
    bantam: () => bantam(directory, service, ['--output', path.join(work, 'out', service.name)]),
    ko: () => ko(directory, service),
    'bantam --push': () =>
      bantam(directory, service, [
        '--push',
        '--image',
        `${registry.address}/bantam/${service.name}`,
        '--tags',
        'bench',
      ]),
  }
  // Once each, so that every cache that is kept between runs is warm; then what a change and no change cost.
  for (const run of Object.values(tools)) run()
  const changed = Object.fromEntries(Object.keys(tools).map(name => [name, []]))
  const unchanged = Object.fromEntries(Object.keys(tools).map(name => [name, []]))
  for (let round = 0; round < service.runs; round++) {
    for (const [name, run] of Object.entries(tools)) {
      change(directory, service, `${name}-${round}`)
      changed[name].push(seconds(run))
      unchanged[name].push(seconds(run))
    }
  }
  rmSync(path.join(directory, service.main, 'bench_change.go'), { force: true })
  for (const run of Object.values(tools)) run()
  return { service, sizes: sizes(service), changed, unchanged }
}

function bare(directory, { name, main }) {
  const [linked, packed] = [path.join(work, `${name}.linked`), path.join(work, `${name}.packed`)]
  rmSync(packed, { force: true })
  must('go', [...GO_BUILD, '-o', linked, main], { cwd: directory })
  must('upx', [...UPX, '-o', packed, linked])
}

function bantam(directory, { name, main, certificates }, out) {
  const roots = certificates ? 'system' : 'none'
  const settings = ['--certificates', roots, '--sbom', 'none', '--budget', 'none', '--json']
  const args = ['build', `${main}=${name}`, ...settings, ...out]
  return JSON.parse(must(node24, [path.join(root, 'dist/cli.js'), ...args], { cwd: directory }))
}

function ko(directory, { name, main, certificates }) {
  const env = {
    ...process.env,
    KO_DOCKER_REPO: `${registry.address}/ko/${name}`,
    KO_DEFAULTBASEIMAGE: baseImage(registry.address, certificates, work),
    KOCACHE: path.join(work, 'kocache'),
  }
  must(
    'ko',
    ['build', '--bare', '--sbom=none', '--insecure-registry', '--platform=linux/amd64', '--tags=bench', main],
    { cwd: directory, env },
  )
}

function sizes({ name }) {
  return {
    linked: statSync(path.join(work, `${name}.linked`)).size,
    packed: statSync(path.join(work, `${name}.packed`)).size,
    bantam: pulled(`${registry.address}/bantam/${name}:bench`),
    ko: pulled(`${registry.address}/ko/${name}:bench`),
  }
}

/** Bytes of manifest, config and layers: what a pull transfers. */
function pulled(reference) {
  const text = must('crane', ['manifest', '--insecure', '--platform', 'linux/amd64', reference])
  const { config, layers } = JSON.parse(text)
  return Buffer.byteLength(text.trimEnd()) + config.size + layers.reduce((sum, { size }) => sum + size, 0)
}

/** The action's first line of log, in milliseconds, of runs that end at once for want of a main package. */
function startToFirstLine() {
  const empty = path.join(work, 'empty')
  mkdirSync(empty, { recursive: true })
  const script = `const s=performance.now();const c=require('child_process').spawn(process.argv[1],[process.argv[2]],{cwd:process.argv[3],env:{...process.env,GITHUB_ACTIONS:'true',RUNNER_TEMP:process.argv[3]}});c.stdout.once('data',()=>{console.log(performance.now()-s);c.kill()})`
  const args = ['-e', script, node24, path.join(root, 'dist/main.js'), empty]
  return Array.from({ length: 15 }, () => Number(must(node24, args)))
}

function seconds(run) {
  const started = performance.now()
  run()
  return (performance.now() - started) / 1000
}

function ratio(ours, theirs) {
  const ratios = ours.map((value, index) => value / theirs[index])
  return `${Math.min(...ratios).toFixed(2)} / ${median(ratios).toFixed(2)}`
}

function report(rows, start) {
  const n = value => value.toLocaleString('en-US')
  const s = values => `${Math.min(...values).toFixed(2)} / ${median(values).toFixed(2)}`
  return `Runs are paired: each round runs all four after a change of their own, then again unchanged. ko ${must('ko', ['version']).trim()}.

### Sizes, bytes

\`linked\` and \`packed\`: the bare tools' binaries. \`pulled\`: manifest, config and layers in a registry. Certificates: Debian's bundle on both sides, or none. Neither has an SBOM.

| service | linked | packed | pulled, Bantam | pulled, ko | Bantam of ko |
|---|---|---|---|---|---|
${rows.map(({ service, sizes: z }) => `| ${service.name} | ${n(z.linked)} | ${n(z.packed)} | ${n(z.bantam)} | ${n(z.ko)} | ${(z.bantam / z.ko).toFixed(3)} |`).join('\n')}

### Wall time, seconds (minimum / median)

\`bare\`: \`go build\` and \`upx --best --lzma\`. Bantam writes a layout; with \`--push\` it pushes to a local registry, as ko does.

| service | runs | | bare | Bantam | of bare | ko | Bantam --push | of ko |
|---|---|---|---|---|---|---|---|---|
${rows
  .flatMap(({ service, changed, unchanged }) =>
    [
      ['changed', changed],
      ['unchanged', unchanged],
    ].map(
      ([title, t]) =>
        `| ${service.name} | ${service.runs} | ${title} | ${s(t.bare)} | ${s(t.bantam)} | ${ratio(t.bantam, t.bare)} | ${s(t.ko)} | ${s(t['bantam --push'])} | ${ratio(t['bantam --push'], t.ko)} |`,
    ),
  )
  .join('\n')}

### The action's start to its first line of log

${start.length} runs: minimum ${Math.min(...start).toFixed(0)} ms, median ${median(start).toFixed(0)} ms.
`
}
