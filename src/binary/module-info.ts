/** The modules and settings that a Go binary was built from. */
export interface ModuleInfo {
  /** The main package's import path. */
  readonly path: string | null
  readonly main: Module | null
  readonly dependencies: readonly Module[]
  /** `-buildmode`, `CGO_ENABLED`, `GOARCH`, `vcs.revision` … */
  readonly settings: Readonly<Record<string, string>>
}

export interface Module {
  readonly path: string
  readonly version: string
  readonly sum: string | null
  readonly replacedBy: { readonly path: string; readonly version: string } | null
}

/**
 * Parses the lines that the linker writes into a Go binary and `go version -m` prints. Unknown lines are skipped, as Go
 * does.
 * https://go.dev/src/runtime/debug/mod.go
 */
export function parseModuleInfo(text: string): ModuleInfo {
  let path: string | null = null
  const modules: { readonly kind: 'mod' | 'dep'; readonly module: Module }[] = []
  const settings = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [kind = '', ...fields] = line.split('\t')
    switch (kind) {
      case 'path':
        path = fields.join('\t')
        break
      case 'mod':
      case 'dep':
        modules.push({ kind, module: moduleOf(fields) })
        break
      case '=>': {
        const replaced = modules.pop()
        if (replaced === undefined) break
        const { path, version } = moduleOf(fields)
        modules.push({ ...replaced, module: { ...replaced.module, replacedBy: { path, version } } })
        break
      }
      case 'build': {
        const setting = settingOf(fields.join('\t'))
        if (setting !== null) settings.set(...setting)
        break
      }
    }
  }
  return {
    path,
    main: modules.find(({ kind }) => kind === 'mod')?.module ?? null,
    dependencies: modules.filter(({ kind }) => kind === 'dep').map(({ module }) => module),
    settings: Object.fromEntries(settings),
  }
}

function moduleOf([path = '', version = '', sum = '']: readonly string[]): Module {
  return { path, version, sum: sum === '' ? null : sum, replacedBy: null }
}

/** Splits `key=value`. Go puts quotes around either of them when it contains special characters. */
function settingOf(field: string): [string, string] | null {
  const match = /^(?<key>"(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(?<value>.*)$/.exec(field)
  return match?.groups === undefined
    ? null
    : [unquote(match.groups['key'] ?? ''), unquote(match.groups['value'] ?? '')]
}

function unquote(quoted: string): string {
  if (quoted.length < 2) return quoted
  if (quoted.startsWith('`') && quoted.endsWith('`')) return quoted.slice(1, -1)
  if (!(quoted.startsWith('"') && quoted.endsWith('"'))) return quoted
  return quoted.slice(1, -1).replace(ESCAPE, (escape, kind: string) => {
    const code = Number.parseInt(escape.slice(2), 16)
    if ('xuU'.includes(kind[0] ?? '')) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    return SIMPLE_ESCAPES[kind] ?? kind
  })
}

const ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/g
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
