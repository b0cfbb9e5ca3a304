import type { BinaryPlace } from './binary-place.ts'
import { posix } from 'node:path'
import { parseImagePath } from './config-values.ts'
import { type Clause, clause } from '../clause.ts'
import { input } from './input-part.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { MainSpec } from './spec.ts'

/** Directories that every image may hold, where a binary cannot lie. */
const TAKEN = ['etc', 'tmp', 'usr', 'proc', 'dev', 'sys', 'home', 'root']

/** Reads `path[=name]` or `path=/directory/name`: one main package as `go build` names it, and where its binary goes. */
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
  const place = parseBinaryPlace(text.slice(equals + 1).trim())
  return place.ok ? parsed({ path, ...place.value }) : place
}

/** Reads a binary's name, or its absolute path in the image. */
export function parseBinaryPlace(text: string): Parsed<BinaryPlace> {
  if (!text.startsWith('/')) {
    const name = parseBinaryName(text)
    return name.ok ? parsed({ name: name.value }) : name
  }
  if (text.endsWith('/'))
    return problem(`has the directory "${text}"; write the whole path, such as ${text}api`)
  const place = parseImagePath(text)
  if (!place.ok) return problem(`has a path that ${place.problem}`)
  const { dir, base } = posix.parse(place.value)
  if (dir === '/') {
    const name = parseBinaryName(base)
    return name.ok ? parsed({ name: name.value }) : name
  }
  const isUsable = isPlainName(base) && dir.split('/').slice(1).every(isPlainName)
  if (!isUsable)
    return problem(`has the path "${text}", which is not plain; use letters, digits, ".", "_" and "-"`)
  return NOT_IN_AN_IMAGE.some(directory => `${dir}/`.startsWith(`${directory}/`))
    ? problem(`has the path "${text}", which the runtime mounts over; write another directory`)
    : parsed({ name: base, directory: dir })
}

/** What a container's runtime mounts. */
const NOT_IN_AN_IMAGE = ['/proc', '/dev', '/sys', '/tmp']

function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) && name.length <= 100
}

/** As the go command does before it answers by the pattern: without `//`, `/./`, `..` and a slash at the end; `./` at the start stays. */
function clean(path: string): string {
  if (path === '') return ''
  const short = posix.normalize(path).replace(/(?<=.)\/$/, '')
  return path.startsWith('./') && short !== '.' ? `./${short}` : short
}

/** Checks the name of a binary that lies at the image's root: `/<name>`. */
export function parseBinaryName(name: string): Parsed<string> {
  if (name === '') return problem('has no name after "="; write path=name, such as ./cmd/api=api')
  if (!isPlainName(name)) {
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
