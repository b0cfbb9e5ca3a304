export const packages: Readonly<Record<string, readonly [string, ...string[]]>>
export const instead: Readonly<Record<string, string>>
export const modules: Readonly<Record<string, string>>
export const slowModules: Readonly<Record<string, string>>
export function wantedModules(env: NodeJS.ProcessEnv): Readonly<Record<string, string>>
export const required: readonly string[]
