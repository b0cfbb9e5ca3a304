import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CgoStandIn } from '../binary/cgo-stand-in.ts'
import { holds } from '../diet/build-constraint.ts'
import { constraintOfHeader, nameHolds } from '../diet/file-constraint.ts'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'
import type { BuildContext } from './build-context.ts'
import type { Dependency } from './dependencies.ts'
import { goTokens } from './go-tokens.ts'
import { oldLinesHold } from './old-constraint.ts'

/** Packages that are only a stub without cgo. Others are recognized by what they say themselves. */
const STUBS: ReadonlySet<string> = new Set([
  'github.com/mattn/go-sqlite3',
  'github.com/mutecomm/go-sqlcipher',
  'github.com/mutecomm/go-sqlcipher/v4',
])

const OPEN_FILES = 16
/** How many bytes of a file are read. C code in the comment above `import "C"` can be long. */
const MOST = 1024 * 1024

/** Returns the packages outside of the standard library that would be different with cgo. */
export async function findCgoStandIns(
  host: Host,
  { spec, platform }: Pick<BuildContext, 'spec' | 'platform'>,
  dependencies: readonly Dependency[],
): Promise<readonly CgoStandIn[]> {
  if (spec.cgo !== 'off') return []
  const known = new Set([
    platform.os,
    platform.architecture,
    'unix',
    'gc',
    'netgo',
    'osusergo',
    ...spec.buildTags,
  ])
  const isSet = (tag: string) => known.has(tag) || /^go1\.\d+$/.test(tag)
  const candidates = dependencies.filter(
    ({ standard, ignoredGoFiles }) => !standard && ignoredGoFiles.length > 0,
  )
  const found = await inParallel(OPEN_FILES, candidates, async candidate => standInOf(host, candidate, isSet))
  return found.flatMap(standIn => standIn ?? [])
}

async function standInOf(
  host: Host,
  { importPath, directory, goFiles, ignoredGoFiles }: Dependency,
  isSet: (tag: string) => boolean,
): Promise<CgoStandIn | null> {
  const withCgo = (tag: string) => tag === 'cgo' || isSet(tag)
  const withC: string[] = []
  const forCgo: string[] = []
  for (const name of ignoredGoFiles.filter(file => nameHolds(file, withCgo))) {
    const source = await sourceOf(host, directory, name)
    if (!counts(source, withCgo)) continue
    if (importsC(source)) withC.push(name)
    else if (!counts(source, isSet)) forCgo.push(name)
  }
  if (withC.length + forCgo.length === 0) return null
  const sources: string[] = []
  for (const name of goFiles) {
    const source = await sourceOf(host, directory, name)
    if (!counts(source, withCgo)) sources.push(source)
  }
  // This Go code only needs cgo on other platforms, and nothing replaces it here, so nothing can be wrong.
  if (withC.length === 0 && sources.length === 0) return null
  const leftOut = [...withC, ...forCgo]
  const says = sources.flatMap(source => remarkOf(source) ?? [])[0] ?? null
  const registers = sources.some(source => /\bsql\.Register\(/.test(source))
  return { importPath, leftOut, says, isStub: STUBS.has(importPath) || (says !== null && registers) }
}

/** Empty if it cannot be read, as with a file that only go's overlay has. */
async function sourceOf(host: Host, directory: string, name: string): Promise<string> {
  try {
    return (await readFile(path.resolve(directory, name), 'utf8')).slice(0, MOST)
  } catch (cause) {
    host.log.debug(`${name} was not read: ${errorMessage(cause)}`)
    return ''
  }
}

/** Whether a source file uses cgo: one of its imports is "C". */
export function importsC(source: string): boolean {
  let importing = false
  let grouped = false
  for (const { kind, text } of goTokens(source)) {
    if (kind === 'word' && ['var', 'const', 'func', 'type'].includes(text)) return false
    if (kind === 'word' && text === 'import') importing = true
    if (importing && text === '"C"') return true
    if (text === '(') grouped = true
    if (text === ')') grouped = false
    if (text === ';' && !grouped) importing = false
  }
  return false
}

/** Checks the line that today's Go reads, or else the lines that versions before 1.17 read. */
function counts(source: string, isSet: (tag: string) => boolean): boolean {
  const constraint = constraintOfHeader(source)
  return constraint === null ? (oldLinesHold(source, isSet) ?? true) : holds(constraint, isSet)
}

const REMARK = /\bcgo\b|CGO_ENABLED/i
const LONGEST = 200

function remarkOf(source: string): string | null {
  for (const { kind, text } of goTokens(source))
    if (kind === 'string' && REMARK.test(text)) return text.slice(1, -1).slice(0, LONGEST)
  return null
}
