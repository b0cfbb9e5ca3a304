import type { SourceText } from './facts.ts'
import { type GoBuild, goBuildsOf } from './go-build.ts'
import { unquoted } from './shell.ts'
import type { Definitions } from './template-of.ts'

/** What a Makefile or a shell script says of how the checkout is built. */
export interface BuildScript {
  readonly path: string
  readonly definitions: Definitions
  readonly builds: readonly GoBuild[]
}

/** Longer lines were not written by a person. */
const LONGEST_LINE = 8192

/** A Makefile by its name, or else a shell script. */
export function readBuildScript({ path, text }: SourceText): BuildScript {
  const isMakefile = /(?:^|\/)(?:GNU)?[Mm]akefile[^/]*$|\.mk$/.test(path)
  const joined = text
    .replace(/\r\n?/g, '\n')
    .replace(/\\\n[ \t]*/g, ' ')
    .split('\n')
    .filter(line => line.length <= LONGEST_LINE)
    .join('\n')
  return isMakefile ? readMakefile(path, joined) : readShell(path, joined)
}

function readMakefile(path: string, text: string): BuildScript {
  const definitions = new Map<string, string>()
  const recipes: string[] = []
  for (const line of text.split('\n')) {
    const [, name, operator, value = ''] =
      /^ *(?:export +|override +)?([A-Za-z_]\w*)[ \t]*([:?+]{0,3}=)[ \t]*(.*)$/.exec(line) ?? []
    if (name !== undefined) define(definitions, name, operator === '+=', value)
    if (line.startsWith('\t')) recipes.push(line.slice(1))
  }
  return { path, definitions, builds: goBuildsOf(recipes.join('\n')) }
}

function readShell(path: string, text: string): BuildScript {
  const definitions = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, name, operator, value = ''] =
      /^\s*(?:export +|readonly +|local +)?([A-Za-z_]\w*)(\+?=)(.*)$/.exec(line) ?? []
    // Otherwise the assignment is of one command, such as CGO_ENABLED=0 go build.
    const isAlone = /^(?:"[^"]*"|'[^']*'|\$\(.*\)|`[^`]*`|\S*)\s*(?:#.*)?$/.test(value)
    if (name !== undefined && isAlone) define(definitions, name, operator === '+=', value)
  }
  return { path, definitions, builds: goBuildsOf(text) }
}

function define(definitions: Map<string, string>, name: string, adds: boolean, value: string): void {
  const before = definitions.get(name)
  const text = value.replace(/(?<=\s)#.*$/, '').trim()
  if (adds && before !== undefined) {
    // Otherwise many short lines take quadratic time.
    if (before.length > LONGEST_LINE) return
    definitions.set(name, `${unquoted(before)} ${unquoted(text)}`)
  }
  // The first counts where a Makefile sets a variable on one condition and again on another.
  else if (before === undefined || before === '') definitions.set(name, text)
}

/** What the script hands to the linker, anywhere. */
export function linkerTexts({ definitions, builds }: BuildScript): readonly string[] {
  const inBuilds = builds.flatMap(({ ldflags }) => ldflags)
  const inVariables = [...definitions]
    .filter(([name, value]) => /flags/i.test(name) && /-X\b/.test(value))
    .map(([, value]) => unquoted(value).replace(/^\s*-ldflags[= ]["']?/, ''))
  return [...inBuilds, ...inVariables]
}
