// What kind of machine this is: may something be installed on it, and by which command. Values in, values out.
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * What this script sees of a machine. Tests give others.
 *
 * @returns {import('./machine.mjs').Machine}
 */
export function thisMachine() {
  const read = file => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return ''
    }
  }
  return {
    uid: process.getuid?.() ?? -1,
    env: process.env,
    exists: existsSync,
    read,
    list: directory => {
      try {
        return readdirSync(directory)
      } catch {
        return []
      }
    },
    hasCommand: command => commandIn(process.env.PATH, command),
  }
}

export function commandIn(searchPath, command) {
  return (searchPath ?? '')
    .split(path.delimiter)
    .some(directory => directory !== '' && executable(path.join(directory, command)))
}

export function executable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const runtimes = /docker|containerd|kubepods|libpod|buildkit|lxc|garden|containers\/storage/

/** What shows that this is a container, or null. WSL calls itself one, and is somebody's own machine. */
export function containerMark({ env, exists, read }) {
  for (const file of ['/.dockerenv', '/run/.containerenv']) if (exists(file)) return file
  const manager = read('/run/systemd/container').trim()
  if (manager !== '' && manager !== 'wsl') return '/run/systemd/container'
  if (/(^|\0)container=(?!wsl)\w/.test(read('/proc/1/environ'))) return '/proc/1/environ'
  if (env.KUBERNETES_SERVICE_HOST !== undefined) return 'KUBERNETES_SERVICE_HOST'
  if (runtimes.test(read('/proc/1/cgroup'))) return '/proc/1/cgroup'
  const mounts = read('/proc/1/mountinfo').split('\n')
  if (mounts.some(mount => / \/ \/ .* - overlay /.test(mount) && runtimes.test(mount)))
    return '/proc/1/mountinfo'
  return null
}

const inCi = ({ CI }) => CI !== undefined && !['', '0', 'false'].includes(CI)

/** Whether packages may be installed unasked: as root, in a container or in CI, where nobody keeps anything. */
export function mayInstallUnasked(machine) {
  return machine.uid === 0 && (inCi(machine.env) || containerMark(machine) !== null)
}

/** The word in front of a command that only root may run. */
export function asRoot({ uid, hasCommand }) {
  return uid !== 0 && hasCommand('sudo') ? 'sudo ' : ''
}

/** The shell commands that install packages with apt, as they are printed and as they are run; null without apt. */
export function aptCommands(machine, packages) {
  if (!machine.hasCommand('apt-get')) return null
  const root = asRoot(machine)
  return [
    ...(packages.includes('upx-ucl') ? backports(machine) : []),
    `${root}apt-get update -qq`,
    `${root}apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`,
  ]
}

const managers = [
  ['dnf', 'dnf install -y upx'],
  ['zypper', 'zypper --non-interactive install upx'],
  ['apk', 'apk add upx'],
  ['pacman', 'pacman -S --noconfirm upx'],
]

/** The shell commands that install UPX here; null if this system's package manager is not known. */
export function upxCommands(machine) {
  const other = managers.find(([manager]) => machine.hasCommand(manager))
  return aptCommands(machine, ['upx-ucl']) ?? (other === undefined ? null : [asRoot(machine) + other[1]])
}

const sourcesDirectory = '/etc/apt/sources.list.d'

/** Debian 12 has UPX in its backports alone: the command that adds them, from the mirror that the system already uses. */
function backports(machine) {
  const suite = 'bookworm'
  if (!new RegExp(`^VERSION_CODENAME=${suite}$`, 'm').test(machine.read('/etc/os-release'))) return []
  if (!/^ID=debian$/m.test(machine.read('/etc/os-release'))) return []
  const sources = ['/etc/apt/sources.list']
    .concat(machine.list(sourcesDirectory).map(name => path.join(sourcesDirectory, name)))
    .filter(file => /\.(list|sources)$/.test(file))
    .map(machine.read)
    .map(text => text.replaceAll(/^\s*#.*\n?/gm, ''))
  if (sources.some(text => text.includes(`${suite}-backports`))) return []
  const mirror = sources.flatMap(text => mirrorsOf(text, suite))[0]
  if (mirror === undefined) return []
  const key = mirror.key === undefined ? '' : `[signed-by=${mirror.key}] `
  const line = `deb ${key}${mirror.uri} ${suite}-backports main`
  const file = path.join(sourcesDirectory, `${suite}-backports.list`)
  return [`echo '${line}' | ${asRoot(machine)}tee ${file} >/dev/null`]
}

/** The places that serve a suite, in either form of apt's sources: `deb URI suite main`, and stanzas. */
function mirrorsOf(text, suite) {
  const lines = [
    ...text.matchAll(new RegExp(`^deb\\s+(?:\\[([^\\]]*)\\]\\s+)?([^\\s']+)\\s+${suite}\\s`, 'gm')),
  ]
  const stanzas = text.split(/\n\s*\n/).map(stanza => ({
    suites: /^Suites:(.*)$/m.exec(stanza)?.[1]?.trim().split(/\s+/) ?? [],
    uri: /^URIs:\s*([^\s']+)/m.exec(stanza)?.[1],
    key: /^Signed-By:\s*(\/[^\s']+)/m.exec(stanza)?.[1],
  }))
  return [
    ...lines.map(([, options = '', uri]) => ({ uri, key: /signed-by=(\/[^\s'\]]+)/.exec(options)?.[1] })),
    ...stanzas.filter(({ suites, uri }) => suites.includes(suite) && uri !== undefined),
  ]
}
