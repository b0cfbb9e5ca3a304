import { type Clause, clause } from '../clause.ts'
import { inputOrWord } from '../declare/input-part.ts'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import {
  gitSettingFault,
  goFlagsFault,
  linkerFlagsFault,
  variableFault,
  wordsOf,
  type FileLookups,
} from '../declare/go-programs.ts'
import type { CompileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import { findCheckout } from '../host/find-checkout.ts'
import { isInside } from '../host/inside.ts'
import { homeOf } from '../host/home.ts'
import type { Environment, Host } from '../host/host.ts'
import { onPath } from '../host/on-path.ts'

/**
 * Refuses every setting that would make Go run a program that Bantam does not answer for, wherever it is set: the
 * environment, `build-env`, the file that `go env -w` writes, and the flags. It does not ask Go, which would have to
 * run first.
 *
 * @throws Failure `bad-input`
 */
export function checkPrograms(host: Host, spec: CompileSpec, workingDirectory: string): void {
  const env = childEnvironment(host, 'go', spec.buildEnv)
  const places = placesOf(host, env, workingDirectory)
  const variables = [
    ...Object.entries(env).map(([name, value]) => ({ name, value: value ?? '', from: '' })),
    ...variablesOfGoEnv(env),
  ]
  for (const { name, value, from } of variables) {
    // The machine's own value may lie in a repository, for example where a user keeps the whole home directory in one.
    const isMachines = ['PATH', 'HOME', 'XDG_CONFIG_HOME'].includes(name) && !(name in spec.buildEnv)
    const fault = isMachines ? null : variableFault(name, value, places)
    if (fault !== null) throw refused(name, fault, from)
    const number = /^GIT_CONFIG_KEY_(\d+)$/.exec(name)?.[1]
    const set = `GIT_CONFIG_VALUE_${number}`
    const ofGit = number === undefined ? null : gitSettingFault(value, env[set] ?? '', places)
    if (ofGit !== null) throw refused(set, ofGit, ` (${value})`)
  }
  for (const [name, program] of spec.cgo === 'static' ? C_TOOLS : []) {
    const fault = (env[name] ?? '') === '' ? variableFault(name, program, places) : null
    if (fault !== null) throw refused(name, fault)
  }
  const flags = goFlagsFault(spec.buildFlags, places)
  if (flags !== null) throw refused('build-flags', flags)
  const linker = linkerFlagsFault(wordsOf(spec.ldflags), places)
  if (linker !== null) throw refused('ldflags', linker)
  const other = spec.buildVcs ? otherRepository(host, workingDirectory) : null
  if (other !== null)
    throw refused(
      'build-vcs',
      `would have Go run the program of ${other}, which comes with the checkout; leave it out`,
    )
}

/**
 * What Go recognizes as a repository of a kind that runs programs from its own configuration, between a service and
 * `.git`.
 */
function otherRepository(host: Host, workingDirectory: string): string | null {
  const top = findCheckout(host, workingDirectory)
  if (top === null) return null
  for (let at = realPath(workingDirectory); isInside(top, at); at = path.dirname(at)) {
    const found = OTHER_REPOSITORIES.map(name => path.join(at, name)).find(existsSync)
    if (found !== undefined) return found
    if (at === top) return null
  }
  return null
}

/** https://github.com/golang/go/blob/go1.26.0/src/cmd/go/internal/vcs/vcs.go; later versions of Go refuse them too. */
const OTHER_REPOSITORIES = ['.hg', '.svn', '.bzr', '.fslckout', '_FOSSIL_']

/** The programs that Go looks for on PATH where no variable names one. */
const C_TOOLS = [
  ['CC', 'gcc'],
  ['CC', 'clang'],
  ['CXX', 'g++'],
  ['AR', 'ar'],
  ['PKG_CONFIG', 'pkg-config'],
] as const

/** @param where what is shown behind the name of the input or the variable */
function refused(name: string, fault: string | Clause, where = ''): Failure {
  return new Failure(
    'bad-input',
    { what: clause`${inputOrWord(name)}${where} ${fault}` },
    { fields: { input: name } },
  )
}

/** The last value of a name counts, as it does for Go. https://pkg.go.dev/cmd/go#hdr-Environment_variables */
function variablesOfGoEnv(env: Environment) {
  const file = goEnvFile(env)
  const text = file === null ? '' : readOrNothing(file)
  const lines = text.split('\n').flatMap(line => /^([A-Z]\w*)=(.*)$/.exec(line)?.slice(1, 3) ?? [])
  const variables = new Map<string, string>()
  for (let at = 0; at < lines.length; at += 2) variables.set(lines[at] ?? '', lines[at + 1] ?? '')
  // The environment takes precedence over the file.
  return [...variables]
    .filter(([name]) => (env[name] ?? '') === '')
    .map(([name, value]) => ({ name, value, from: ` in ${file}` }))
}

/** The file that `go env -w` writes; `null` if it is off. */
function goEnvFile(env: Environment): string | null {
  const named = env['GOENV'] ?? ''
  if (named !== '') return named === 'off' ? null : named
  const home = homeOf(env)
  if (process.platform === 'darwin')
    return home === null ? null : path.join(home, 'Library', 'Application Support', 'go', 'env')
  const configs = env['XDG_CONFIG_HOME'] ?? (home === null ? null : path.join(home, '.config'))
  return configs === null ? null : path.join(configs, 'go', 'env')
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function placesOf(host: Host, env: Environment, workingDirectory: string): FileLookups {
  const workspace = host.surface === 'action' ? (host.env['GITHUB_WORKSPACE'] ?? '') : ''
  const tops = [findCheckout(host, workingDirectory) ?? '', workspace, workingDirectory].filter(
    top => top !== '',
  )
  return {
    isInCheckout: file => tops.some(top => isInside(top, file) || isInside(realPath(top), realPath(file))),
    find: program => onPath({ env }, program),
  }
}

/** Resolves links. Of a file that does not exist, the part of the path that exists is resolved. */
function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const parent = path.dirname(file)
    return parent === file ? file : path.join(realPath(parent), path.basename(file))
  }
}
