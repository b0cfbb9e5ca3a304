import { readdirSync, readFileSync } from 'node:fs'

/** The kernel's data about a process at one moment. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export interface ProcessState {
  readonly pid: number
  readonly parent: number
  /** `R` runs or waits for a processor, `S` sleeps, `D` waits for a disk, `T` is stopped. */
  readonly state: string
  /** Processor time in clock ticks, user and system, of the process and of the children that it waited for. */
  readonly ticks: number
}

/** Reads the state of a process; `null` if there is no such process, or no `/proc`. */
export function processState(pid: number): ProcessState | null {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return null
  }
}

/** @param text content of `/proc/PID/stat`; the name, in parentheses, may contain anything. */
export function readStat(text: string): ProcessState | null {
  const end = text.lastIndexOf(') ')
  const pid = Number.parseInt(text)
  const fields = text.slice(end + 2).split(' ')
  const [state = '', parent] = fields
  const ticks = fields.slice(11, 15).map(Number)
  if (end < 0 || !Number.isInteger(pid) || ticks.length < 4 || ticks.some(Number.isNaN)) return null
  return { pid, parent: Number(parent), state, ticks: ticks.reduce((sum, each) => sum + each, 0) }
}

/** The process and everything that it started and that still runs; empty if there is no such process. */
export function processTree(pid: number): readonly ProcessState[] {
  const root = processState(pid)
  if (root === null) return []
  const tree = [root]
  for (const parent of tree) tree.push(...childrenOf(parent.pid))
  return tree
}

/** The children of the process that still run. */
export function childrenOf(pid: number): readonly ProcessState[] {
  const listed = listedChildren(pid)
  if (listed !== null) return listed.flatMap(child => processState(child) ?? [])
  return processes().filter(each => each.parent === pid)
}

/**
 * The children of all its threads, from the kernel's own lists; `null` if the kernel keeps none (CONFIG_PROC_CHILDREN),
 * or the process has ended.
 */
function listedChildren(pid: number): readonly number[] | null {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap(thread =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1')
        .split(' ')
        .filter(child => child !== '')
        .map(Number),
    )
  } catch {
    return null
  }
}

function processes(): readonly ProcessState[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(name => processState(Number(name)) ?? [])
  } catch {
    return []
  }
}
