// A release of several services for several platforms: wall time against the bare tools on all cores, requests against ko,
// the same work split over processes, and how the cost grows with the work.
// node bench/releases.mjs [--only=PART] [DIRECTORY …]   needs go, upx, ko, crane and docker-registry
// PART: wall, requests, processes or growth; without it all four. DIRECTORY: modules to measure beside examples/proxy.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, goInstall, node24, root, toolsDirectory } from '../scripts/setup.mjs'
import { plotOf } from './plot.mjs'
import { baseImage, startRegistry } from './registry.mjs'
import { keepResult } from './results.mjs'
import { change, median, must } from './services.mjs'

const RUNS = 3
const PLATFORMS = ['linux/amd64', 'linux/arm64']
const GO_BUILD = "go build -trimpath -buildvcs=false -tags netgo,osusergo -ldflags '-s -w'"
const CLI = path.join(root, 'dist/cli.js')

ensureDependencies()
goInstall('crane', 'github.com/google/go-containerregistry/cmd/crane@v0.22.1')
goInstall('ko', 'github.com/google/ko@v0.19.1')
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const gocache = must('go', ['env', 'GOCACHE']).trim()
mkdirSync(path.join(work, 'tmp'))
Object.assign(process.env, {
  PATH: [toolsDirectory, process.env.PATH].join(path.delimiter),
  XDG_CACHE_HOME: path.join(work, 'cache'),
  GOCACHE: gocache,
  TMPDIR: path.join(work, 'tmp'),
  CGO_ENABLED: '0',
})

const registry = await startRegistry(work)
const counting = spawn(node24, [path.join(root, 'bench/counting-proxy.mjs'), registry.address], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const proxy = await new Promise(known => counting.stdout.once('data', line => known(String(line).trim())))

const own = { name: 'proxy', directory: path.join(root, 'examples/proxy') }
const words = process.argv.slice(2)
const only = words.find(word => word.startsWith('--only='))?.slice('--only='.length)
const more = words
  .filter(word => !word.startsWith('--'))
  .map(directory => ({ name: path.basename(directory), directory: path.resolve(directory) }))
const groups = [
  [own],
  // Under one name, because the measured modules are whoever's directories were named.
  ...(more.length === 0 ? [] : [more]),
]
/** What is measured, each with the words that its section has in RESULTS.md. */
const PARTS = {
  wall: { title: 'Releases: wall time', run: async () => wallReport(await inTurn(groups, wallTimes)) },
  requests: { title: 'Releases: requests and bytes', run: async () => requestsReport(await requestsOf(own)) },
  processes: {
    title: 'Releases: through plan and merge',
    run: async () => processesReport(await splitOverProcesses()),
  },
  growth: { title: 'Releases: as the work grows', run: async () => growthReport(await growthOfCost()) },
}
if (only !== undefined && PARTS[only] === undefined) throw new Error(`there is no part ${only}`)
const command = ['node bench/releases.mjs', ...more.map(({ name }) => name)].join(' ')
for (const [part, { title, run }] of Object.entries(PARTS))
  if (only === undefined || only === part) keepResult(title, command, await run())
counting.stdin.end()
registry.stop()

async function inTurn(items, work) {
  const results = []
  for (const item of items) results.push(await work(item))
  return results
}

/** Copies of the services in one directory, with a bantam.yaml that names them all. */
function projectOf(name, services, platforms, to = registry.address) {
  const top = path.join(work, 'projects', name)
  const images = {}
  for (const service of services) {
    const directory = path.join(top, service.name)
    cpSync(service.directory, directory, { recursive: true })
    must('chmod', ['-R', 'u+w', directory])
    must('go', ['mod', 'download'], { cwd: directory })
    images[service.name] = {
      'working-directory': service.name,
      main: `.=${service.name}`,
      image: `${to}/${name}/${service.name}`,
    }
  }
  const defaults = {
    platforms,
    budget: 'none',
    baseline: 'none',
    sbom: 'none',
    tags: 'bench',
    certificates: 'none',
  }
  // JSON is YAML.
  writeFileSync(path.join(top, 'bantam.yaml'), JSON.stringify({ defaults, images }, null, 2))
  return top
}

function changeAll(top, services, mark) {
  for (const { name } of services) change(path.join(top, name), { main: '.' }, mark)
}

/** Builds, packs and pushes every service for every platform, with as many at once as there are cores. */
function bare(top, name, services) {
  const jobs = services.flatMap(service =>
    PLATFORMS.map(platform => `${service.name} ${platform.split('/')[1]}`),
  )
  const script = path.join(work, 'one.sh')
  writeFileSync(
    script,
    `set -e
cd ${top}/$1; out=${work}/bare/$1-$2; rm -rf $out; mkdir -p $out/tree
GOOS=linux GOARCH=$2 ${GO_BUILD} -o $out/linked .
if test $2 = arm64; then cp $out/linked $out/tree/$1; else upx --best --lzma -qq -o $out/tree/$1 $out/linked; fi
tar -C $out/tree -cf $out/layer.tar $1
to=${registry.address}/bare/$1:$2
crane append --insecure --oci-empty-base --new_layer $out/layer.tar --new_tag $to >/dev/null 2>&1
crane mutate --insecure --set-platform linux/$2 --entrypoint /$1 --tag $to $to >/dev/null 2>&1
`,
  )
  must('xargs', ['-P', String(availableParallelism()), '-L', '1', 'sh', script], { input: jobs.join('\n') })
  for (const service of services) {
    const to = `${registry.address}/bare/${service.name}`
    const parts = PLATFORMS.flatMap(platform => ['-m', `${to}:${platform.split('/')[1]}`])
    must('crane', ['index', 'append', '--insecure', ...parts, '-t', `${to}:bench`])
  }
}

function bantam(top, args = []) {
  must(node24, [CLI, 'build', '--push', '--json', ...args], { cwd: top })
}

async function wallTimes(services) {
  const name = services.length === 1 ? services[0].name : `${services.length}-services`
  console.error(`${name} …`)
  const top = projectOf(name, services, PLATFORMS)
  const tools = { bare: () => bare(top, name, services), bantam: () => bantam(top) }
  for (const run of Object.values(tools)) run()
  const times = { changed: { bare: [], bantam: [] }, unchanged: { bare: [], bantam: [] } }
  for (let round = 0; round < RUNS; round += 1)
    for (const [tool, run] of Object.entries(tools)) {
      changeAll(top, services, `${tool}-${round}`)
      times.changed[tool].push(seconds(run))
      times.unchanged[tool].push(seconds(run))
    }
  return { name, services: services.length, times }
}

/** What passes between a tool and the registry: the first push, the same again, and with one more tag. */
async function requestsOf(service) {
  const top = projectOf('requests', [service], PLATFORMS, proxy)
  const directory = path.join(top, service.name)
  const bases = PLATFORMS.map(platform => baseImage(registry.address, false, work, platform))
  const base = `${registry.address}/base:both`
  must('crane', ['index', 'append', '--insecure', ...bases.flatMap(one => ['-m', one]), '-t', base])
  const ko = tags => {
    const env = {
      ...process.env,
      KO_DOCKER_REPO: `${proxy}/ko/${service.name}`,
      KO_DEFAULTBASEIMAGE: base.replace(registry.address, proxy),
      KOCACHE: path.join(work, 'kocache'),
    }
    const args = ['--bare', '--sbom=none', '--insecure-registry', `--platform=${PLATFORMS.join(',')}`]
    must('ko', ['build', ...args, `--tags=${tags}`, '.'], { cwd: directory, env })
  }
  const tools = { bantam: tags => bantam(top, ['--tags', tags]), ko }
  const rows = []
  for (const [title, tags] of [
    ['cold', 'one'],
    ['repeated', 'one'],
    ['one more tag', 'one,two'],
  ])
    for (const [tool, run] of Object.entries(tools)) {
      await counts()
      run(tags)
      rows.push({ title, tool, ...(await counts()) })
    }
  return rows
}

async function counts() {
  // A connection that is kept would have timed out while a tool ran.
  return (await fetch(`http://${proxy}/counts`, { headers: { connection: 'close' } })).json()
}

/** Several services planned, built by that many processes at once, and merged. */
async function splitOverProcesses() {
  const services = more.length > 0 ? more : copies(4)
  const top = projectOf('split', services, PLATFORMS)
  const rows = []
  for (const processes of [1, 2, 4, 8]) {
    const times = []
    for (let round = 0; round < 3; round += 1) {
      changeAll(top, services, `split-${processes}-${round}`)
      const started = performance.now()
      await planAndMerge(top, processes)
      times.push((performance.now() - started) / 1000)
    }
    changeAll(top, services, `together-${processes}`)
    rows.push({ processes, times, together: seconds(() => bantam(top)) })
  }
  return rows
}

async function planAndMerge(top, processes) {
  const directory = mkdtempSync(path.join(work, 'plan-'))
  const plan = path.join(directory, 'plan.json')
  const results = path.join(directory, 'results')
  mkdirSync(results)
  const matrix = JSON.parse(must(node24, [CLI, 'plan', '--push', '--plan', plan], { cwd: top }))
  const jobs = [...matrix.include.entries()]
  const one = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const [at, { image, platform }] = job
      const piece = ['--only', image, '--platforms', platform, '--result', path.join(results, `${at}.json`)]
      await ended([CLI, 'build', '--push', '--plan', plan, ...piece], top)
    }
  }
  await Promise.all(Array.from({ length: processes }, one))
  must(node24, [CLI, 'merge', '--push', '--plan', plan, '--results', results], { cwd: top })
}

/** Time, requests and memory of 1 to 16 services for 1, 2 and 4 platforms. */
async function growthOfCost() {
  const all = ['linux/amd64', 'linux/arm64', 'linux/386', 'linux/arm/v7']
  const rows = []
  for (const platforms of [1, 2, 4])
    for (const count of [1, 2, 4, 8, 16]) {
      console.error(`${count} × ${platforms} …`)
      const services = copies(count)
      const top = projectOf(`growth-${platforms}-${count}`, services, all.slice(0, platforms), proxy)
      bantam(top)
      changeAll(top, services, `growth-${platforms}-${count}`)
      await counts()
      const started = performance.now()
      const memory = await ended([CLI, 'build', '--push', '--json'], top)
      const took = (performance.now() - started) / 1000
      rows.push({ platforms, services: count, seconds: took, memory, ...(await counts()) })
    }
  return rows
}

function copies(count) {
  return Array.from({ length: count }, (_, at) => ({
    name: `hello-${at + 1}`,
    directory: path.join(root, 'examples/hello'),
  }))
}

/** The largest memory of the process itself, in bytes. */
async function ended(args, cwd) {
  const child = spawn(node24, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let [errors, memory] = ['', 0]
  child.stderr.on('data', chunk => (errors += chunk))
  const look = setInterval(() => {
    try {
      const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
      memory = Math.max(memory, Number(kilobytes ?? 0) * 1024)
    } catch {
      // It has ended.
    }
  }, 20)
  const status = await new Promise(known => child.on('close', known))
  clearInterval(look)
  if (status !== 0) throw new Error(`${args.join(' ')}: ${errors}`)
  return memory
}

function seconds(run) {
  const started = performance.now()
  run()
  return (performance.now() - started) / 1000
}

function ofTimes(values) {
  return `${Math.min(...values).toFixed(2)} / ${median(values).toFixed(2)}`
}

function wallReport(walls) {
  const ratio = ({ bantam: ours, bare: theirs }) => ofTimes(ours.map((value, at) => value / theirs[at]))
  const rows = walls.flatMap(({ name, times }) =>
    Object.entries(times).map(
      ([kind, pair]) =>
        `| ${name} | ${kind} | ${ofTimes(pair.bare)} | ${ofTimes(pair.bantam)} | ${ratio(pair)} |`,
    ),
  )
  return `Seconds, minimum / median of ${RUNS}, for ${PLATFORMS.join(' and ')}. Each round changes every service.

\`bare\`: \`xargs -P${availableParallelism()}\` over \`go build\`, \`upx --best --lzma\` and \`crane append\`, then \`crane index append\`. Bantam builds, packs, proves and pushes the same: neither packs for arm64, where UPX's output crashes.

| services | | bare | Bantam | of bare |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function requestsReport(requests) {
  const n = value => value.toLocaleString('en-US')
  const rows = requests.map(
    ({ title, tool, requests: count, bytes }) => `| ${title} | ${tool} | ${count} | ${n(bytes)} |`,
  )
  return `${own.name} for ${PLATFORMS.join(' and ')}.

| | tool | requests | bytes |
|---|---|--:|--:|
${rows.join('\n')}
`
}

function processesReport(split) {
  const rows = split.map(
    ({ processes, times, together }) => `| ${processes} | ${ofTimes(times)} | ${together.toFixed(2)} |`,
  )
  return `${more.length > 0 ? more.length : 4} services for ${PLATFORMS.join(' and ')}, seconds (minimum / median of 3). \`together\`: one \`bantam build\` of all, once.

| processes | plan, build, merge | together |
|--:|---|--:|
${rows.join('\n')}
`
}

function growthReport(growth) {
  writeFileSync(path.join(root, 'bench/releases.svg'), plotOf(growth))
  const rows = growth.map(
    row =>
      `| ${row.services} | ${row.platforms} | ${row.seconds.toFixed(1)} | ${row.requests} | ${(row.memory / 1e6).toFixed(0)} |`,
  )
  return `Copies of examples/hello, changed and pushed once. Memory: the largest of Bantam's own process. ![Plot](releases.svg)

| services | platforms | seconds | requests | MB of memory |
|--:|--:|--:|--:|--:|
${rows.join('\n')}
`
}
