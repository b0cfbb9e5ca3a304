import { createHash } from 'node:crypto'
import { chmod, copyFile, stat } from 'node:fs/promises'
import { Failure } from '../failure.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import type { UpxTool } from '../toolchain/upx-tool.ts'
import type { Packer } from './packer.ts'
import { knownFault } from './upx-known.ts'
import { mayRace, race } from './upx-race.ts'

/** Only LZMA is worth what any packing costs, and no other level of it is both as small and as fast. */
export const UPX_ARGS: readonly string[] = ['--best', '--lzma']

/** 60 s and 3 s a MB: some four times what `--best --lzma` takes. */
export function packingLimit(linkedSize: number): number {
  return 60_000 + Math.ceil((linkedSize / 1_000_000) * 3000)
}

/** UPX with these arguments. It only reads `linked`, and its output depends on nothing else but itself and them. */
export function upxPacker(
  host: Host,
  upx: UpxTool,
  args: readonly string[] = UPX_ARGS,
  limitOf: (linkedSize: number) => number = packingLimit,
): Packer {
  const title = ['upx', upx.version, ...args].join(' ')
  return {
    title,
    identity: createHash('sha256')
      .update([upx.sha256, ...args].join('\0'))
      .digest('hex'),
    refuses: platform => knownFault(upx.version, platform),
    pack: async (linked, packed, setting) => {
      const { size, mode } = await stat(linked)
      const limitMs = limitOf(size)
      const deadline = performance.now() + limitMs
      const input = mode & 0o100 ? linked : await executableCopy(linked, `${packed}.linked`)
      const pack = (options: readonly string[], to: string, signal?: AbortSignal) =>
        run(host, upx.command, ['-q', '--no-color', ...args, ...options, '-o', to, input], {
          // UPX reads options from the variable UPX too: they would be part of its output and not of its identity.
          env: { ...host.env, UPX: undefined },
          timeoutMs: Math.max(1, deadline - performance.now()),
          ...(signal === undefined ? {} : { signal }),
        })
      const alongside = (option: string, to: string, signal: AbortSignal) => pack([option], to, signal)
      if (mayRace(upx.version, args, setting) && (await race(alongside, packed))) return
      const finished = await pack([], packed)
      const fault = faultOf(finished, limitMs)
      if (fault === null) return
      throw new Failure('pack', `${title} could not pack ${linked}: ${fault}.`, {
        output: `${finished.stdout}${finished.stderr}`.trim(),
      })
    },
  }
}

/** A binary that came as an artifact has lost its permission to be executed, and UPX asks for it. */
async function executableCopy(linked: string, copy: string): Promise<string> {
  await copyFile(linked, copy)
  await chmod(copy, 0o755)
  return copy
}

function faultOf({ exitCode, signal, timedOut, stderr }: Finished, limitMs: number): string | null {
  if (timedOut) return `it did not end within ${limitMs / 1000} s`
  if (exitCode === 0) return null
  if (stderr.includes('AlreadyPackedException')) return 'it is packed already'
  const exception = /\w+Exception(?:: [^\n]*)?/.exec(stderr)?.[0]
  const said = exception === undefined ? '' : ` and said "${exception.trim()}"`
  return exitCode === null ? `it was ended by ${signal}` : `it exited with ${exitCode}${said}`
}
