// What a breakdown costs, and how much of a binary it leaves unknown: time and memory of a process of its own.
// node bench/breakdown.mjs   needs go, time(1); keeps its result in bench/RESULTS.md
import { buildSync } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, node24, root } from '../scripts/setup.mjs'
import { keepResult } from './results.mjs'
import { checkOut, median, must, servicesNamed } from './services.mjs'

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
const rows = servicesNamed(['proxy', 'node_exporter', 'caddy']).map(service => {
  console.error(`${service.name} …`)
  const binary = link(service)
  return row(Array.from({ length: RUNS }, () => measure(binary)))
})
keepResult(
  'Breakdown',
  'node bench/breakdown.mjs',
  `From the stripped binary's bytes to every byte's place: time from reading the file, median of ${RUNS} processes; memory of the whole process, the largest of them.

| binary | bytes | nodes | unknown | time | memory |
|---|--:|--:|--:|--:|--:|
${rows.join('\n')}`,
)

function link(service) {
  const output = path.join(work, service.name)
  const flags = ['-trimpath', '-buildvcs=false', '-tags', 'netgo,osusergo', '-ldflags', '-s -w']
  must('go', ['build', ...flags, '-o', output, service.main], {
    cwd: checkOut(service, work),
    env: { ...process.env, CGO_ENABLED: '0' },
  })
  return output
}

/** The whole process counts: what `time -v` calls the maximum resident set. */
function measure(binary) {
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-v', node24, program, binary], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const kilobytes = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)
  return { ...JSON.parse(stdout), memory: Number(kilobytes[1]) * 1024 }
}

function row(runs) {
  const [{ name, bytes, nodes, unknown }] = runs
  const figures = [
    bytes.toLocaleString('en-US'),
    nodes.toLocaleString('en-US'),
    `${((unknown / bytes) * 100).toFixed(3)} %`,
    `${Math.round(median(runs.map(({ ms }) => ms)))} ms`,
    `${(Math.max(...runs.map(({ memory }) => memory)) / 1e6).toFixed(0)} MB`,
  ]
  return `| ${name} | ${figures.join(' | ')} |`
}
