import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { UpxTool } from '../../src/tools/upx-tool.ts'
import { which } from './tools.ts'

/** Every way in which the UPX of these tests is broken on purpose. */
export const BREAKAGES = [
  'corrupts its output',
  'changes a distant byte',
  'hangs',
  'writes nothing',
  'crashes above 500 variables',
  'crashes with an odd number of variables',
] as const

/** `starts another program` passes every hand-over: what it makes does reach the Go runtime, as another executable. */
export type Breakage = (typeof BREAKAGES)[number] | 'starts another program'

/**
 * Writes a program that looks like UPX, calls the real one, and breaks what came of it. Version and options are the
 * real one's; put its directory first on PATH, and it is the UPX of a whole run.
 */
export function writeBrokenUpx(breakage: Breakage): UpxTool {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-broken-upx-'))
  const command = path.join(directory, 'upx')
  const setting = { breakage, real: which('upx'), gcc: which('gcc'), directory }
  const script = `#!${process.execPath}\nconst setting = ${JSON.stringify(setting)};\n(${brokenUpx})(setting)\n`
  writeFileSync(command, script, { mode: 0o755 })
  writeFileSync(path.join(directory, 'wrapper.c'), WRAPPER)
  return { ...realUpx(), command, sha256: sha256(script) }
}

/** The UPX that the machine has. */
export function realUpx(): UpxTool {
  const command = which('upx') ?? 'upx'
  return { version: '4.2.2', command, sha256: sha256(readFileSync(command)), source: 'PATH' }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The program of the script, as source: it stands alone. */
const brokenUpx = `({ breakage, real, gcc, directory }) => {
  const { execFileSync, spawnSync } = require('node:child_process')
  const { mkdtempSync, readFileSync, writeFileSync } = require('node:fs')
  const path = require('node:path')
  const args = process.argv.slice(2)
  const at = args.indexOf('-o')
  if (at === -1) process.exit(spawnSync(real, args, { stdio: 'inherit' }).status)
  const linked = args[args.length - 1]
  const packed = args[at + 1]
  const options = args.filter((_, index) => index !== at && index !== at + 1).slice(0, -1)
  const pack = (from, to) => execFileSync(real, [...options, '-o', to, from], { stdio: 'inherit' })

  const wrap = macro => {
    const scratch = mkdtempSync(path.join(directory, 'wrap-'))
    const inner = path.join(scratch, 'inner')
    pack(linked, inner)
    const flags = ['-Os', '-static', '-nostdlib', '-ffreestanding', '-fno-stack-protector', '-fno-pie', '-no-pie', '-s']
    const inside = ['-DINNER="' + inner + '"', '-D' + macro]
    execFileSync(gcc, [...flags, ...inside, '-o', packed, path.join(directory, 'wrapper.c')], { stdio: 'inherit' })
  }

  switch (breakage) {
    case 'corrupts its output': {
      pack(linked, packed)
      const bytes = readFileSync(packed)
      bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 64)
      return writeFileSync(packed, bytes)
    }
    case 'changes a distant byte': {
      // Late in the code of the linked binary, where main and its like stand: what starts a program stands first.
      const bytes = readFileSync(linked)
      const headers = Number(bytes.readBigUInt64LE(32))
      for (let index = 0; index < bytes.readUInt16LE(56); index++) {
        const header = headers + index * 56
        if (bytes.readUInt32LE(header) !== 1 || bytes.readUInt32LE(header + 4) !== 5) continue
        const offset = Number(bytes.readBigUInt64LE(header + 8))
        const size = Number(bytes.readBigUInt64LE(header + 32))
        bytes[offset + Math.floor(size * 0.95)] ^= 0x10
      }
      const changed = path.join(mkdtempSync(path.join(directory, 'changed-')), 'linked')
      writeFileSync(changed, bytes, { mode: 0o755 })
      return pack(changed, packed)
    }
    case 'hangs':
      return void spawnSync('sleep', ['20'], { stdio: 'inherit' })
    case 'writes nothing':
      return
    case 'crashes above 500 variables':
      return wrap('CRASHES=(variables>500)')
    case 'crashes with an odd number of variables':
      return wrap('CRASHES=(variables%2)')
    case 'starts another program':
      return wrap('CRASHES=0')
  }
}`

/** Counts its variables, crashes where it is to, and otherwise becomes the packed program that it carries. For amd64. */
const WRAPPER = `
__asm__(".section .rodata\\n.global inner, inner_end\\ninner: .incbin \\"" INNER "\\"\\ninner_end:\\n.text\\n"
        ".global _start\\n_start: mov %rsp, %rdi\\n and $-16, %rsp\\n call begin\\n");
extern const char inner[], inner_end[];

static long call(long number, long a, long b, long c, long d, long e) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  __asm__ volatile("syscall" : "+a"(number) : "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
  return number;
}

void begin(long *stack) {
  char **argv = (char **)(stack + 1);
  char **envp = argv + stack[0] + 1;
  long variables = 0;
  while (envp[variables]) variables++;
  if (CRASHES) __builtin_trap();
  long fd = call(319 /* memfd_create */, (long)"inner", 0, 0, 0, 0);
  for (const char *at = inner; at < inner_end;) {
    long written = call(1 /* write */, fd, (long)at, inner_end - at, 0, 0);
    if (written <= 0) __builtin_trap();
    at += written;
  }
  call(322 /* execveat */, fd, (long)"", (long)argv, (long)envp, 0x1000 /* AT_EMPTY_PATH */);
  __builtin_trap();
}
`
