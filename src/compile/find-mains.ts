import { input } from '../declare/input-part.ts'
import { type Clause, clause, joinClauses } from '../clause.ts'
import path from 'node:path'
import { parseBinaryName } from '../declare/main-spec.ts'
import { nearest } from '../declare/nearest.ts'
import type { MainSpec } from '../declare/spec.ts'
import { Absent, type Clauses, clauseOf, Failure } from '../failure.ts'
import type { Host } from '../host/host.ts'
import { isInside } from '../host/inside.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { binaryNameOf } from './binary-name.ts'
import type { BuildContext } from './build-context.ts'
import { listModuleDirectories, listPackages } from './go-list.ts'
import type { ListedPackage } from './go-list.ts'

/** A main package that was found. */
export interface FoundMain {
  /** As the user named it, or would have named it. */
  readonly path: string
  readonly importPath: string
  /** The binary's name: `proxy` for `/proxy`. */
  readonly name: string
  /** Its absolute directory in the image; left out for `/`. */
  readonly directory: string | undefined
}

/** More lines would hide the sentence above them. */
const MAX_SUGGESTIONS = 30
const MAX_NAMED = 3

/**
 * Finds the main packages to compile: those that are named, else `.`, else the module's only one.
 *
 * @throws Failure `bad-input` where one is missing, is a library, or several could be meant: `output` has lines to
 *   paste.
 * @throws Absent where it is certain that there is none
 */
export async function findMains(
  host: Host,
  go: GoToolchain,
  mains: readonly MainSpec[],
  context: BuildContext,
): Promise<readonly FoundMain[]> {
  if (mains.length === 0) return checked([await findOnly(host, go, context)])
  const paths = [...new Set(mains.map(main => main.path))]
  return findAmong(host, go, mains, context, await listPackages(host, go, context, paths))
}

/**
 * Does the same as `findMains` for mains that were named.
 *
 * @param listed what go says of their paths
 */
export async function findAmong(
  host: Host,
  go: GoToolchain,
  mains: readonly MainSpec[],
  context: BuildContext,
  listed: readonly ListedPackage[],
): Promise<readonly FoundMain[]> {
  const answers = mains.map(({ path, name, directory }) => {
    const found = listed.find(({ patterns, importPath }) => patterns.includes(path) || importPath === path)
    return { path, name, directory, found }
  })
  const wrong = answers.filter(({ found }) => found?.name !== 'main' || found.standard)
  if (wrong.length > 0) {
    const suggestions = await listMains(host, go, context)
    const reasons = wrong.map(({ path, found }) => whyNoMain(path, found, context, suggestions))
    const Why = wrong.every(({ found }) => isAbsent(found)) ? Absent : Failure
    const [only = { what: [] }, ...more] = reasons
    throw new Why('bad-input', more.length === 0 ? only : { what: joinedClauses(reasons) }, {
      output: linesToPaste(suggestions),
      fields: { input: 'main', value: wrong[0]?.path },
    })
  }
  return checked(
    answers.map(({ path, name, directory, found }) => {
      const importPath = found?.importPath ?? path
      return { path, importPath, name: name ?? binaryNameOf(importPath), directory }
    }),
  )
}

async function findOnly(host: Host, go: GoToolchain, context: BuildContext): Promise<FoundMain> {
  const [here] = await listPackages(host, go, context, ['.'])
  if (here?.name === 'main') return foundMain('.', here)
  const candidates = await listMains(host, go, context)
  const [only, ...others] = candidates
  if (only === undefined) {
    const { workingDirectory } = context
    throw new Absent(
      'bad-input',
      {
        what: clause`${input('main')} was not given`,
        why: clause`there is no main package in ${workingDirectory} and the module around it`,
        fix: clause`set ${input('working-directory')}, or ${input('main')} to a package elsewhere`,
      },
      { fields: { input: 'main', directory: workingDirectory } },
    )
  }
  if (others.length > 0) {
    throw new Failure(
      'bad-input',
      {
        what: clause`${input('main')} was not given, and ${candidates.length} packages could be meant`,
        why: clause`${namesOf(candidates)}`,
        fix: clause`write one or more of them as ${input('main')}`,
      },
      { output: linesToPaste(candidates), fields: { input: 'main' } },
    )
  }
  return only
}

/** Lists every main package of the module that holds the working directory, or of the workspace's modules below it. */
export async function listMains(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
): Promise<readonly FoundMain[]> {
  const { workingDirectory } = context
  const modules = await listModuleDirectories(host, go, context)
  const around = modules
    .filter(module => isInside(module, workingDirectory))
    .sort((a, b) => b.length - a.length)
  const searched = around.length > 0 ? around.slice(0, 1) : modules
  if (searched.length === 0) return []
  const listed = await listPackages(
    host,
    go,
    context,
    searched.map(directory => path.join(directory, '...')),
  )
  return listed
    .filter(({ name }) => name === 'main')
    .map(found => foundMain(pathOf(found, workingDirectory), found))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function foundMain(path: string, { importPath }: ListedPackage): FoundMain {
  return { path, importPath, name: binaryNameOf(importPath), directory: undefined }
}

/** The path as the user would write it. */
function pathOf({ directory, importPath }: ListedPackage, workingDirectory: string): string {
  if (directory === null || !isInside(workingDirectory, directory)) return importPath
  return directory === workingDirectory ? '.' : `./${path.relative(workingDirectory, directory)}`
}

/**
 * Whether go has looked and found none. Files that are left out, or a module that could not be fetched, do not show
 * that.
 */
function isAbsent(found: ListedPackage | undefined): boolean {
  if (found === undefined || found.name !== '') return true
  return /directory not found|^no Go files in |no required module provides|cannot find module providing/.test(
    found.error ?? '',
  )
}

function whyNoMain(
  path: string,
  found: ListedPackage | undefined,
  { platform, spec }: BuildContext,
  suggestions: readonly FoundMain[],
): Clauses {
  const paths = suggestions.map(main => main.path)
  const near = paths.includes(`./${path}`) ? `./${path}` : nearest(path, paths)
  const meant = near === null ? undefined : clause`did you mean "${near}"?`
  const named = clause`${input('main')} "${path}"`
  if (found?.standard === true) return { what: clause`${named} is a package of Go itself`, fix: meant }
  if (found !== undefined && found.name !== '')
    return {
      what: clause`${named} is the package ${found.name}, a library, and only a package main becomes a program`,
      fix: meant,
    }
  const error = (found?.error ?? 'go knows no such package').split('\n')[0] ?? ''
  const absent = /^stat (.+): directory not found$/.exec(error)
  if (absent !== null)
    return {
      what: clause`${named} is not there`,
      why: clause`there is no directory ${absent[1] ?? ''}`,
      fix: meant ?? clause`write the directory of a package main`,
    }
  if (/^package .+ is not in std\b/.test(error))
    return {
      what: clause`${named} is not in Go's standard library, where go looks for a path without ./ before it`,
      fix: meant ?? clause`write ./${path} for a directory`,
    }
  if (error.includes('build constraints exclude all Go files')) {
    const cgo = spec.cgo === 'off' ? clause`, or ${input('cgo', 'static')} where it needs C` : clause``
    return {
      what: clause`${named} has no file for ${platform.os}/${platform.architecture}`,
      why: clause`build constraints exclude all of them`,
      fix: clause`write another ${input('platforms')} or ${input('build-tags')}${cgo}`,
    }
  }
  return {
    what: clause`${named} is not a package`,
    why: clause`${error.replace(/; to add it:$/, '')}`,
    fix: meant,
  }
}

function joinedClauses(all: readonly Clauses[]): Clause {
  return joinClauses(
    all.map(clauses => clauseOf({ clauses, inputs: [] })),
    '; ',
  )
}

/** Names the first few in a sentence. The lines to paste name all. */
function namesOf(mains: readonly FoundMain[]): string {
  const shown = mains.slice(0, MAX_NAMED).map(main => main.path)
  const hidden = mains.length - shown.length
  return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ')
}

function linesToPaste(mains: readonly FoundMain[]): string {
  const shown = mains.slice(0, MAX_SUGGESTIONS).map(main => main.path)
  const hidden = mains.length - shown.length
  return [...shown, ...(hidden > 0 ? [`# and ${hidden} more`] : [])].join('\n')
}

/** @throws Failure `bad-input` for a name that no file in an image can have, and for two equal names. */
function checked(mains: readonly FoundMain[]): readonly FoundMain[] {
  const problems = mains.flatMap(({ path, name, directory }, index): readonly Clauses[] => {
    // A path that was written in full was checked.
    const usable = directory === undefined ? parseBinaryName(name) : null
    if (usable?.ok === false)
      return [{ what: clause`${input('main')} "${path}" ${usable.problem}, as ${path}=name` }]
    const namesake = mains.slice(0, index).find(other => other.name === name)
    return namesake === undefined
      ? []
      : [
          {
            what: clause`${input('main')} "${namesake.path}" and "${path}" would both be named ${name}`,
            fix: clause`write one of them as ${path}=other-name`,
          },
        ]
  })
  const [only, ...more] = problems
  if (only !== undefined)
    throw new Failure('bad-input', more.length === 0 ? only : { what: joinedClauses(problems) }, {
      fields: { input: 'main', value: mains.map(({ path }) => path).join(', ') },
    })
  return mains
}
