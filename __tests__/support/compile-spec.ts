import type { CompileSpec } from '../../src/declare/spec.ts'

/** What is compiled where the user asks for nothing. */
export function compileSpec(overrides: Partial<CompileSpec> = {}): CompileSpec {
  return {
    ldflags: '',
    buildTags: [],
    buildFlags: [],
    buildEnv: {},
    buildVcs: false,
    cgo: 'off',
    ...overrides,
  }
}
