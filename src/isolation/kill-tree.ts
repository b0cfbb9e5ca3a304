import type { ChildProcess } from 'node:child_process'
import { childrenOf } from '../host/process-state.ts'

/**
 * Kills what a process of util-linux has started and waits for; it ends by that. To kill it too would leave the other to
 * the first process of this machine, and a namespace does not end before that has taken note: in a container it may never.
 */
export function killTree(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return
  const started = childrenOf(child.pid ?? NaN)
  if (started.length === 0) child.kill('SIGKILL')
  for (const { pid } of started) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
}
