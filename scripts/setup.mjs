// What this repository needs on a machine, had in the simplest way that works there. Runs on Node 20 and newer.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
/** Node 24: the one that runs this, if it is new enough, else the one that the package for this system carries. */
export const node24 =
  Number(process.versions.node.split('.')[0]) >= 24
    ? process.execPath
    : path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
/** Tools that tests use and that `go install` brings; outside the checkout, so that a clean clone finds them again. */
export const toolsDirectory = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'bantam-test-tools',
)

export function say(line) {
  console.error(line)
}

export function onPath(command) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some(directory => executable(path.join(directory, command)))
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs a command quietly; what it printed is shown only when it failed. */
function quietly(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options })
  if (result.status !== 0) say(`${command} ${args.join(' ')}\n${result.stdout ?? ''}${result.stderr ?? ''}`)
  return result.status === 0
}

/** node_modules as the lock file says, Node 24 among it. Costs nothing where it is there. */
export function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules', '.bantam-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && executable(node24)) return
  say('installing dependencies (npm ci)')
  if (!quietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']))
    fail('The dependencies could not be installed.')
  if (spawnSync(node24, ['--version']).status !== 0)
    fail(
      `Node ${process.versions.node} is too old, and npm has no Node 24 for ${process.platform}-${process.arch}. Install Node 24 and try again.`,
    )
  writeFileSync(stamp, lock)
}

export function requireGo() {
  if (!onPath('go')) fail('Go is not on PATH: install Go 1.21 or newer, then try again.')
}

/**
 * UPX on PATH, or within reach of Bantam's own download, or Debian's package. Debian 12 has it in its backports.
 */
export async function ensureUpx() {
  if (
    onPath('upx') ||
    (await reachable('https://github.com/upx/upx/releases/download/v4.2.4/upx-4.2.4-amd64_linux.tar.xz'))
  )
    return
  say('installing upx-ucl: the pinned release of UPX cannot be reached from here')
  if (!aptInstall(['upx-ucl']) && !(addBackports() && aptInstall(['upx-ucl'])))
    fail(
      'UPX 4.2.4 could neither be downloaded nor installed as a package (upx-ucl): put it on PATH and try again.',
    )
}

async function reachable(url) {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

/** `apt-get install`, as root or through a sudo that asks nothing; false where that cannot be. */
export function aptInstall(packages) {
  const sudo = asRoot()
  if (sudo === null || !onPath('apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = args =>
    spawnSync(sudo[0] ?? 'apt-get', [...sudo.slice(1), ...(sudo.length > 0 ? ['apt-get'] : []), ...args], {
      env,
      encoding: 'utf8',
    })
  const install = () => apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
  if (install().status === 0) return true
  apt(['update', '-qq'])
  const second = install()
  if (second.status !== 0) say(second.stderr)
  return second.status === 0
}

function asRoot() {
  if (process.getuid?.() === 0) return []
  const sudo = spawnSync('sudo', ['-n', 'true'])
  return sudo.status === 0 ? ['sudo', '-n'] : null
}

/** Debian's backports of the suite that is installed, from the mirror the system already uses. */
function addBackports() {
  const release = readFileSync('/etc/os-release', 'utf8')
  const suite = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1]
  const sources = '/etc/apt/sources.list.d/debian.sources'
  if (!/^ID=debian$/m.test(release) || suite === undefined || !existsSync(sources)) return false
  const backports = readFileSync(sources, 'utf8')
    .split('\n\n')[0]
    .replace(/^Suites:.*$/m, `Suites: ${suite}-backports`)
  const tee = asRoot()
  if (tee === null) return false
  const file = '/etc/apt/sources.list.d/bantam-backports.sources'
  return (
    spawnSync(tee[0] ?? 'tee', [...tee.slice(1), ...(tee.length > 0 ? ['tee'] : []), file], {
      input: `${backports}\n`,
    }).status === 0
  )
}

/** Where a `go install` puts what only tests use. */
export function goInstall(name, module) {
  if (executable(path.join(toolsDirectory, name))) return true
  say(`installing ${name} (go install ${module})`)
  mkdirSync(toolsDirectory, { recursive: true })
  return quietly('go', ['install', module], { env: { ...process.env, GOBIN: toolsDirectory, GOFLAGS: '' } })
}

export function fail(sentence) {
  say(sentence)
  process.exit(2)
}
