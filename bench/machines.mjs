// One build for everything against a plan, several processes and a merge: wall time, requests and bytes. The processes share
// the cores of this machine, so that the figures show what the split costs, and not what more machines gain.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as forward } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { node24, root } from '../scripts/setup.mjs'
import { keepResult } from './results.mjs'

const SERVICES = ['hello', 'hash', 'proxy', 'jokes']
const PLATFORMS = ['linux/amd64', 'linux/arm64']
const RUNS = 3
const work = mkdtempSync(path.join(tmpdir(), 'bantam-machines-'))
const cli = path.join(root, 'dist', 'cli.js')

/** A registry behind a proxy that counts. */
async function startCounting() {
  const config = path.join(work, 'registry.json')
  const data = path.join(work, `registry-${Math.random()}`)
  const http = { addr: '127.0.0.1:0' }
  const storage = { filesystem: { rootdirectory: data } }
  writeFileSync(config, JSON.stringify({ version: '0.1', log: { level: 'info' }, storage, http }))
  const env = { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: 'none' }
  const child = spawn('docker-registry', ['serve', config], { stdio: ['ignore', 'ignore', 'pipe'], env })
  const port = await new Promise(resolve => {
    child.stderr.setEncoding('utf8').on('data', text => {
      const found = /listening on 127\.0\.0\.1:(\d+)/.exec(text)
      if (found !== null) resolve(found[1])
    })
  })
  const count = { requests: 0, sent: 0 }
  const server = createServer((request, response) => {
    count.requests += 1
    const { method, url, headers } = request
    const onward = forward({ host: '127.0.0.1', port, method, path: url, headers }, answer => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    })
    request.on('data', chunk => (count.sent += chunk.length))
    request.pipe(onward)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.close()
    server.closeAllConnections()
    child.kill()
  }
  return { address: `127.0.0.1:${server.address().port}`, count, stop }
}

function sources(address) {
  const directory = mkdtempSync(path.join(work, 'src-'))
  for (const name of SERVICES)
    cpSync(path.join(root, 'examples', name), path.join(directory, name), { recursive: true })
  const images = SERVICES.map(
    name => `  ${name}: { working-directory: ${name}, image: '${address}/o/${name}' }`,
  )
  const defaults = `{ platforms: [${PLATFORMS.join(', ')}], budget: none, tags: v1 }`
  writeFileSync(path.join(directory, 'bantam.yaml'), `defaults: ${defaults}\nimages:\n${images.join('\n')}\n`)
  return directory
}

async function bantam(cwd, cache, args) {
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const child = spawn(node24, [cli, ...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', text => (said += text))
  const code = await new Promise(resolve => child.on('close', resolve))
  if (code !== 0) throw new Error(`bantam ${args.join(' ')}: ${said}`)
}

/** What each of some processes builds. */
function splits(processes) {
  switch (processes) {
    case 1:
      return [[]]
    case 2:
      return PLATFORMS.map(platform => ['--platforms', platform])
    case 4:
      return SERVICES.map(name => ['--only', name])
    default:
      return SERVICES.flatMap(name => PLATFORMS.map(one => ['--only', name, '--platforms', one]))
  }
}

/** @param processes 0: one build without a plan */
async function measure(processes) {
  const { address, count, stop } = await startCounting()
  const directory = sources(address)
  // Nothing that another run packed.
  const cache = mkdtempSync(path.join(work, 'cache-'))
  mkdirSync(path.join(directory, 'results'))
  const begun = performance.now()
  if (processes === 0) {
    await bantam(directory, cache, ['build', '--push'])
  } else {
    await bantam(directory, cache, ['plan', '--push', '--plan', 'plan.json'])
    const piece = (own, at) => [
      'build',
      '--push',
      '--plan',
      'plan.json',
      '--result',
      `results/${at}.json`,
      ...own,
    ]
    await Promise.all(splits(processes).map((own, at) => bantam(directory, cache, piece(own, at))))
    await bantam(directory, cache, ['merge', '--push', '--plan', 'plan.json', '--results', 'results'])
  }
  const ms = performance.now() - begun
  stop()
  return { ms, ...count }
}

const rows = [0, 1, 2, 4, 8].map(processes => ({ processes, found: [] }))
// Once in vain: Go's build cache is then warm for all.
await measure(0)
for (let run = 0; run < RUNS; run += 1) for (const row of rows) row.found.push(await measure(row.processes))
rmSync(work, { recursive: true, force: true })

const least = (row, of) => Math.min(...row.found.map(of))
const base = least(rows[0], ({ ms }) => ms)
const table = rows.map(row => {
  const name = row.processes === 0 ? 'one build' : `plan, ${row.processes}, merge`
  const ms = least(row, found => found.ms)
  const { requests, sent } = row.found[0]
  return `| ${name} | ${Math.round(ms)} | ${(ms / base).toFixed(2)} | ${requests} | ${sent.toLocaleString('en-US')} |`
})
keepResult(
  'On several machines',
  'node bench/machines.mjs',
  `The examples ${SERVICES.join(', ')} for ${PLATFORMS.join(' and ')}, packed anew and pushed to an empty registry. All processes share this
machine's cores, so that the figures show what the split costs. Wall time in milliseconds, minimum of ${RUNS}.

| processes | ms | of one build | requests | bytes sent |
| --- | ---: | ---: | ---: | ---: |
${table.join('\n')}`,
)
