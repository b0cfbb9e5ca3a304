import { posix } from 'node:path'
import { parseCapabilitySpec } from '../declare/capability-spec.ts'
import { type DockerPrograms, imagePathOf } from './docker-programs.ts'
import { expand, type Run, type StageView } from './docker-stage.ts'
import { type Inputs, inputOf } from './draft.ts'
import type { Note } from './facts.ts'
import { commandsOf } from './shell.ts'

/** What `setcap` gives the image's programs, in any stage: COPY keeps it. */
export function capabilitiesOf(
  views: readonly StageView[],
  own: DockerPrograms,
  file: string,
): { readonly inputs: Inputs; readonly notes: readonly Note[] } {
  const lines = new Map<string, string>()
  const notes: Note[] = []
  const seen = new Set<Run>()
  for (const { runs, variables } of views)
    for (const run of runs) {
      // A stage has those of the one that it starts from, too.
      if (seen.has(run)) continue
      seen.add(run)
      const { line, script, directory } = run
      for (const { words } of commandsOf(script)) {
        if (words[0] !== 'setcap') continue
        const given = capabilityLine(words.slice(1), directory, variables, own)
        if ('why' in given) notes.push({ where: `${file}:${line}`, what: words.join(' '), why: given.why })
        else if (!lines.has(given.path)) lines.set(given.path, given.line)
      }
    }
  return { inputs: inputOf('capabilities', [...lines.values()]), notes }
}

function capabilityLine(
  words: readonly string[],
  directory: string,
  variables: StageView['variables'],
  own: DockerPrograms,
): { readonly path: string; readonly line: string } | { readonly why: string } {
  const [capabilities = '', written = '', ...more] = words
  const target = expand(written, variables)
  const path = target === null || target === '' ? null : imagePathOf(posix.resolve(directory, target), own)
  if (path === null || more.length > 0)
    return {
      why: 'it is not about one program of the image; write capabilities for the file that needs them',
    }
  const line = `${capabilities} ${path}`
  const parsed = parseCapabilitySpec(line)
  return parsed.ok ? { path, line } : { why: `it ${parsed.problem}` }
}
