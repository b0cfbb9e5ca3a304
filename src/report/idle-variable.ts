import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { IdleVariable } from '../declare/linker-variables.ts'

/** Explains a `-X` flag that sets nothing: which one, why, and what to write instead. */
export function describeIdleVariable({ variable: { path, name }, why }: IdleVariable): Clause {
  const sentence = (because: string, meant: string | null = null) =>
    clause`-X ${path}.${name} in ${input('ldflags')} sets nothing, because ${because}${meant === null ? '' : `; did you mean ${meant}?`}`
  switch (why.kind) {
    case 'main by its path':
      return sentence(`the linker knows a main package only as main; write -X main.${name}`)
    case 'no package':
      return sentence(
        `the package ${path} is not compiled in`,
        why.meant === null ? null : `${why.meant}.${name}`,
      )
    case 'no variable':
      return sentence(
        `the package has no variable ${name}`,
        why.meant === null ? null : `${path}.${why.meant}`,
      )
    case 'no variable but':
      return sentence(`${name} is ${KINDS[why.is]}; declare it as var ${name} string`)
    case 'no string':
      return sentence(`${name} is not a string (${why.type}); declare it as var ${name} string`)
    case 'computed':
      return sentence(
        `the program computes ${name} when it starts; declare it without a value, or with a string in quotes`,
      )
    case 'unused':
      return sentence(`nothing in the program uses ${name}`)
  }
}

const KINDS = { const: 'a constant', func: 'a function', type: 'a type' } as const
