import { clause } from '../clause.ts'
import { randomBytes } from 'node:crypto'
import { copyFile, chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure, Interrupted } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import { whyNotWritten } from '../host/disk.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import type { UpxTool } from '../tools/upx-tool.ts'
import type { Unpacked, Unpacker } from './packer.ts'
import { hasUpxLoader, readUpxHeader } from './upx-header.ts'
import { exceptionIn, STANDSTILL_MS } from './upx-process.ts'

/** @param findUpx looks for UPX when the first packed binary is found, not earlier; `null`: there is none. */
export function upxUnpacker(host: Host, findUpx: () => Promise<UpxTool | null>): Unpacker {
  let upx: Promise<UpxTool | null> | undefined
  return {
    name: 'upx',
    recognizes: hasUpxLoader,
    unpack: async bytes => unpack(host, await (upx ??= findUpx()), { bytes }),
  }
}

export interface UnpackBounds {
  /** Of the linked binary. */
  readonly maxBytes: number
  /** Of processor time. */
  readonly seconds: number
  readonly standstillMs: number
  /** Memory that UPX may use. */
  readonly maxMemory: number
}

/** UPX unpacks some 100 MB a second. No bound is wall-clock time: a busy machine must not change what the gate says. */
const BOUNDS: UnpackBounds = {
  maxBytes: 1_000_000_000,
  seconds: 60,
  standstillMs: STANDSTILL_MS,
  maxMemory: 4 * 1024 ** 3,
}

/**
 * Recovers the linked binary of a packed one with `upx -d`, in the run's temporary directory. What it unpacks is read
 * and never run. The binary may come from anywhere, so UPX gets no environment, and the system limits its output,
 * memory and time.
 *
 * @param upx `null`: there is none.
 * @throws Failure `write` where the temporary directory has no room, `bad-input` where a file cannot be read
 */
export async function unpack(
  host: Host,
  upx: UpxTool | null,
  packed: { readonly bytes: Uint8Array } | { readonly file: string },
  bounds: UnpackBounds = BOUNDS,
): Promise<Unpacked> {
  const bytes = 'bytes' in packed ? packed.bytes : await readPacked(packed.file)
  const header = readUpxHeader(bytes)
  if (header === null)
    return {
      why: hasUpxLoader(bytes)
        ? 'it was packed by UPX and changed afterwards, so that UPX cannot unpack it'
        : 'it was not packed by UPX',
    }
  if (upx === null)
    return {
      why: 'it was packed by UPX, and no UPX was found or downloaded to unpack it',
      fix: 'install UPX, so that it is on PATH',
    }
  if (header.originalSize > bounds.maxBytes)
    return {
      why: `it unpacks to ${header.originalSize} bytes, and the limit is ${bounds.maxBytes}`,
    }
  const input = path.join(host.temporary, `packed-${randomBytes(8).toString('hex')}`)
  const output = `${input}.linked`
  try {
    await put(packed, input)
    const fault = faultOf(await runUpx(host, upx, input, output, bounds), upx, bounds)
    return fault === null ? await readLinked(output, bytes, header.originalSize) : { why: fault }
  } finally {
    await Promise.all([input, output].map(file => rm(file, { force: true })))
  }
}

async function readPacked(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new Failure(
      'bad-input',
      { what: clause`${file} could not be unpacked`, why: clause`${whyNotRead(cause)}` },
      { cause, fields: { file } },
    )
  }
}

/** Makes a copy: UPX requires permission to execute the file that it reads. */
async function put(
  packed: { readonly bytes: Uint8Array } | { readonly file: string },
  input: string,
): Promise<void> {
  try {
    if ('bytes' in packed) await writeFile(input, packed.bytes, { mode: 0o700, flag: 'wx' })
    else await copyFile(packed.file, input)
    await chmod(input, 0o700)
  } catch (cause) {
    throw whyNotWritten(input, cause)
  }
}

/** A header may give a wrong size, so the system holds UPX to the size. Not every system can limit memory. */
const LIMITED =
  'ulimit -f "$1" && { ulimit -v "$2" 2>/dev/null || :; } && ulimit -t "$3" && shift 3 && exec "$@"'

function runUpx(
  host: Host,
  { command }: UpxTool,
  input: string,
  output: string,
  { maxBytes, seconds, standstillMs, maxMemory }: UnpackBounds,
): Promise<Finished> {
  const limits = [Math.ceil(maxBytes / 512), Math.ceil(maxMemory / 1024), seconds].map(String)
  const unpacking = [command, '-d', '-q', '--no-color', '-o', output, input]
  return run(host, '/bin/sh', ['-c', LIMITED, 'sh', ...limits, ...unpacking], {
    cwd: host.temporary,
    env: childEnvironment(host, 'shell'),
    standstillMs,
    maxOutput: 64 * 1024,
  })
}

function faultOf(
  { exitCode, signal, stoodStill, stderr, stdout }: Finished,
  upx: UpxTool,
  bounds: UnpackBounds,
): string | null {
  if (stoodStill) throw standing(upx, bounds)
  if (signal === 'SIGXCPU' || signal === 'SIGKILL')
    return `UPX ${upx.version} did not unpack it within ${bounds.seconds} s of processor time`
  if (exitCode === 0) return null
  const said = exceptionIn(`${stderr}\n${stdout}`)
  return `UPX ${upx.version} could not unpack it${said === null ? '' : ` (${said})`}`
}

function standing({ version }: UpxTool, { standstillMs }: UnpackBounds): Interrupted {
  return new Interrupted(
    'unreadable-binary',
    {
      what: clause`UPX ${version} made no progress for ${standstillMs / 1000} s while it unpacked a binary`,
      why: clause`it was stopped, or waits for what does not come`,
      fix: clause`run it again`,
    },
    { fields: { version } },
  )
}

async function readLinked(output: string, packed: Uint8Array, expected: number): Promise<Unpacked> {
  const status = await stat(output).catch(() => null)
  if (status === null || status.size !== expected)
    return { why: `UPX unpacked it to ${status?.size ?? 0} bytes, and it should have ${expected}` }
  const linked = await readFile(output)
  return sameMachine(linked, packed)
    ? { linked }
    : { why: 'the unpacked file is not an ELF file for its machine' }
}

/** Magic, class and byte order; and `e_machine` as it is stored. */
function sameMachine(a: Uint8Array, b: Uint8Array): boolean {
  return [0, 1, 2, 3, 4, 5, 18, 19].every(at => a[at] === b[at])
}
