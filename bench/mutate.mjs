// How many small changes of the source the tests notice: node scripts/on-node24.mjs bench/mutate.mjs [OPTION …] [ROOM | FILE …]
//   --sample N   no more than N changes of each room, chosen by --seed (1)
//   --check      fail where a room's score is below its target
//   --keep       put the scores into bench/RESULTS.md
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/setup.mjs'
import { excuseOf, staleExcuses } from './mutate/excused.ts'
import { describeChange, mutantsOf } from './mutate/mutants.ts'
import { profileTests, startWorker, tryMutant } from './mutate/run-mutants.ts'
import { sample } from './mutate/sample.ts'

/** Per cent of the mutants that the tests of a room notice at least. */
const TARGETS = { size: 90, declare: 90, image: 85, registry: 85 }
/** Data of others, in the form of a program. */
const DATA = ['src/image/mozilla-roots.ts']

/** Whole publishes, hundreds of them or of 200 MB: the tests beside the source notice a change long before. */
const SLOW_TESTS = ['faults', 'push-memory', 'real-registries'].map(
  name => `__tests__/registry/${name}.test.ts`,
)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    check: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const asked = positionals.length === 0 ? Object.keys(TARGETS) : positionals
const rooms = Map.groupBy(asked.flatMap(sourcesOf), file => file.split('/')[1])
process.chdir(root)
// What a test needs and this machine has not is then a failure, which is told, and not a skip.
process.env.CI ??= 'true'

const scores = []
for (const [room, files] of rooms) scores.push(await measure(room, files))
const table = tableOf(scores)
console.log(`\n${table}`)
if (values.keep) {
  const { keepResult } = await import('./results.mjs')
  keepResult('Mutation testing', ['node bench/mutate.mjs', ...process.argv.slice(2)].join(' '), table)
}
const below = scores.filter(({ room, score }) => score < (TARGETS[room] ?? 0))
if (values.check && below.length > 0) {
  console.log(`Below its target: ${below.map(({ room }) => `${room} (${TARGETS[room]} %)`).join(', ')}.`)
  process.exitCode = 1
}

function sourcesOf(name) {
  if (name.endsWith('.ts')) return [path.relative(root, path.resolve(name))]
  return filesIn(`src/${name}`).filter(file => file.endsWith('.ts') && !DATA.includes(file))
}

function filesIn(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name}`)
    .sort()
}

async function measure(room, files) {
  const since = performance.now()
  const all = files.flatMap(file => mutantsOf(file, readFileSync(path.join(root, file), 'utf8')))
  const mutants = values.sample === undefined ? all : sample(all, Number(values.sample), Number(values.seed))
  const worker = startWorker()
  const tests = filesIn(`__tests__/${room}`).filter(
    file => file.endsWith('.test.ts') && !SLOW_TESTS.includes(file),
  )
  const { reaches, broken } = await profileTests(worker, tests, mutants)
  for (const line of broken) console.log(`not used: ${line}`)
  const tried = []
  for (const [index, mutant] of mutants.entries()) {
    const one = await tryMutant(worker, mutant, index, reaches)
    tried.push(one)
    if (one.fate === 'survived' || one.fate === 'unreached') tell(one)
    if ((index + 1) % 200 === 0) console.error(`${room}: ${index + 1} of ${mutants.length}`)
  }
  worker.end()
  // Only a whole room shows that an excuse is for nothing.
  if (values.sample === undefined && positionals.every(name => !name.endsWith('.ts')))
    for (const { file, code, change } of staleExcuses(room, tried))
      console.log(`excused, but not a survivor: ${file}: ${code}: ${change}`)
  return scoreOf(room, all.length, tried, performance.now() - since)
}

function tell({ mutant, fate }) {
  if (excuseOf(mutant) === null)
    console.log(`${mutant.file}:${mutant.line}: ${fate}: ${describeChange(mutant)}   in: ${mutant.code}`)
}

function scoreOf(room, total, tried, ms) {
  const valid = tried.filter(({ fate }) => fate !== 'invalid')
  const killed = valid.filter(({ fate }) => fate === 'killed' || fate === 'timed out').length
  const excused = valid.filter(
    ({ mutant, fate }) => (fate === 'survived' || fate === 'unreached') && excuseOf(mutant) !== null,
  ).length
  const counted = valid.length - excused
  return {
    room,
    total,
    tried: valid.length,
    killed,
    excused,
    survived: counted - killed,
    score: counted === 0 ? 100 : (killed / counted) * 100,
    ms,
  }
}

function tableOf(rows) {
  return [
    'Changes of the source, one at a time, and how many of them the tests of their room notice. Excused: changes that make no',
    'difference, with the reason in `bench/mutate/excused.ts`; they are not counted.',
    '',
    '| room | changes | tried | killed | excused | survived | score | target | time |',
    '| ---- | ------: | ----: | -----: | ------: | -------: | ----: | -----: | ---: |',
    ...rows.map(
      ({ room, total, tried, killed, excused, survived, score, ms }) =>
        `| ${[
          `\`${room}/\``,
          total,
          tried,
          killed,
          excused,
          survived,
          `${score.toFixed(1)} %`,
          `${TARGETS[room] ?? 0} %`,
          `${(ms / 1000).toFixed(0)} s`,
        ].join(' | ')} |`,
    ),
  ].join('\n')
}
