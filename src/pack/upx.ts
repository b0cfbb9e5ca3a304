import { createHash } from 'node:crypto'
import { chmod, copyFile, stat } from 'node:fs/promises'
import { Failure, Interrupted } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import type { UpxTool } from '../tools/upx-tool.ts'
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

/**
 * The encoder reads its tables at random, and with huge pages that takes some per cent less time. The bytes are the same.
 * https://sourceware.org/glibc/manual/latest/html_node/Memory-Allocation-Tunables.html
 */
const HUGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' }

/** UPX never waits for anything: who takes no processor time for so long was stopped, or waits for what will not come. */
export const STANDSTILL_MS = 120_000

/** UPX with these arguments. It only reads `linked`, and its output depends on nothing else but itself and them. */
export function upxPacker(
  host: Host,
  upx: UpxTool,
  args: readonly string[] = UPX_ARGS,
  standstillMs = STANDSTILL_MS,
): Packer {
  const title = ['upx', upx.version, ...args].join(' ')
  return {
    title,
    identity: createHash('sha256')
      .update([upx.sha256, ...args].join('\0'))
      .digest('hex'),
    refuses: platform => knownFault(upx.version, platform),
    pack: async (linked, packed, platform) => {
      const { mode } = await stat(linked)
      const input = mode & 0o100 ? linked : await executableCopy(linked, `${packed}.linked`)
      const options = ['-q', '--no-color', ...args, ...filterFor(platform, args)]
      const finished = await run(host, upx.command, [...options, '-o', packed, input], {
        env: childEnvironment(host, 'upx', HUGE_PAGES),
        standstillMs,
      })
      const interruption = interruptionOf(finished, standstillMs)
      if (interruption !== null)
        throw new Interrupted('pack', `${title} could not pack ${linked}: ${interruption}; run it again.`, {
          output: `${finished.stdout}${finished.stderr}`.trim(),
        })
      const fault = faultOf(finished)
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

/** Signals that a program does not send itself by a mistake of its own. */
const FROM_OUTSIDE: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGXCPU']

const SHORTAGE =
  /No space left on device|Disk quota exceeded|Cannot allocate memory|OutOfMemory|bad_alloc|Too many open files|Input\/output error/

/** What this machine did to it, as a clause. */
function interruptionOf(
  { exitCode, signal, stoodStill, stderr }: Finished,
  standstillMs: number,
): string | null {
  if (stoodStill) return `it made no progress for ${standstillMs / 1000} s`
  if (FROM_OUTSIDE.includes(signal)) return `it was ended from outside (${signal}), or memory ran out`
  return exitCode === 0 ? null : (SHORTAGE.exec(stderr)?.[0] ?? null)
}

function faultOf({ exitCode, signal, stderr }: Finished): string | null {
  if (exitCode === 0) return null
  if (stderr.includes('AlreadyPackedException')) return 'it is packed already'
  const exception = /\w+Exception(?:: [^\n]*)?/.exec(stderr)?.[0]
  const said = exception === undefined ? '' : ` and said "${exception.trim()}"`
  return exitCode === null ? `it was ended by ${signal}` : `it exited with ${exitCode}${said}`
}
