/**
 * What a go.mod says besides the versions of modules: language, toolchain, settings of the runtime. It changes what is
 * compiled, whatever the module graph says.
 */
export function modDirectives(text: string): readonly string[] {
  const lines: string[] = []
  let block: string | null = null
  for (const written of text.split('\n')) {
    const line = written
      .replace(/\/\/.*$/, '')
      .trim()
      .replace(/\s+/g, ' ')
    if (line === '') continue
    if (block !== null) {
      if (line === ')') block = null
      else if (!OF_VERSIONS.includes(block)) lines.push(`${block} ${line}`)
      continue
    }
    const [verb = ''] = line.split(' ')
    if (line.endsWith('(')) block = verb.replace(/\($/, '')
    else if (!OF_VERSIONS.includes(verb)) lines.push(line)
  }
  return lines.toSorted()
}

const OF_VERSIONS = ['require', 'replace', 'exclude', 'retract', 'tool', 'ignore']

/** The lines of a go.sum by what they are of: `path version` and `path version/go.mod`. */
export function modSums(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap(line => {
      const [module, version, sum] = line.trim().split(/\s+/)
      return module === undefined || version === undefined || sum === undefined
        ? []
        : [[`${module}@${version}`, sum] as const]
    }),
  )
}
