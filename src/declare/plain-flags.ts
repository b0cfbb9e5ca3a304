import path from 'node:path'
import { wordsOf } from './go-programs.ts'
import type { CompileSpec } from './spec.ts'

// Flags that only decide how something is compiled. Go's compiler and linker, and those of C, also have flags that write a
// file to any place: `-ldflags=-o=/usr/local/bin/git`, `-gcflags=-cpuprofile=x`, `-debug-trace=x`. The settings of a pull
// request, and those that an image names, may have only flags that are known not to, even below the checkout: a name there
// may be a link.

/** Whether a value is plain. */
type Rule = (value: string) => boolean

/** What a flag takes; `null`: nothing. */
type Rules = Readonly<Record<string, Rule | null>>

const any: Rule = () => true

function like(pattern: RegExp): Rule {
  return value => pattern.test(value)
}

const LINKER: Rules = {
  s: null,
  w: null,
  X: any,
  buildid: any,
  linkmode: like(/^(?:auto|internal|external)$/),
  extldflags: value => wordsOf(value).every(isPlainCFlag),
  compressdwarf: null,
  checklinkname: null,
  bindnow: null,
  aslr: null,
  v: null,
  B: like(/^(?:0x[0-9a-fA-F]+|gobuildid|none)$/),
  funcalign: like(/^\d+$/),
  randlayout: like(/^\d+$/),
  strictdups: like(/^\d$/),
}

const GO_FLAG =
  /^--?(?:[BCNSWehlmvw]|live|smallframes|[lmc]=\d+|(?:dwarf\w*|spectre|wb)=\w+|lang=go[\d.]+|d=(?!.*dump)(?:ssa\/[\w/]+|\w+)(?:=\d+)?(?:,(?:ssa\/[\w/]+|\w+)(?:=\d+)?)*)$/
const ASSEMBLER_FLAG = /^--?(?:[Sev]|dynlink|shared|spectre=\w+|D=\w+(?:=\w+)?)$/

const BUILD: Rules = {
  a: null,
  v: null,
  x: null,
  trimpath: null,
  modcacherw: null,
  cover: null,
  buildvcs: null,
  p: like(/^\d+$/),
  mod: like(/^(?:readonly|vendor|mod)$/),
  buildmode: like(/^\w+$/),
  covermode: like(/^\w+$/),
  coverpkg: any,
  tags: any,
  // Their files are looked at by themselves.
  pgo: any,
  modfile: any,
  gcflags: value => wordsOf(withoutPackages(value)).every(like(GO_FLAG)),
  asmflags: value => wordsOf(withoutPackages(value)).every(like(ASSEMBLER_FLAG)),
  ldflags: value => firstOther(wordsOf(withoutPackages(value)), LINKER) === null,
}

/** The first flag of `go build` that is not known to be plain, or `null`. */
export function otherBuildFlag(words: readonly string[]): string | null {
  return firstOther(words, BUILD)
}

/** The first flag of Go's linker that is not known to be plain, or `null`. */
export function otherLinkerFlag(words: readonly string[]): string | null {
  return firstOther(words, LINKER)
}

const SWITCH = /^(?:true|false|0|1)$/

function firstOther(words: readonly string[], rules: Rules): string | null {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [, name = '', joined] = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(word) ?? []
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule === undefined) return word
    if (rule === null) {
      if (joined !== undefined && !isSwitch(name, joined)) return word
      continue
    }
    const value = joined ?? words[at + 1]
    if (value === undefined || !rule(value)) return word
    if (joined === undefined) at += 1
  }
  return null
}

function isSwitch(name: string, value: string): boolean {
  return SWITCH.test(value) || (name === 'buildvcs' && value === 'auto')
}

/** The value can begin with a package pattern: `-gcflags=all=-N`. */
function withoutPackages(value: string): string {
  return value.replace(/^[^\s'"=-][^\s'"=]*=(?=\s*['"]?-|$)/, '')
}

const C_FLAGS: readonly RegExp[] = [
  /^-(?:O[0-3gsz]?|g[0-3]?|s|w|pthread|pie|no-pie|static|static-pie|static-libgcc|static-libstdc\+\+)$/,
  /^-[DU]\w+(?:=[\w.+-]*)?$/,
  /^-W(?:no-)?[a-z][a-z+-]*(?:=\d+)?$/,
  /^-std=[\w+]+$/,
  /^-m[\w=+-]+$/,
  /^-l[\w+-]+$/,
  /^-f(?:no-)?(?:PIC|pic|PIE|pie|plt|common|exceptions|strict-aliasing|omit-frame-pointer|function-sections|data-sections|visibility=\w+|asynchronous-unwind-tables|unwind-tables|ident|wrapv|signed-char|unsigned-char|stack-protector(?:-\w+)?|stack-clash-protection|cf-protection(?:=\w+)?)$/,
  /^-Wl,(?:-z,[\w-]+|-s|-O\d|--(?:no-)?(?:as-needed|gc-sections|whole-archive|undefined)|--(?:start-group|end-group|strip-all|strip-debug)|--build-id=\w+|--hash-style=\w+)(?:,-z,[\w-]+)*$/,
]

/** Whether a flag of a C compiler names no file and no program. */
export function isPlainCFlag(flag: string): boolean {
  return C_FLAGS.some(pattern => pattern.test(flag))
}

/** The files that flags of `go build` name, absolute. `-pgo=auto` finds its file by itself. */
export function filesOfFlags(words: readonly string[], directory: string): readonly string[] {
  return words.flatMap((word, at) => {
    const [, joined] = /^--?(?:pgo|modfile)(?:=(.*))?$/s.exec(word) ?? [null, null]
    const file = joined === undefined ? words[at + 1] : joined
    const isFile = file !== null && file !== undefined && !['', 'auto', 'off'].includes(file)
    return isFile ? [path.resolve(directory, file)] : []
  })
}

/** The first flag of a build that is not known to be plain, or `null`. */
export function otherFlagOf({
  buildFlags,
  ldflags,
}: Pick<CompileSpec, 'buildFlags' | 'ldflags'>): string | null {
  return otherBuildFlag(buildFlags) ?? otherLinkerFlag(wordsOf(ldflags))
}
