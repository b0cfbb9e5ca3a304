import { spawn, type ChildProcess } from 'node:child_process'

/** Most children end before this, and need no guard. */
const GUARDED_AFTER_MS = 200

/**
 * The shell script that kills the group if Bantam is killed. A line on its input means that the child has ended. If
 * Bantam was killed, the pipe closes without a line.
 */
const GUARD = 'trap "" INT TERM HUP; read -r _ || kill -s KILL -- "-$1"'

/**
 * Ensures that a child does not outlive Bantam, and that nothing the child started does: `go` runs compilers. The child
 * must lead its own process group (`detached`). After SIGKILL nothing in Bantam can run, so a small shell waits beside
 * a child that takes longer.
 */
export function endWithUs(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  const end = () => killGroup(pid)
  // Each running child has one listener.
  process.setMaxListeners(0)
  // This runs before the temporary directory is removed, because the child may still write there.
  process.prependListener('exit', end)
  let guard: ChildProcess | null = null
  const timer = setTimeout(() => (guard = startGuard(pid)), GUARDED_AFTER_MS)
  timer.unref()
  child.once('close', () => {
    clearTimeout(timer)
    process.off('exit', end)
    guard?.stdin?.end('\n')
  })
}

/** Kills the process group that a process leads. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group has ended, or belongs to root, like a program that sudo starts.
  }
}

function startGuard(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', String(pid)], {
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.stdin?.on('error', () => {})
  guard.unref()
  return guard
}
