import type { CallMachine } from './system-call.ts'

const MACHINES: Partial<Record<string, CallMachine>> = { x64: 'amd64', arm64: 'arm64' }

/** What this machine is, where Bantam can write a program of system calls for it. */
export function callMachine(): CallMachine | null {
  return MACHINES[process.arch] ?? null
}
