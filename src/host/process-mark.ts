import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Identifies this process as a part of a file's name: its id; when it started, because ids are reused; and where the id
 * is valid, because another machine, container or boot has other processes with the same ids.
 */
export function processMark(): string {
  return `${process.pid}-${startOf(process.pid) ?? 0}-${here()}`
}

export const PROCESS_MARK = /(\d+)-(\d+)-([0-9a-f]{8})/

/** Whether the process with this mark has ended; `null` if that cannot be known. */
export function hasEnded(mark: string): boolean | null {
  const [, pid = '', start = '', where = ''] = PROCESS_MARK.exec(mark) ?? []
  if (pid === '' || where !== here()) return null
  const found = startOf(Number(pid))
  return found === null ? !exists(Number(pid)) : found !== start
}

/**
 * The start of a process in clock ticks since the boot; `null` if there is no such process, or no /proc.
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function startOf(pid: number): string | null {
  const stat = readOrNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The command's name stands in parentheses, and may contain any character.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function here(): string {
  const boot = readOrNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const namespace = readOrNothing(() => readlinkSync('/proc/self/ns/pid'))
  return createHash('sha256').update([hostname(), boot, namespace].join('\n')).digest('hex').slice(0, 8)
}

function readOrNothing(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
