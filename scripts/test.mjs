// Every test, with the real tools they use. Arguments are handed to jest: npm test -- __tests__/image
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { coverageOptions, judgeCoverage, TESTS_OF_ROOMS } from './coverage.mjs'
import { aptCommands, executable, thisMachine } from './machine.mjs'
import { canBeRoot, installAll } from './packages.mjs'
import {
  ensureDependencies,
  fail,
  goInstall,
  goProxy,
  node24,
  onPath,
  requireGo,
  root,
  say,
  toolsDirectory,
} from './setup.mjs'
import { instead, packages, required, wantedModules } from './test-tools.mjs'

requireGo()
const absent = required.filter(command => !onPath(command))
if (absent.length > 0) fail(`The tests need ${absent.join(' and ')} on PATH.`)
// Not the directory of a Node that is on PATH already: it would put the other programs in it before the user's choice.
const node = node24 === process.execPath ? [] : [path.dirname(node24)]
process.env.PATH = [...node, toolsDirectory, process.env.PATH, '/usr/sbin'].join(path.delimiter)

const wanted = Object.fromEntries(
  Object.entries(packages).filter(([command]) => !onPath(command) && !onPath(instead[command] ?? command)),
)
const toMake = Object.entries(wantedModules(process.env)).filter(
  ([name]) => !executable(path.join(toolsDirectory, name)),
)
const commands = aptCommands(thisMachine(), [...new Set(Object.values(wanted).map(([first]) => first))])
const canInstall = commands !== null && canBeRoot()
sayWhatIsInstalled()

ensureDependencies()
const missing = Object.keys(wanted)
// Side by side: apt waits for the network, and Go for the processor.
const installed = missing.length > 0 && canInstall ? installAll(wanted) : Promise.resolve(missing)
const notMade = []
for (const [name, module] of toMake) if (!goInstall(name, module)) notMade.push(name)
if (notMade.length > 0)
  say(
    `${notMade.join(', ')} could not be made with go install: is GOPROXY=${goProxy()} within reach? What needs them is skipped here and fails in CI.`,
  )
const notInstalled = await installed
if (notInstalled.length > 0)
  say(
    `${notInstalled.join(', ')} could not be installed${canInstall ? '' : ', which needs apt-get and root'}: what needs them is skipped here and fails in CI.`,
  )

function sayWhatIsInstalled() {
  const lines = [
    ...(Object.keys(wanted).length > 0 && canInstall
      ? ['packages of the system:', ...commands.map(command => `  ${command}`)]
      : []),
    ...toMake.map(([, module]) => `go install ${module}, into ${toolsDirectory}`),
  ]
  if (lines.length > 0)
    say(
      `The tests use tools that are not here yet. To be installed:\n${lines.map(line => `  ${line}\n`).join('')}`,
    )
}

const results = mkdtempSync(path.join(tmpdir(), 'bantam-results-'))
// Some of the tests say nothing about how much all of them run.
const options = process.argv.slice(2)
const counted = options.length === 0
// Counting makes tests slower, so only those of the rooms that are judged are counted.
const runs = counted
  ? [
      runJest('others', [`--testPathIgnorePatterns=${TESTS_OF_ROOMS}`]),
      runJest('rooms', [...coverageOptions(results), TESTS_OF_ROOMS]),
    ]
  : [runJest('asked', options)]
const coverage = counted ? judgeCoverage(results) : { line: null, enough: true }
rmSync(results, { recursive: true })
if (coverage.line !== null) console.log(coverage.line)
const sum = name => runs.reduce((total, run) => total + run[name], 0)
const failed = sum('numFailedTests') + sum('numRuntimeErrorTestSuites')
console.log(`${sum('numPassedTests')} passed, ${failed} failed, ${sum('numPendingTests')} skipped`)
const hasRun = ({ status, numPassedTests }) => status === 0 && numPassedTests > 0
process.exit(runs.every(hasRun) && coverage.enough ? 0 : 1)

/** Runs jest to its end, and returns how it ended and what it counted. */
function runJest(name, args) {
  const report = path.join(results, `${name}.json`)
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const { status } = spawnSync(
    node24,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      jest,
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return { status, ...readReport(report) }
}

/** What jest counted. It writes nothing if an argument is wrong, and has said so then. */
function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 }
  }
}
