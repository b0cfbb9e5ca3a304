import type { ChildProcess } from 'node:child_process'
import { childrenOf } from '../host/process-state.ts'

/**
 * Kills what a process of util-linux has started and waits for, which ends that process as well. If the util-linux
 * process itself were killed, this machine's first process would have to reap what it started, and a namespace does not
 * end before that. In a container, that may never happen.
 */
export function killTree(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return
  const started = childrenOf(child.pid ?? NaN)
  if (started.length === 0) child.kill('SIGKILL')
  for (const { pid } of started) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // The process has already ended.
    }
  }
}
