import { createHash } from 'node:crypto'
import { chmod, copyFile, stat } from 'node:fs/promises'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import type { UpxTool } from '../toolchain/upx-tool.ts'
import type { Platform } from '../declare/platform.ts'
import type { Packer } from './packer.ts'
import { knownFault } from './upx-known.ts'

/** Only LZMA is worth what any packing costs, and no other level of it is both as small and as fast. */
export const UPX_ARGS: readonly string[] = ['--best', '--lzma']

/**
 * By itself UPX compresses the code of a linux/amd64 binary twice, as this filter makes it and as it is, and keeps the
 * smaller (`PackLinuxElf64amd::getFilters`). The filter makes calls of one function look alike: it wins by some per cent,
 * or cannot be applied and changes nothing. To name it gives the same bytes in two thirds of the time.
 */
const CALL_FILTER = '--filter=0x49'

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
    pack: async (linked, packed, platform) => {
      const { size, mode } = await stat(linked)
      const limitMs = limitOf(size)
      const input = mode & 0o100 ? linked : await executableCopy(linked, `${packed}.linked`)
      const options = ['-q', '--no-color', ...args, ...filterFor(platform, args)]
      const finished = await run(host, upx.command, [...options, '-o', packed, input], {
        env: childEnvironment(host, 'upx'),
        timeoutMs: limitMs,
      })
      const fault = faultOf(finished, limitMs)
      if (fault === null) return
      throw new Failure('pack', `${title} could not pack ${linked}: ${fault}.`, {
        output: `${finished.stdout}${finished.stderr}`.trim(),
      })
    },
  }
}

function filterFor({ os, architecture }: Platform, args: readonly string[]): readonly string[] {
  const usual = args.join(' ') === UPX_ARGS.join(' ')
  return usual && os === 'linux' && architecture === 'amd64' ? [CALL_FILTER] : []
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
