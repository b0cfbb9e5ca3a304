import { splitLinkerFlags } from './linker-flags.ts'

/** One `-X path.name=value`. */
export interface LinkerVariable {
  /** As the linker names the package: the import path, and `main` for every main package. */
  readonly path: string
  readonly name: string
  readonly value: string
}

/**
 * The reason why a `-X` sets nothing. The linker only reports one case: a variable that is used and is not a string.
 */
export type Idle =
  /** None of the mains contains the package. */
  | { readonly kind: 'no package'; readonly meant: string | null }
  /** The path of a main package was given, but the linker only knows it as `main`. */
  | { readonly kind: 'main by its path' }
  | { readonly kind: 'no variable'; readonly meant: string | null }
  | { readonly kind: 'no variable but'; readonly is: 'const' | 'func' | 'type' }
  | { readonly kind: 'no string'; readonly type: string }
  /** Code computes its value when the program starts. */
  | { readonly kind: 'computed' }
  /** The variable could be set, but none of the binaries contains the value. */
  | { readonly kind: 'unused' }

export interface IdleVariable {
  readonly variable: LinkerVariable
  readonly why: Idle
}

/**
 * The `-X` of these linker flags; of several for one variable the last, as the linker takes it.
 * https://github.com/golang/go/blob/go1.26.0/src/cmd/link/internal/ld/data.go (addstrdata1)
 */
export function linkerVariables(ldflags: string): readonly LinkerVariable[] {
  const fields = splitLinkerFlags(ldflags)
  const found = new Map<string, LinkerVariable>()
  for (const [index, field] of (fields.ok ? fields.value : []).entries()) {
    const flag = /^--?X(?:=(.*))?$/s.exec(field)
    const given = flag === null ? undefined : (flag[1] ?? (fields.ok ? fields.value[index + 1] : undefined))
    const parts = /^([^=]*)\.([^.=]*)=(.*)$/s.exec(given ?? '')
    if (parts === null) continue
    const [, place = '', name = '', value = ''] = parts
    found.set(`${place}.${name}`, { path: place, name, value })
  }
  return [...found.values()]
}
