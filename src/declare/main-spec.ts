import { posix } from 'node:path'
import { type Clause, clause } from '../clause.ts'
import { input } from './input-part.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { MainSpec } from './spec.ts'

/** Directories that every image may hold, where a binary cannot lie. */
const TAKEN = ['etc', 'tmp', 'usr', 'proc', 'dev', 'sys', 'home', 'root']

/** Reads `path[=name]`: one main package as `go build` names it. */
export function parseMain(text: string): Parsed<MainSpec, string | Clause> {
  const equals = text.indexOf('=')
  const path = clean((equals < 0 ? text : text.slice(0, equals)).trim())
  if (path === '') return problem('names no package; write path=name, such as ./cmd/api=api')
  if (path.startsWith('-'))
    return problem(
      clause`is a flag; write flags in ${input('build-flags')}, and packages such as ./cmd/api here`,
    )
  if (/[\s\0]/.test(path)) return problem('has a space in it; write one package a line')
  if (path.includes('...'))
    return problem('is a pattern; write each main package on a line of its own, such as ./cmd/api')
  if (path.endsWith('.go'))
    return problem(`is a file; write its package's directory, such as ${directoryOf(path)}`)
  if (path.includes('@'))
    return problem('names a version, but what is checked out is built; write the package alone')
  if (equals < 0) return parsed({ path, name: null })
  const name = parseBinaryName(text.slice(equals + 1).trim())
  return name.ok ? parsed({ path, name: name.value }) : name
}

/** As the go command does before it answers by the pattern: without `//`, `/./`, `..` and a slash at the end; `./` at the start stays. */
function clean(path: string): string {
  if (path === '') return ''
  const short = posix.normalize(path).replace(/(?<=.)\/$/, '')
  return path.startsWith('./') && short !== '.' ? `./${short}` : short
}

/** Checks a binary's name, which is its path in the image as well: `/<name>`. */
export function parseBinaryName(name: string): Parsed<string> {
  if (name === '') return problem('has no name after "="; write path=name, such as ./cmd/api=api')
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) || name.length > 100) {
    return problem(
      `has the name "${name}", which is not a plain file name; use letters, digits, ".", "_" and "-"`,
    )
  }
  return TAKEN.includes(name)
    ? problem(`has the name "${name}", which is a directory of the image; write another name`)
    : parsed(name)
}

function directoryOf(file: string): string {
  const slash = file.lastIndexOf('/')
  return slash < 0 ? '.' : file.slice(0, slash) || '/'
}
