// What `bantam diet` finds and how long it looks for it: the whole command, in a process of its own.
// node bench/diet.mjs [service …]   needs go and upx; runs dist/ as it is
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, node24, root } from '../scripts/setup.mjs'

const SERVICES = [
  { name: 'proxy', source: path.join(root, 'examples/proxy') },
  { name: 'node_exporter', module: 'github.com/prometheus/node_exporter@v1.12.1' },
]

ensureDependencies()
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const named = process.argv.slice(2)
const wanted = SERVICES.filter(({ name }) => named.length === 0 || named.includes(name))
for (const service of wanted) report(service, checkout(service))

function checkout({ name, source, module }) {
  const directory = path.join(work, name)
  mkdirSync(directory)
  const from =
    source ?? JSON.parse(must('go', ['mod', 'download', '-json', module], { cwd: work }).stdout).Dir
  cpSync(from, directory, { recursive: true })
  must('chmod', ['-R', 'u+w', directory])
  must('go', ['mod', 'download'], { cwd: directory })
  return directory
}

/** Twice: Go's own cache is cold for what no build has tried before, and the packed binaries are kept after the first. */
function report({ name }, directory) {
  const env = { ...process.env, XDG_CACHE_HOME: path.join(work, 'cache'), GOCACHE: path.join(work, 'go') }
  const first = diet(name, directory, env)
  const again = diet(name, directory, env)
  const { reference, findings, nothing, failed } = first.found
  console.log(`\n## ${name}\n`)
  console.log(
    `${findings.length + nothing.length + failed.length} changes tried in ${first.seconds} s, again in ${again.seconds} s; ${reference.imageSize.toLocaleString('en-US')} bytes as it is.\n`,
  )
  console.log('| change | image | pull | memory | start |')
  console.log('| --- | ---: | ---: | ---: | ---: |')
  for (const { title, saved } of findings) console.log(row(title, saved))
  for (const { title, reason } of failed) console.log(`| ${title} | ${reason} | | | |`)
  console.log(`\nSaved nothing: ${nothing.map(({ title }) => title).join(', ') || 'none'}.`)
}

function diet(name, directory, env) {
  console.error(`${name} …`)
  const started = performance.now()
  const { stdout } = must(node24, [path.join(root, 'dist/cli.js'), 'diet', `.=${name}`, '--json'], {
    cwd: directory,
    env,
  })
  return { seconds: ((performance.now() - started) / 1000).toFixed(1), found: JSON.parse(stdout) }
}

function row(title, { image, download, memory, startMs }) {
  const bytes = value => (value === null ? '' : (-value).toLocaleString('en-US'))
  const start = startMs === null ? '' : `${Math.round(-startMs)} ms`
  return `| ${[title, bytes(image), bytes(download), bytes(memory), start].join(' | ')} |`
}

function must(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${result.stderr ?? result.error}`)
  return result
}
