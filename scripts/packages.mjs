// Installs packages of the system, by the very commands that are printed where that needs to be asked first.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aptCommands, asRoot, mayInstallUnasked, thisMachine, upxCommands } from './machine.mjs'
import { cacheDirectory, fail, onPath, say } from './setup.mjs'

/** Whether this user can run what only root may, without a password or with a terminal to ask for it. */
export function canBeRoot() {
  if (process.getuid?.() === 0) return true
  if (asRoot(thisMachine()) === '') return false
  return process.stdin.isTTY || spawnSync('sudo', ['-n', 'true']).status === 0
}

/** Runs shell commands one after the other, in one shell, which goes on while Node waits for something else. */
export async function runCommands(commands) {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-install-'))
  const output = path.join(directory, 'output')
  // Into a file: a full pipe that is not read would stop the shell.
  const file = openSync(output, 'w')
  try {
    const status = await ended(
      spawn('sh', ['-c', commands.map(orGoOn).join(' && ')], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: [process.stdin.isTTY ? 'inherit' : 'ignore', file, file],
      }),
    )
    if (status !== 0) say(`${commands.join('\n')}\n${readFileSync(output, 'utf8')}`)
    return status === 0
  } finally {
    closeSync(file)
    rmSync(directory, { recursive: true, force: true })
  }
}

/** An update fails for any one source that does not answer, and often that one is not needed. */
function orGoOn(command) {
  return command.includes('apt-get update') ? `{ ${command} || true; }` : command
}

function ended(child) {
  return new Promise(resolve => {
    child.on('error', () => resolve(-1))
    child.on('exit', resolve)
  })
}

/** Installs with apt what each command needs: the first package that has it. Returns the commands that are still missing. */
export async function installAll(wanted) {
  const firsts = [...new Set(Object.values(wanted).map(([first]) => first))]
  await runCommands(aptCommands(thisMachine(), firsts))
  const missing = () => Object.keys(wanted).filter(command => !onPath(command))
  // One name that a release of the system does not have fails the whole command, so each is tried alone.
  for (const command of missing())
    for (const name of wanted[command]) {
      if (onPath(command)) break
      await runCommands([aptCommands(thisMachine(), [name]).at(-1)])
    }
  return missing()
}

/** Whether Bantam finds UPX itself: on PATH, kept from an earlier run, or in its release, which it downloads. */
async function isUpxWithinReach() {
  if (onPath('upx')) return true
  const kept = process.env.RUNNER_TOOL_CACHE || path.join(cacheDirectory, 'bantam', 'tools')
  return existsSync(path.join(kept, 'upx')) || reachable(process.execPath)
}

/** Asked by a process of its own, because only there can Node be set to go through the proxy of the environment. */
function reachable(node) {
  const url = 'https://github.com/upx/upx/releases/download/v4.2.4/upx-4.2.4-amd64_linux.tar.xz'
  const ask = `fetch('${url}', { method: 'HEAD', signal: AbortSignal.timeout(5000) }).then(({ ok }) => process.exit(ok ? 0 : 1))`
  const env = { ...process.env, NODE_OPTIONS: '', NODE_USE_ENV_PROXY: '1' }
  return spawnSync(node, ['-e', ask], { stdio: 'ignore', env }).status === 0
}

/** UPX for the main job. It is installed only as root in a container or in CI, or where `--install` asked for it. */
export async function ensureUpx({ asked }) {
  if (await isUpxWithinReach()) return
  const missing = 'UPX is not on PATH, and its release could not be downloaded from GitHub'
  const machine = thisMachine()
  const commands = upxCommands(machine)
  if (commands === null) fail(`${missing}: put UPX 4.2.4 on PATH and try again.`)
  const shown = commands.map(command => `  ${command}`).join('\n')
  if (!asked && !mayInstallUnasked(machine))
    fail(
      `${missing}. This installs it:\n\n${shown}\n\nRun that${machine.uid === 0 || asRoot(machine) !== '' ? '' : ' as root'}, or let "npm start -- --install" do it.`,
    )
  say(`${missing}. Installing it:\n\n${shown}\n`)
  if (!canBeRoot()) fail('Only root can install packages, and there is no sudo that works here.')
  if (!(await runCommands(commands)) || !onPath('upx'))
    fail('UPX could not be installed: put UPX 4.2.4 on PATH and try again.')
}
