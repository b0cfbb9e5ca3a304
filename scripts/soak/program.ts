import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LOADERS } from '../../src/pack/bantam/loaders.ts'
import { packBytes } from '../../src/pack/bantam/pack.ts'

/** A program as the linker made it and as the packer did, and how to start either. */
export interface Programs {
  readonly linked: string
  readonly packed: string
  /** What starts them: an emulator, or the kernel. */
  readonly by: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
  /** Of this run, removed when it ends. */
  readonly folder: string
}

export const KINDS = ['linked', 'packed'] as const
export type Kind = (typeof KINDS)[number]

const EMULATORS: Readonly<Record<number, readonly [arch: string, emulator: string]>> = {
  62: ['x64', 'qemu-x86_64-static'],
  183: ['arm64', 'qemu-aarch64-static'],
}

/** @param command as for env(1): variables, then arguments */
export async function packedBeside(file: string, command: readonly string[]): Promise<Programs> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bantam-soak-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const bytes = readFileSync(file)
  const made = await packBytes(bytes, { loaders: LOADERS, cores: 2 })
  if ('why' in made) throw new Error(`${file} cannot be packed: ${made.why}`)
  console.log(`${file}: ${bytes.length} bytes, packed ${made.bytes.length}`)
  const variables = command.findIndex(word => !/^[A-Za-z_]\w*=/.test(word))
  const split = variables === -1 ? command.length : variables
  return {
    // The same name, so that a program that prints its own says the same.
    linked: write(folder, 'linked', path.basename(file), bytes),
    packed: write(folder, 'packed', path.basename(file), made.bytes),
    by: emulatorFor(bytes.readUInt16LE(18)),
    env: Object.fromEntries(command.slice(0, split).map(one => splitAt(one, one.indexOf('=')))),
    args: command.slice(split),
    folder,
  }
}

function write(folder: string, kind: Kind, name: string, bytes: Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(folder, `${kind}-`)), name)
  writeFileSync(file, bytes, { mode: 0o755 })
  return file
}

function emulatorFor(machine: number): readonly string[] {
  const [arch, emulator] = EMULATORS[machine] ?? []
  return emulator === undefined || arch === process.arch ? [] : [emulator]
}

function splitAt(text: string, index: number): readonly [string, string] {
  return [text.slice(0, index), text.slice(index + 1)]
}
