// A changed and an unchanged build, paired with those of an earlier commit's dist/ in the same run, and what a start costs.
// node bench/against-commit.mjs COMMIT [service …]   needs go and upx; keeps its result in bench/RESULTS.md
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, node24, root } from '../scripts/setup.mjs'
import { keepResult } from './results.mjs'
import { change, checkOut, median, must, servicesNamed } from './services.mjs'

const [commit, ...named] = process.argv.slice(2)
if (commit === undefined)
  throw new Error('name the commit to compare with: node bench/against-commit.mjs COMMIT')
const ROUNDS = 19

ensureDependencies()
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const gocache = must('go', ['env', 'GOCACHE']).trim()
// Where thousands of directories lie, to look for those of runs that died takes time that neither side should pay.
mkdirSync(path.join(work, 'tmp'))

const before = path.join(work, 'before')
mkdirSync(before)
execFileSync('tar', ['-x', '-C', before], {
  input: execFileSync('git', ['archive', commit, 'dist'], { cwd: root, maxBuffer: 1 << 28 }),
})
const sides = { before: path.join(before, 'dist/cli.js'), now: path.join(root, 'dist/cli.js') }

const upx = /^upx (\S+)/.exec(must('upx', ['--version']))?.[1] ?? ''
const rows = servicesNamed(named.length === 0 ? ['hello', 'hash', 'proxy'] : named).map(measure)
keepResult(
  'Against an earlier commit',
  ['node bench/against-commit.mjs', commit, ...named].join(' '),
  report(rows),
)

function measure(service) {
  console.error(`${service.name} …`)
  const directory = checkOut(service, work)
  const build = side => {
    const env = {
      ...process.env,
      TMPDIR: path.join(work, 'tmp'),
      XDG_CACHE_HOME: path.join(work, `cache-${side}`),
      GOCACHE: gocache,
    }
    const args = ['build', `${service.main}=${service.name}`, '--json', '--upx-version', upx]
    const output = ['--output', path.join(work, side, service.name)]
    const started = performance.now()
    const printed = must(node24, [sides[side], ...args, ...output], { cwd: directory, env })
    return { ms: performance.now() - started, weighIn: JSON.parse(printed) }
  }
  change(directory, service, 'warm')
  for (const side of Object.keys(sides)) build(side)
  const times = { changed: { before: [], now: [] }, unchanged: { before: [], now: [] } }
  const prices = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of round % 2 === 0 ? ['before', 'now'] : ['now', 'before']) {
      change(directory, service, `${side}-${round}`)
      const { ms, weighIn } = build(side)
      times.changed[side].push(ms)
      times.unchanged[side].push(build(side).ms)
      if (side === 'now') prices.push(weighIn.images[0].platforms[0].binaries[0].price.processorMs)
    }
  return { service, times, prices }
}

function report(rows) {
  const cells = values => `${Math.min(...values).toFixed(0)} / ${median(values).toFixed(0)}`
  const ratios = ({ before: earlier, now }) => now.map((ms, round) => ms / earlier[round])
  const builds = rows.flatMap(({ service: { name }, times }) =>
    Object.entries(times).map(([kind, pair]) => {
      const of = ratios(pair)
      const ratio = `${Math.min(...of).toFixed(2)} / ${median(of).toFixed(2)}`
      return `| ${[name, kind, cells(pair.before), cells(pair.now), ratio].join(' | ')} |`
    }),
  )
  const starts = rows.map(({ service: { name }, prices }) => {
    const [linked, shipped] = ['linked', 'shipped'].map(side => prices.map(price => price[side]))
    const text = values =>
      `${Math.min(...values).toFixed(1)} / ${median(values).toFixed(1)} / ${Math.max(...values).toFixed(1)}`
    return `| ${[name, text(linked), text(shipped)].join(' | ')} |`
  })
  return [
    `Wall time of a build in milliseconds, minimum / median of ${ROUNDS} pairs. A changed build is compiled, packed and proven anew.`,
    '',
    '| service | build | before | now | now of before |',
    '|---|---|---|---|---|',
    ...builds,
    '',
    'Processor time to start in milliseconds, minimum / median / maximum of the changed builds.',
    '',
    '| service | linked | packed |',
    '|---|---|---|',
    ...starts,
  ].join('\n')
}
