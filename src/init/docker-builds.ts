import { posix } from 'node:path'
import type { Facts, Program } from './facts.ts'
import { type GoBuild, goBuildsOf } from './go-build.ts'
import { packageOf, programAt } from './program-at.ts'
import { contextPath, expand, type StageView } from './docker-stage.ts'

/** A program that a stage builds, and where it puts it. */
export interface StageBuild {
  readonly build: GoBuild
  /** `null` where it is not clear which program of the checkout it is. */
  readonly program: Program | null
  /** Absolute, in the stage. */
  readonly output: string
  readonly line: number
  /** What the command may name, with what the stage sets. */
  readonly variables: StageView['variables']
}

/**
 * @param context the directory of the checkout that COPY starts from; empty for its top
 * @param runs those of the stage that are looked at
 */
export function stageBuilds(
  view: StageView,
  facts: Facts,
  context: string,
  runs = view.runs,
): readonly StageBuild[] {
  return runs.flatMap(({ script, directory, line }) =>
    goBuildsOf(script).flatMap(build => {
      const where = posix.resolve(directory, expand(build.directory, view.variables) ?? build.directory)
      const [named = '.', ...more] = build.packages
      const packages = named.endsWith('.go') ? [named] : [named, ...more]
      return packages.map(written => {
        const program = programOf(written, where, view, facts, context)
        const output = outputOf(build, where, program, view)
        return { build, program: program ?? namesake(output, facts), output, line, variables: view.variables }
      })
    }),
  )
}

function programOf(
  written: string,
  where: string,
  view: StageView,
  facts: Facts,
  context: string,
): Program | null {
  const name = packageOf(expand(written, view.variables) ?? written) || '.'
  const module = facts.modules.find(({ path }) => name === path || name.startsWith(`${path}/`))
  const place = contextPath(view, posix.resolve(where, name))
  const directory =
    module === undefined
      ? place === null
        ? null
        : posix.join(context, place)
      : posix.join(module.directory, name.slice(module.path.length + 1))
  return directory === null ? null : programAt(facts, directory)
}

/** Without `-o` the program's own name, where it was built; `go install` puts it into GOPATH's bin. */
function outputOf({ output }: GoBuild, where: string, program: Program | null, view: StageView): string {
  if (output === null) return posix.resolve(where, program?.name ?? '.')
  const filled = expand(output, view.variables) ?? output
  const place = posix.resolve(where, filled)
  return filled.endsWith('/') && program !== null ? posix.join(place, program.name) : place
}

function namesake(output: string, { programs }: Facts): Program | null {
  const [only, ...others] = programs.filter(({ name }) => name === posix.basename(output))
  return others.length === 0 ? (only ?? null) : null
}
