import { spawn, type ChildProcess } from 'node:child_process'

/** Most children end before this, and need no guard. */
const GUARDED_AFTER_MS = 200

/** A line means that the child has ended. The pipe breaks off without one if Bantam was killed. */
const GUARD = 'trap "" INT TERM HUP; read -r _ || kill -s KILL -- "-$1"'

/**
 * Sees to it that a child does not outlive Bantam, nor anything that it started: `go` runs compilers. The child must lead a
 * group of its own (`detached`). Nothing of Bantam's runs after SIGKILL, so a small shell waits beside a child that takes
 * its time.
 */
export function endWithUs(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  const end = () => killGroup(pid)
  // One listener for each child that runs.
  process.setMaxListeners(0)
  // Before the temporary directory is removed, in which the child may be writing.
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

/** Kills the group that a process leads. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended, or belongs to root, as what sudo starts.
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
