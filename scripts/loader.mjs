// Compiles loader/ into src/pack/bantam/loaders/, as text: the same bytes each time that one version of gcc does it. A
// machine without the compilers keeps what is there. `--check` says whether that is what loader/ gives.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandIn } from './machine.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(root, 'loader')

/** In the order in which they are linked. */
const SOURCES = words(
  'start.c payload.c fail.c map.c unpack.c memory.c xxh32.c zstd.c pclntab.c pclntab_tables.c',
)

/** Debian has the compilers under these names, whatever the machine that it runs on. */
export const ARCHITECTURES = {
  amd64: {
    compiler: 'x86_64-linux-gnu-gcc',
    text: 'text_x86.c',
    flags: ['-fcf-protection=none'],
    // R_X86_64_PC32 and R_X86_64_PLT32.
    relative: [2, 4],
  },
  arm64: {
    compiler: 'aarch64-linux-gnu-gcc',
    text: 'text_arm64.c',
    // The tiny model has no addresses of pages, so that the code can be anywhere and not only at a page of 4 KiB.
    flags: ['-mcmodel=tiny', '-mbranch-protection=none', '-mno-outline-atomics'],
    // R_AARCH64_LD_PREL_LO19, ADR_PREL_LO21, TSTBR14, CONDBR19, JUMP26 and CALL26.
    relative: [273, 274, 279, 280, 282, 283],
  },
}

const FLAGS = [
  words('-std=c11 -Os -ffreestanding -fno-builtin -fPIE -Wall -Wextra -include hidden.h'),
  // What the compiler of a system may do unasked.
  words('-fno-stack-protector -fno-stack-clash-protection -fno-asynchronous-unwind-tables'),
  // What would need a table of addresses.
  words('-fno-jump-tables -fno-tree-switch-conversion'),
  words('-fno-unwind-tables -fno-strict-aliasing -ffunction-sections -fno-ident -Wno-parentheses'),
].flat()
const LINK = ['-nostdlib', '-static', '-no-pie', '-T', 'loader.ld']
const LINKER = words('--build-id=none --gc-sections --emit-relocs -z noexecstack')

function words(text) {
  return text.split(' ')
}

/** Behind the 16 bytes that the packer fills in. */
const ENTRY = 16

const generated = name => path.join(root, 'src/pack/bantam/loaders', `${name}.ts`)

/** Of everything that goes into the loader of an architecture. */
export function sourcesDigest(name) {
  const { text, flags } = ARCHITECTURES[name]
  const headers = globSync('*.h', { cwd: folder }).sort()
  const files = [...SOURCES, text, ...headers, `arch/${name}.h`, 'loader.ld']
  const hash = createHash('sha256').update(JSON.stringify([FLAGS, flags, LINK, LINKER]))
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)))
  return hash.digest('hex')
}

/** The versions of the compiler and of the linker it uses, or null where there is none. */
export function compilerVersion(name) {
  const { compiler } = ARCHITECTURES[name]
  if (!commandIn(process.env.PATH, compiler)) return null
  const linker = run(compiler, ['-print-prog-name=ld']).trim()
  return [run(compiler, ['--version']), run(linker, ['--version'])]
    .map(text => text.split('\n')[0])
    .join(', ')
}

/** @returns {{ code: Buffer, sizes: Record<string, number> }} the loader, and how many bytes of it each file gave */
export function buildLoader(name) {
  const { compiler, text, flags } = ARCHITECTURES[name]
  const work = mkdtempSync(path.join(tmpdir(), 'bantam-loader-'))
  try {
    const all = [...FLAGS, ...flags, `-DARCH="arch/${name}.h"`]
    const objects = [...SOURCES, text].map(source => {
      const object = path.join(work, source.replace(/\.c$/, '.o'))
      run(compiler, [...all, '-c', '-o', object, source])
      return object
    })
    const linked = path.join(work, 'loader')
    const map = path.join(work, 'map')
    run(compiler, [
      ...LINK,
      ...[...LINKER, `-Map=${map}`].map(option => `-Wl,${option}`),
      '-o',
      linked,
      ...objects,
    ])
    return { code: codeOf(readFileSync(linked), name), sizes: sizesOf(readFileSync(map, 'utf8')) }
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** Runs a command in loader/, and shows what it complains about. */
function run(command, args) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}.`)
  return stdout
}

const [SHT_RELA, SHF_ALLOC] = [4, 2]

/** The loader as it is in memory. It must be in one piece, and right at any address. */
function codeOf(elf, name) {
  const sections = sectionsOf(elf)
  const loaded = sections.filter(({ flags, size }) => (flags & SHF_ALLOC) !== 0 && size > 0)
  if (loaded.length !== 1)
    throw new Error(`The loader for ${name} has ${loaded.length} parts in memory and not one.`)
  const relocations = sections
    .filter(({ type }) => type === SHT_RELA)
    .flatMap(section => relocationsOf(elf, section))
  const absolute = relocations.filter(type => !ARCHITECTURES[name].relative.includes(type))
  if (absolute.length > 0)
    throw new Error(`The loader for ${name} is not position-independent: relocations ${absolute.join(', ')}.`)
  if (Number(elf.readBigUInt64LE(24)) !== ENTRY)
    throw new Error(`The loader for ${name} does not begin at ${ENTRY}.`)
  const [{ offset, size }] = loaded
  return elf.subarray(offset, offset + size)
}

function sectionsOf(elf) {
  const [table, count] = [Number(elf.readBigUInt64LE(40)), elf.readUInt16LE(60)]
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * 64
    const number = offset => Number(elf.readBigUInt64LE(at + offset))
    return { type: elf.readUInt32LE(at + 4), flags: number(8), offset: number(24), size: number(32) }
  })
}

/** Their types. */
function relocationsOf(elf, { offset, size }) {
  return Array.from({ length: size / 24 }, (_, index) => elf.readUInt32LE(offset + index * 24 + 8))
}

/** From the linker's map: ` .text.start 0x1234 0x56 /tmp/start.o`, where the name may have a line of its own. */
function sizesOf(map) {
  const sizes = {}
  for (const [, size, file] of map.matchAll(/^ \.\S+\s+0x[0-9a-f]+\s+0x([0-9a-f]+) \S*\/(\w+)\.o$/gm))
    sizes[`${file}.c`] = (sizes[`${file}.c`] ?? 0) + parseInt(size, 16)
  return sizes
}

function textOf(name, { code, sources, compiler }) {
  return `// Made by scripts/loader.mjs from loader/; change it there.
import type { BuiltLoader } from './built-loader.ts'

export const LOADER: BuiltLoader = {
  sources: '${sources}',
  compiler: '${compiler}',
  code: '${code.toString('base64')}',
}
`
}

/** What is there now. */
function kept(name) {
  try {
    const text = readFileSync(generated(name), 'utf8')
    const field = key => new RegExp(`^  ${key}: '(.*)',$`, 'm').exec(text)?.[1]
    return { text, sources: field('sources'), compiler: field('compiler') }
  } catch {
    return { text: null, sources: null, compiler: null }
  }
}

/** Compiles each loader that is not what loader/ gives. Others are kept, since another compiler gives other bytes. */
export function writeLoaders(say) {
  for (const name of Object.keys(ARCHITECTURES)) {
    const [sources, compiler, { text, ...before }] = [sourcesDigest(name), compilerVersion(name), kept(name)]
    const changed = before.sources !== sources
    if (compiler === null) {
      const { compiler: command } = ARCHITECTURES[name]
      if (changed)
        say(`loader/ has changed, and ${command} is not on PATH: ${name} keeps the loader that it has.`)
      continue
    }
    if (!changed && before.compiler !== compiler) continue
    const { code, sizes } = buildLoader(name)
    const after = textOf(name, { code, sources, compiler })
    if (after === text) continue
    writeFileSync(generated(name), after)
    const shares = Object.entries(sizes).map(([file, size]) => `${file} ${size}`)
    say(`the loader for ${name}: ${code.length} bytes (${shares.join(', ')})`)
  }
}

/** Sentences on what is wrong, and on what could not be compared. */
export function checkLoaders() {
  const wrong = []
  const notes = []
  for (const name of Object.keys(ARCHITECTURES)) {
    const [sources, compiler, before] = [sourcesDigest(name), compilerVersion(name), kept(name)]
    const file = path.relative(root, generated(name))
    if (before.sources !== sources) wrong.push(`${file} is not made from loader/ as it is.`)
    else if (compiler !== before.compiler)
      notes.push(`${file} was made by ${before.compiler}, which is not here: it was not compared.`)
    else if (textOf(name, { code: buildLoader(name).code, sources, compiler }) !== before.text)
      wrong.push(`${file} is not what ${compiler} gives.`)
  }
  return { wrong, notes }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) writeLoaders(line => console.error(line))
  else {
    const { wrong, notes } = checkLoaders()
    for (const line of [...notes, ...wrong]) console.error(line)
    if (wrong.length > 0) {
      console.error('Run "npm run build" where the compilers are, and commit what it changes.')
      process.exit(1)
    }
  }
}
