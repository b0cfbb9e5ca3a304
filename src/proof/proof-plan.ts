import os from 'node:os'
import type { Executable } from '../binary/executable.ts'
import type { Platform } from '../declare/platform.ts'
import type { Host } from '../host/host.ts'
import { machine } from '../host/machine.ts'
import { starterFor, type Starter } from './starter.ts'

/** How a binary is to be proven on this machine. */
export type ProofPlan =
  | {
      readonly kind: 'proof'
      readonly starter: Exclude<Starter, { kind: 'none' }>
      /** What the proof is made on. It is not valid on anything else. */
      readonly on: string
    }
  /** Only a run of the finished image can show whether it starts. */
  | { readonly kind: 'smoke test'; readonly why: string; readonly on: string }
  /** A clause. */
  | { readonly kind: 'impossible'; readonly why: string }

export interface ToProve {
  readonly executable: Executable
  readonly platform: Platform
  /** `null`: the smoke test does not start it. */
  readonly smokeTested: boolean | null
}

export function planProof(host: Host, { executable, platform, smokeTested }: ToProve): ProofPlan {
  const starter = starterFor(host, platform)
  const on = [os.release(), machine(), starter.kind === 'emulator' ? starter.name : 'native'].join(' ')
  const why = whyNoRuntime(executable)
  if (why !== null && smokeTested === true) return { kind: 'smoke test', why, on }
  if (why !== null)
    return {
      kind: 'impossible',
      why: `${why}, and ${smokeTested === null ? 'the smoke test does not start it' : 'it has no smoke test (smoke-args or smoke-http)'}`,
    }
  if (starter.kind === 'none') return { kind: 'impossible', why: starter.why }
  return { kind: 'proof', starter, on }
}

/** `GOMEMLIMIT` came with Go 1.19. */
const FIRST_PROVABLE = 19

/** Why it cannot be seen whether the Go runtime is reached, as a clause. */
function whyNoRuntime({ elf, buildInfo }: Executable): string | null {
  if (elf.interpreter !== null) return `it needs the dynamic loader ${elf.interpreter}`
  if (buildInfo === null) return 'Go did not build it'
  const minor = /\bgo1\.(\d+)/.exec(buildInfo.goVersion)?.[1]
  if (minor !== undefined && Number(minor) >= FIRST_PROVABLE) return null
  return `it was built by ${buildInfo.goVersion}, and the proof works only for Go 1.${FIRST_PROVABLE} and newer`
}
