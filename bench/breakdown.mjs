// What a breakdown costs, and how much of a binary it leaves unknown: time and memory of a process of its own.
// node bench/breakdown.mjs [binary …]   without binaries builds the proxy, node_exporter and caddy; needs go, time(1)
import { buildSync } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, node24, root } from '../scripts/setup.mjs'

const SERVICES = [
  { name: 'proxy', source: path.join(root, 'examples/proxy'), main: '.' },
  { name: 'node_exporter', module: 'github.com/prometheus/node_exporter@v1.12.1', main: '.' },
  { name: 'caddy', module: 'github.com/caddyserver/caddy/v2@v2.11.9', main: './cmd/caddy' },
]
const RUNS = 5
const MEASURED = `
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { breakdownOf } from './src/binary/breakdown.ts'
import { readExecutable } from './src/binary/executable.ts'
const [file] = process.argv.slice(2)
const start = performance.now()
const bytes = readFileSync(file)
const breakdown = breakdownOf(readExecutable(bytes), bytes, path.basename(file))
const ms = performance.now() - start
const bytesOf = kind => breakdown.children.filter(child => child.kind === kind).reduce((sum, child) => sum + child.bytes, 0)
const count = node => (node.children ?? []).reduce((sum, child) => sum + count(child), 1)
console.log(JSON.stringify({ name: breakdown.name, bytes: bytes.length, ms, nodes: count(breakdown), unknown: bytesOf('unknown') }))
`

ensureDependencies()
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const program = path.join(work, 'measured.mjs')
buildSync({
  stdin: { contents: MEASURED, resolveDir: root },
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
})
const binaries = process.argv.length > 2 ? process.argv.slice(2) : SERVICES.map(link)
console.log('| binary | bytes | nodes | unknown | time, median | memory, largest |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const binary of binaries) console.log(row(Array.from({ length: RUNS }, () => measure(binary))))

function link({ name, source, module, main }) {
  console.error(`${name} …`)
  const directory = path.join(work, name)
  mkdirSync(directory)
  const from =
    source ?? JSON.parse(must('go', ['mod', 'download', '-json', module], { cwd: work }).stdout).Dir
  cpSync(from, directory, { recursive: true })
  must('chmod', ['-R', 'u+w', directory])
  const output = path.join(work, `${name}.linked`)
  const flags = ['-trimpath', '-buildvcs=false', '-tags', 'netgo,osusergo', '-ldflags', '-s -w']
  must('go', ['build', ...flags, '-o', output, main], {
    cwd: directory,
    env: { ...process.env, CGO_ENABLED: '0' },
  })
  return output
}

/** The whole process counts: what `time -v` calls the maximum resident set. */
function measure(binary) {
  const { stdout, stderr } = must('/usr/bin/time', ['-v', node24, program, path.resolve(binary)])
  const kilobytes = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)
  return { ...JSON.parse(stdout), memory: Number(kilobytes[1]) * 1024 }
}

function row(runs) {
  const [{ name, bytes, nodes, unknown }] = runs
  const times = runs.map(({ ms }) => ms).sort((one, other) => one - other)
  const memory = Math.max(...runs.map(run => run.memory))
  const figures = [
    bytes,
    nodes,
    `${((unknown / bytes) * 100).toFixed(3)} %`,
    `${Math.round(times[Math.floor(RUNS / 2)])} ms`,
    `${(memory / 1e6).toFixed(0)} MB`,
  ]
  return `| ${name} | ${figures.join(' | ')} |`
}

function must(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options })
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${result.stderr ?? result.error}`)
  return result
}
