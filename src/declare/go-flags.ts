import { PROCESSOR_VARIABLES } from './processor.ts'
import { type Clause, clause, joinClauses } from '../clause.ts'
import { input } from './input-part.ts'
import { goFlagsFault, UNKNOWN_PLACES, variableFault, wordsOf } from './go-programs.ts'
import { type Assignment } from './list.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

/** Flags of `go build` that are refused, with the end of the sentence that says why and what to do. */
const REFUSED: Readonly<Record<string, string | Clause>> = {
  toolexec: 'runs another program for every step of the build, and is refused; leave it out',
  o: 'is set by Bantam; leave it out',
  n: 'builds nothing; leave it out',
  C: clause`changes the directory; write it in ${input('working-directory')}`,
  ldflags: clause`has an input of its own; write it in ${input('ldflags')}`,
  tags: clause`has an input of its own; write it in ${input('build-tags')}`,
  buildvcs: clause`has an input of its own; write ${input('build-vcs')}`,
  race: 'needs cgo and a dynamic binary, which scratch cannot run; leave it out',
  msan: 'needs cgo and a dynamic binary, which scratch cannot run; leave it out',
  asan: 'needs cgo and a dynamic binary, which scratch cannot run; leave it out',
  linkshared: 'gives a dynamic binary, which scratch cannot run; leave it out',
  compiler: 'chooses another compiler, which Bantam does not know; leave it out',
}

/** Flags of `go build` that take no value in the next word. https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies */
const SWITCHES = [
  'a',
  'n',
  'v',
  'x',
  'i',
  'race',
  'msan',
  'asan',
  'cover',
  'work',
  'json',
  'linkshared',
  'modcacherw',
  'trimpath',
  'buildvcs',
]

/** What a static executable can be built as. */
const BUILD_MODES = ['exe', 'pie', 'default']

/** Variables of `go build` that are refused, with what to use instead. */
const REFUSED_VARIABLES: Readonly<Record<string, Clause>> = {
  GOOS: clause`write it in ${input('platforms')}`,
  GOARCH: clause`write it in ${input('platforms')}`,
  ...Object.fromEntries(
    [...PROCESSOR_VARIABLES].map(([name, example]) => [
      name,
      clause`write it in ${input('platforms')}, such as ${example}`,
    ]),
  ),
  CGO_ENABLED: clause`write ${input('cgo', 'static')} for C code; without it C code is off`,
  GOTOOLCHAIN: clause`write the version in ${input('go-version')}`,
}

export function parseBuildFlags(words: readonly string[]): Parsed<readonly string[], string | Clause> {
  const stray = strayWord(words)
  if (stray !== null)
    return problem(clause`has "${stray}", which is not a flag; write packages in ${input('main')}`)
  const refusals = words.flatMap((word, at) => {
    const refused = refusal(word, words[at + 1])
    return refused === null ? [] : [refused]
  })
  if (refusals.length > 0) return problem(joinClauses(refusals, ', and '))
  const fault = goFlagsFault(words, UNKNOWN_PLACES)
  return fault === null ? parsed(words) : problem(fault)
}

/** The first word that is neither a flag nor the value of one. Of a flag that a newer Go may have, the next word may be the value. */
function strayWord(words: readonly string[]): string | null {
  for (let at = 0; at < words.length; at += 1) {
    const name = /^--?([^-=][^=]*)$/.exec(words[at] ?? '')?.[1]
    if (name !== undefined) at += SWITCHES.includes(name) ? 0 : 1
    else if (!/^--?[^-=]/.test(words[at] ?? '')) return words[at] ?? ''
  }
  return null
}

function refusal(word: string, next: string | undefined): Clause | null {
  const match = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(word)
  if (match === null) return null
  const [, name = '', value = next] = match
  if (name === 'buildmode' && !BUILD_MODES.includes(value ?? '')) {
    return clause`has -buildmode=${value ?? ''}, which gives no static executable; leave it out`
  }
  return Object.hasOwn(REFUSED, name) ? clause`has -${name}, which ${REFUSED[name] ?? ''}` : null
}

export function parseBuildVariable({ name, value }: Assignment): Parsed<Assignment, string | Clause> {
  const instead = Object.hasOwn(REFUSED_VARIABLES, name) ? REFUSED_VARIABLES[name] : undefined
  if (instead !== undefined) return problem(clause`is set by Bantam; ${instead}`)
  const fault = checkVariable(name, value)
  return fault === null ? parsed({ name, value }) : problem(fault)
}

/** Why a variable makes Go run a program that it must not, or `null`; `check-programs.ts` looks at the disk, too. */
export function checkVariable(name: string, value: string): string | Clause | null {
  return (name === 'GOFLAGS' ? checkGoFlags(value) : null) ?? variableFault(name, value, UNKNOWN_PLACES)
}

/** What is wrong with a GOFLAGS, or `null`. */
export function checkGoFlags(value: string): string | Clause | null {
  if (/(?:^|[\s'"])--?toolexec\b/.test(value))
    return clause`has -toolexec, which ${REFUSED['toolexec'] ?? ''}`
  return goFlagsFault(wordsOf(value), UNKNOWN_PLACES)
}

export function parseBuildTag(tag: string): Parsed<string> {
  if (/^[\p{L}\p{Nd}_.]+$/u.test(tag)) return parsed(tag)
  const meant = tag.replace(/^-{0,2}tags=?/, '')
  return problem(
    meant !== tag && meant !== ''
      ? `is a flag; write ${meant}`
      : 'is not a build tag; use only letters, digits, "_" and "."',
  )
}
