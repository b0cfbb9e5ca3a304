import { posix } from 'node:path'
import { assignmentOf, type Command, commandsOf } from './shell.ts'

/** One `go build` or `go install`, as it was written. */
export interface GoBuild {
  /** The directory that `cd` led to, from where the script starts; `.` where it did not. */
  readonly directory: string
  readonly packages: readonly string[]
  readonly output: string | null
  readonly ldflags: readonly string[]
  readonly tags: readonly string[]
  /** Flags that Bantam does not set and that change what is built. */
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Flags whose value is the next word, where no `=` joins it. */
const WITH_VALUE = [
  'asmflags',
  'buildmode',
  'C',
  'compiler',
  'gccgoflags',
  'gcflags',
  'installsuffix',
  'ldflags',
  'mod',
  'modfile',
  'o',
  'overlay',
  'p',
  'pgo',
  'pkgdir',
  'tags',
  'toolexec',
]

/** The flags that go into `build-flags`. Others only say how Go works, or are what Bantam does anyway. */
export function isKeptFlag(flag: string): boolean {
  return /^-(?:mod|modfile|pgo|gcflags|asmflags)=/.test(flag)
}

/** Every `go build` and `go install` of a script, with what `export` and `cd` did before it. */
export function goBuildsOf(script: string): readonly GoBuild[] {
  const builds: GoBuild[] = []
  let env: Readonly<Record<string, string>> = {}
  let directory = '.'
  for (const command of commandsOf(script)) {
    const [name = '', ...args] = command.words
    if (command.words.length === 0) env = { ...env, ...command.env }
    if (name === 'export') env = { ...env, ...assignments(args) }
    if (name === 'cd') directory = changed(directory, args[0] ?? '')
    const build = goBuildOf({ ...command, env: { ...env, ...command.env } }, directory)
    if (build !== null) builds.push(build)
    if (builds.length === MOST_BUILDS) break
  }
  return builds
}

/** More packages of one command, and more commands of one script, were not written by a person. */
const MOST_PACKAGES = 100
const MOST_BUILDS = 200

/** Deeper than any directory. */
const LONGEST_PATH = 255

function changed(directory: string, to: string): string {
  if (to.startsWith('/')) return to.length > LONGEST_PATH ? directory : to
  // Before they are joined, because a script may say it many thousand times.
  return directory.length + to.length >= LONGEST_PATH ? directory : posix.join(directory, to)
}

function assignments(words: readonly string[]): Readonly<Record<string, string>> {
  const pairs = words.map(assignmentOf).filter(pair => pair !== null)
  return Object.fromEntries(pairs)
}

function goBuildOf({ env, words }: Command, directory: string): GoBuild | null {
  const [name = '', verb, ...args] = words
  const isGo = /^(?:\S*\/)?go$|^\$[({]?GO[)}]?$|^\$\(GO(?:CMD|BIN)\)$/.test(name)
  // Some Makefiles name the whole command: $(GOBUILD) -o app.
  const isNamed = /^\$[({]?(?:GO_?BUILD)[)}]?$/.test(name)
  if (!isNamed && !(isGo && (verb === 'build' || verb === 'install'))) return null
  const { flags, packages } = split(isNamed ? words.slice(1) : args)
  const values = (flag: string) => flags.filter(one => one.name === flag).map(({ value }) => value)
  return {
    directory: values('C')[0] ?? directory,
    packages,
    output: values('o')[0] ?? null,
    ldflags: values('ldflags'),
    tags: values('tags').flatMap(list => list.split(/[\s,]+/).filter(tag => tag !== '')),
    flags: flags.map(flag => `-${flag.name}=${flag.value}`).filter(isKeptFlag),
    env,
  }
}

function split(args: readonly string[]) {
  const flags: { readonly name: string; readonly value: string }[] = []
  let at = 0
  for (; at < args.length; at += 1) {
    const [, name, joined] = /^--?([A-Za-z]+)(?:=([^]*))?$/.exec(args[at] ?? '') ?? []
    if (name === undefined) {
      // A variable that may hold flags; its text was not to be had here.
      if (args[at]?.startsWith('$') === true) continue
      break
    }
    if (joined === undefined && WITH_VALUE.includes(name)) at += 1
    flags.push({ name, value: joined ?? (WITH_VALUE.includes(name) ? (args[at] ?? '') : '') })
  }
  const packages = args.slice(at).filter(word => !/^[<>]|^\d?>/.test(word))
  return { flags, packages: packages.slice(0, MOST_PACKAGES) }
}
