import { clause } from '../clause.ts'
import { spawn } from 'node:child_process'
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { link, open, realpath, symlink } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Failure, type Fields } from '../failure.ts'
import { childEnvironment } from './child-environment.ts'
import { whyNotWritten } from './disk.ts'
import { errorCode, errorMessage } from './error-code.ts'
import type { Host } from './host.ts'
import { onPath } from './on-path.ts'
import { TarError, tarEntries, type TarEntry } from './tar-entries.ts'
import { makeDirectory } from './make-directory.ts'

export interface ExtractOptions {
  /** Whether to leave out the first component of every name: `go/bin/go` becomes `bin/go`. */
  readonly strip: boolean
  /**
   * The URL that it was downloaded from, in a form that is safe to show. The name of a temporary file would mean
   * nothing to the user.
   */
  readonly from?: string
}

/** A Go toolchain has 15,000 entries and 260 MB. */
const BOUNDS = { maxEntries: 200_000, maxBytes: 2_000_000_000 }

/** Bytes to read and unpack at a time. Node's own 16 KiB would cost a turn of the event loop for every 16 KiB. */
const CHUNK = 1024 * 1024

interface Link {
  readonly place: string
  readonly target: string
  readonly name: string
}

/**
 * Extracts a `.tar.gz` or `.tar.xz` into a directory that belongs to the caller, who deletes it if this fails. Nothing
 * is written outside the directory: links are made last, when no more files are written through them.
 *
 * @throws Failure `toolchain` if the archive cannot be trusted, `missing-tool` without `xz`, `write` if the disk
 * refuses
 */
export async function extract(
  host: Host,
  file: string,
  destination: string,
  { strip, from }: ExtractOptions,
): Promise<void> {
  const name = from ?? path.basename(file)
  const refuse = (why: string, cause?: unknown) =>
    new Failure(
      'toolchain',
      { what: clause`the archive ${name} was not extracted`, why: clause`${why}` },
      { cause, fields: fieldsOf(name, from) },
    )
  await makeDirectory(destination).catch(cause => {
    throw whyNotWritten(destination, cause)
  })
  try {
    const links: Link[] = []
    const made = new Set<string>()
    for await (const entry of tarEntries(
      await decompressed(host, file, () => withoutXz(name, from)),
      BOUNDS,
    )) {
      const place = placeOf(entry, entry.name, strip)
      if (place === null) continue
      const target = path.join(destination, place)
      await parents(destination, place, made)
      switch (entry.type) {
        case 'directory':
          await makeDirectory(target)
          break
        case 'file':
          await write(entry, target)
          break
        case 'symlink':
          links.push({ place, target: symlinkTarget(entry, place), name: entry.name })
          break
        case 'hard link':
          await hardLink(entry, strip, destination, target)
          break
        case 'other':
          throw new TarError(`${show(entry.name)} is neither a file, a directory nor a link`)
      }
    }
    await makeLinks(destination, links)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    if (cause instanceof TarError) throw refuse(cause.message, cause)
    if (errorCode(cause).startsWith('Z_'))
      throw refuse(`it is damaged or incomplete (${errorMessage(cause)})`, cause)
    if (hasCode(cause, 'EEXIST', 'EISDIR', 'ENOTDIR')) throw refuse('it holds two entries of one name', cause)
    throw whyNotWritten(destination, cause)
  }
}

async function parents(destination: string, place: string, made: Set<string>): Promise<void> {
  const parent = path.dirname(place)
  if (made.has(parent)) return
  await makeDirectory(path.join(destination, parent))
  made.add(parent)
}

/** Where an entry goes, below the destination; `null` if `strip` leaves nothing of its name. */
function placeOf(entry: TarEntry, name: string, strip: boolean): string | null {
  if (name.includes('\0')) throw new TarError(`${show(entry.name)} has a NUL in its name`)
  if (name.startsWith('/')) throw new TarError(`${show(name)} is an absolute path`)
  const parts = name.split('/').filter(part => part !== '' && part !== '.')
  if (parts.includes('..')) throw new TarError(`${show(name)} points out of the archive with ..`)
  const kept = strip ? parts.slice(1) : parts
  return kept.length === 0 ? null : kept.join('/')
}

function symlinkTarget(entry: TarEntry, place: string): string {
  const { linkTarget } = entry
  const end = path.posix.normalize(path.posix.join(path.posix.dirname(place), linkTarget))
  if (linkTarget === '' || linkTarget.startsWith('/') || end === '..' || end.startsWith('../'))
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to ${show(linkTarget)}`)
  return linkTarget
}

async function hardLink(entry: TarEntry, strip: boolean, destination: string, target: string) {
  const to = placeOf(entry, entry.linkTarget, strip)
  if (to === null)
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to nothing`)
  try {
    await link(path.join(destination, to), target)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'EPERM'))
      throw new TarError(
        `${show(entry.name)} is a link to ${show(entry.linkTarget)}, which is not a file before it`,
      )
    throw cause
  }
}

/**
 * Makes the links, then checks them. A link through another link may still lead outside, and only the finished tree
 * shows that.
 */
async function makeLinks(destination: string, links: readonly Link[]): Promise<void> {
  for (const { place, target } of links) await symlink(target, path.join(destination, place))
  const root = await realpath(destination)
  for (const { place, target, name } of links) {
    const end = await realpath(path.join(destination, place)).catch(() => null)
    if (end === null) throw new TarError(`${show(name)} is a link to ${show(target)}, which is not there`)
    if (end !== root && !end.startsWith(root + path.sep))
      throw new TarError(`${show(name)} is a link that points out of the archive, to ${show(target)}`)
  }
}

/**
 * Writes synchronously: 15,000 small files take a third of the time, and the event loop still turns between two chunks.
 */
async function write(entry: TarEntry, target: string): Promise<void> {
  const executable = (entry.mode & 0o111) !== 0
  const descriptor = openSync(target, 'wx', executable ? 0o755 : 0o644)
  try {
    for await (const chunk of entry.content())
      for (let written = 0; written < chunk.length;) written += writeSync(descriptor, chunk, written)
  } finally {
    closeSync(descriptor)
  }
}

async function decompressed(
  host: Host,
  file: string,
  withoutXz: () => Failure,
): Promise<AsyncIterable<Uint8Array>> {
  const magic = await firstBytes(file)
  if (magic.startsWith('1f8b'))
    return pipeline(
      createReadStream(file, { highWaterMark: CHUNK }),
      createGunzip({ chunkSize: CHUNK }),
      () => {},
    )
  if (magic.startsWith('fd377a585a00')) return unxz(host, file, withoutXz)
  throw new TarError('it is neither a .tar.gz nor a .tar.xz')
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Unpacks with the program `xz`, because Node cannot. */
async function* unxz(host: Host, file: string, withoutXz: () => Failure): AsyncGenerator<Uint8Array> {
  const xz = onPath(host, 'xz')
  if (xz === null) throw withoutXz()
  const child = spawn(xz, ['--decompress', '--stdout', file], {
    env: { ...childEnvironment(host, 'xz') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stderr: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => stderr.length < 16 && stderr.push(chunk))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  ended.catch(() => {})
  try {
    yield* child.stdout
    const exitCode = await ended
    if (exitCode !== 0) {
      const said = Buffer.concat(stderr).toString('utf8').trim().split('\n')[0]
      throw new TarError(`it is damaged or incomplete (${said || `xz ended with ${exitCode}`})`)
    }
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) throw withoutXz()
    throw cause
  } finally {
    child.kill()
  }
}

function withoutXz(name: string, from: string | undefined): Failure {
  return new Failure(
    'missing-tool',
    {
      what: clause`the archive ${name} was not extracted`,
      why: clause`that takes the program xz, which is not on PATH`,
      fix: clause`install it (package xz-utils on Debian and Ubuntu, xz elsewhere)`,
    },
    { fields: { command: 'xz', ...fieldsOf(name, from) } },
  )
}

function fieldsOf(name: string, from: string | undefined): Fields {
  return from === undefined ? { file: name } : { url: from }
}

function hasCode(cause: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(errorCode(cause))
}

function show(name: string): string {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name)
}
