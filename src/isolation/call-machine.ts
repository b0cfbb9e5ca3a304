import { machine } from '../host/machine.ts'
import type { CallMachine } from './system-call.ts'

/** The kind of this machine; `null` where Bantam cannot write a program of system calls for it. */
export function callMachine(): CallMachine | null {
  const own = machine()
  return own === 'amd64' || own === 'arm64' ? own : null
}
