import { clause } from '../clause.ts'
import { createHash } from 'node:crypto'
import { chmod, copyFile, stat } from 'node:fs/promises'
import { ET_DYN } from '../binary/elf-constants.ts'
import type { Executable } from '../binary/executable.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import { DEFAULT_UPX_ARGS } from '../declare/upx-settings.ts'
import { Interrupted } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import { stoppedBy } from '../host/side-work.ts'
import type { UpxTool } from '../tools/upx-tool.ts'
import type { Packer } from './packer.ts'
import { knownFault } from './upx-known.ts'
import { exceptionIn, STANDSTILL_MS } from './upx-process.ts'
import { upxUnpacker } from './upx-unpack.ts'

/**
 * By default, UPX compresses the code of a linux/amd64 binary twice, with this filter and without, and keeps the
 * smaller result (`PackLinuxElf64amd::getFilters`). The filter makes calls of one function look alike. It wins by some
 * percent, or cannot be applied and changes nothing. Naming it gives the same bytes in two thirds of the time.
 */
const CALL_FILTER = '--filter=0x49'

/**
 * The encoder reads its tables in random order, which takes some percent less time with huge pages. The bytes are the
 * same.
 * https://sourceware.org/glibc/manual/latest/html_node/Memory-Allocation-Tunables.html
 */
const HUGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' }

/**
 * UPX with these arguments. It only reads `linked`. Apart from that file, its output depends only on UPX itself and the
 * arguments.
 */
export function upxPacker(
  host: Host,
  upx: UpxTool,
  args: readonly string[] = DEFAULT_UPX_ARGS,
  standstillMs = STANDSTILL_MS,
): Packer {
  const title = ['upx', upx.version, ...args].join(' ')
  return {
    ...upxUnpacker(host, async () => upx),
    title,
    identity: createHash('sha256')
      .update([upx.sha256, ...args].join('\0'))
      .digest('hex'),
    refuses: ({ executable, platform }) =>
      knownFault(upx.version, platform) ??
      (isPositionIndependent(executable)
        ? 'it is position-independent (-buildmode=pie), which UPX cannot pack'
        : null),
    pack: async (linked, packed, platform, stop) => {
      const { mode } = await stat(linked)
      const input = mode & 0o100 ? linked : await executableCopy(linked, `${packed}.linked`)
      const options = ['-q', '--no-color', ...args, ...filterFor(platform, args)]
      const finished = await run(
        stop === undefined ? host : stoppedBy(host, stop),
        upx.command,
        [...options, '-o', packed, input],
        {
          env: childEnvironment(host, 'packer', HUGE_PAGES),
          standstillMs,
        },
      )
      const output = `${finished.stdout}${finished.stderr}`.trim()
      const interruption = interruptionOf(finished, standstillMs)
      if (interruption !== null)
        throw new Interrupted(
          'pack',
          {
            what: clause`${title} could not pack ${linked}`,
            why: clause`${interruption}`,
            fix: clause`run it again`,
          },
          { output, fields: { file: linked, version: upx.version, platform: formatPlatform(platform) } },
        )
      const fault = faultOf(finished)
      return fault === null ? null : { why: `${title} could not pack ${linked}: ${fault}`, output }
    },
  }
}

function isPositionIndependent({ elf, buildInfo }: Executable): boolean {
  return elf.type === ET_DYN || buildInfo?.settings['-buildmode'] === 'pie'
}

function filterFor({ os, architecture }: Platform, args: readonly string[]): readonly string[] {
  const usual = args.join(' ') === DEFAULT_UPX_ARGS.join(' ')
  return usual && os === 'linux' && architecture === 'amd64' ? [CALL_FILTER] : []
}

/** A binary that was passed on as an artifact has lost the permission to be executed, which UPX requires. */
async function executableCopy(linked: string, copy: string): Promise<string> {
  await copyFile(linked, copy)
  await chmod(copy, 0o755)
  return copy
}

/** Signals that a program does not send to itself by mistake. */
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
  const exception = exceptionIn(stderr)
  const said = exception === null ? '' : ` and said "${exception}"`
  return exitCode === null ? `it was ended by ${signal}` : `it exited with ${exitCode}${said}`
}
