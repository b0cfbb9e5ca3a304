// How much of the pure rooms the tests run, and the least that it may be.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './setup.mjs'

const ROOMS = ['declare', 'binary', 'image', 'size', 'diet', 'report', 'init', 'weigh-in']
/** The tests that are counted, as a pattern of jest: each room by its own tests. */
export const TESTS_OF_ROOMS = `__tests__/(?:${ROOMS.join('|')})/`
/** Per cent. Raise it when there is more. */
const FLOORS = { lines: 99, branches: 94 }
/** Data in the form of a program, and the page, which a browser runs: a test of its own drives it there. */
const LEFT_OUT = [
  'src/image/mozilla-roots.ts',
  'src/report/html/page.generated.ts',
  'src/report/html/page/**/*.ts',
]

/** For jest: count, and write the figures there. */
export function coverageOptions(directory) {
  return [
    '--coverage',
    '--coverageProvider=v8',
    '--coverageReporters=json-summary',
    `--coverageDirectory=${directory}`,
    ...ROOMS.map(room => `--collectCoverageFrom=src/${room}/**/*.ts`),
    ...[...LEFT_OUT, ...ROOMS.flatMap(filesOfTypes)].map(file => `--collectCoverageFrom=!${file}`),
  ]
}

/** Files that are gone when the program runs: never loaded, they would count as never tested. */
function filesOfTypes(room) {
  return readdirSync(path.join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .map(name => `src/${room}/${name}`)
    .filter(file => file.endsWith('.ts'))
    .filter(file => !PROGRAM.test(readFileSync(path.join(root, file), 'utf8')))
}

const PROGRAM = /^(?:export )?(?:(?:async )?function|const|let|class)\b|^export (?:\*|\{)/m

/** One line to print, `null` where jest ended before it had counted, and whether it is enough. */
export function judgeCoverage(directory) {
  const file = path.join(directory, 'coverage-summary.json')
  if (!existsSync(file)) return { line: null, enough: false }
  const { total } = JSON.parse(readFileSync(file, 'utf8'))
  const figures = Object.entries(FLOORS).map(([unit, floor]) => ({ unit, floor, percent: total[unit].pct }))
  const words = figures.map(({ unit, floor, percent }) => `${percent} % of ${unit} (at least ${floor} %)`)
  return {
    line: `The tests run ${words.join(' and ')} of the pure rooms.`,
    enough: figures.every(({ floor, percent }) => percent >= floor),
  }
}
