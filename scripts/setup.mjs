// What this repository needs on a machine, had in the simplest way that works there. Runs on Node 20 and newer.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandIn, executable } from './machine.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
/** Node 24: the one that runs this, if it is new enough, else the one that the package for this system carries. */
export const node24 =
  Number(process.versions.node.split('.')[0]) >= 24
    ? process.execPath
    : path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')

const { XDG_CACHE_HOME } = process.env
/** Where programs keep what they can get again. A relative path there is invalid, and its specification says to ignore it. */
export const cacheDirectory =
  XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME)
    ? XDG_CACHE_HOME
    : path.join(homedir(), '.cache')
/** Tools that tests use and that `go install` makes; outside the checkout, so that a clean clone finds them again. */
export const toolsDirectory = path.join(cacheDirectory, 'bantam-test-tools')

export function say(line) {
  console.error(line)
}

export function fail(sentence) {
  say(sentence)
  process.exit(2)
}

export function onPath(command) {
  return commandIn(process.env.PATH, command)
}

/** Runs a command quietly; what it printed is shown only when it failed. */
function quietly(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options })
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error === undefined ? '' : result.error.message}`
  if (result.status !== 0) say(`${command} ${args.join(' ')}\n${said}`)
  return { ok: result.status === 0, said }
}

/**
 * These hold against what the user's own settings say: without the packages for development there is no test, npm must
 * not refuse an older Node, since it is npm that gets the newer one, and Node 24 is looked for at the top.
 */
const ciOptions = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--engine-strict=false',
  '--install-strategy=hoisted',
]

export const npmCi = ['ci', ...ciOptions, '--no-audit', '--no-fund']

/** node_modules as the lock file says, Node 24 among it. Costs nothing where it is there. */
export function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Node ${process.versions.node} is too old for these scripts: install Node 24, or 20 at the least.`)
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules', '.bantam-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && executable(node24)) return
  if (!onPath('npm')) fail('npm is not on PATH: install it with Node, then try again.')
  say('installing the packages that package-lock.json names into node_modules (npm ci)')
  const { ok, said } = quietly('npm', npmCi)
  if (!ok) fail(whyNpmFailed(said))
  if (spawnSync(node24, ['--version']).status !== 0)
    fail(
      `Node ${process.versions.node} is too old, and npm has no Node 24 for ${process.platform}-${process.arch}. Install Node 24 and try again.`,
    )
  writeFileSync(stamp, lock)
}

/** npm's error codes for a registry that did not answer as one. */
const unreachable =
  /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|E?TIMEDOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|E5\d\d|E40[1347])$/

/** One sentence on a failed `npm ci`, from what it printed. */
export function whyNpmFailed(said, registry = npmRegistry()) {
  const code = /^npm (?:error|ERR!) code (\w+)$/m.exec(said)?.[1]
  if (code !== undefined && unreachable.test(code))
    return `The packages could not be had from ${registry}, npm's registry here (${code}): check the network, the proxy, and what npm config get registry says.`
  return `npm ci failed${code === undefined ? '' : ` (${code})`}; what it printed is above.`
}

function npmRegistry() {
  const asked = spawnSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' })
  return withoutPassword((asked.stdout ?? '').trim())
}

/** The same URL without the user and the password in it. */
export function withoutPassword(url) {
  return url.replaceAll(/\/\/[^/@]*@/g, '//')
}

export function requireGo() {
  if (!onPath('go')) fail('Go is not on PATH: install Go 1.21 or newer, then try again.')
}

/** Makes a tool that only tests use with `go install`, unless it is there. False if that failed; Go's own words are shown then. */
export function goInstall(name, module) {
  if (executable(path.join(toolsDirectory, name))) return true
  say(`installing ${name} into ${toolsDirectory} (go install ${module})`)
  mkdirSync(toolsDirectory, { recursive: true })
  const env = { ...process.env, GOBIN: toolsDirectory, GOFLAGS: '', GOOS: '', GOARCH: '' }
  return quietly('go', ['install', module], { env }).ok
}

/** What Go asks for modules, for a message. */
export function goProxy() {
  const asked = spawnSync('go', ['env', 'GOPROXY'], { cwd: root, encoding: 'utf8' })
  return withoutPassword((asked.stdout ?? '').trim())
}
