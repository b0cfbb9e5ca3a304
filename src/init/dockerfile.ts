/** One instruction of a Dockerfile. */
export interface Instruction {
  /** In capitals: `COPY`. */
  readonly name: string
  /** `--from=builder` and the like, by their names. */
  readonly flags: Readonly<Record<string, string>>
  /** What follows the flags, its lines joined. */
  readonly text: string
  /** The line where it begins, counted from 1. */
  readonly line: number
}

export interface Stage {
  /** What FROM names: an image, or an earlier stage. */
  readonly base: string
  readonly name: string | null
  readonly line: number
  readonly instructions: readonly Instruction[]
}

export interface Dockerfile {
  /** The ARG instructions before the first FROM. */
  readonly args: readonly Instruction[]
  readonly stages: readonly Stage[]
}

/** No Dockerfile of a person has more; one of a program is not read to its end. */
const MOST_INSTRUCTIONS = 2000
const MOST_STAGES = 50

const FLAG = /^--([a-z][a-z0-9-]*)(?:=(\S*))?(?:\s+|$)/

/**
 * Reads a Dockerfile. It never fails: what cannot be read is left out, since the file is only looked at to learn from.
 * https://docs.docker.com/reference/dockerfile/
 */
export function parseDockerfile(text: string): Dockerfile {
  const args: Instruction[] = []
  const stages: (Stage & { readonly instructions: Instruction[] })[] = []
  for (const instruction of instructionsOf(text)) {
    if (instruction.name === 'FROM' && stages.length === MOST_STAGES) break
    if (instruction.name === 'FROM') stages.push(stageOf(instruction))
    else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction)
    else if (instruction.name === 'ARG') args.push(instruction)
  }
  return { args, stages }
}

/** `["a", "b"]` as its words; `null` for any other form. */
export function execForm(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(word => typeof word === 'string') ? value : null
  } catch {
    return null
  }
}

function stageOf({ text, line }: Instruction) {
  const [base = '', as = '', name] = text.split(/\s+/)
  return { base, name: as.toUpperCase() === 'AS' ? (name ?? null) : null, line, instructions: [] }
}

function instructionsOf(text: string): readonly Instruction[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const escape = escapeOf(lines)
  const lastPlaces = new Map(lines.map((line, at) => [endOf(line), at]))
  const found: Instruction[] = []
  for (let at = 0; at < lines.length && found.length < MOST_INSTRUCTIONS; at += 1) {
    const line = at + 1
    const parts = [lines[at] ?? '']
    if (/^\s*(?:#|$)/.test(parts[0] ?? '')) continue
    while (at + 1 < lines.length && isContinued(parts.at(-1) ?? '', escape)) {
      at += 1
      const next = lines[at] ?? ''
      // Comments and empty lines between the lines of an instruction do not end it.
      if (!/^\s*(?:#|$)/.test(next)) parts.push(next)
    }
    const whole = parts
      .map(part => (isContinued(part, escape) ? part.trimEnd().slice(0, -1) : part))
      .join(' ')
    const bodies: string[] = []
    for (const end of heredocsOf(whole)) {
      // A word whose end never comes was something else, and would swallow the rest of the file.
      if ((lastPlaces.get(end) ?? -1) <= at) continue
      while (endOf(lines[at + 1] ?? '') !== end) {
        at += 1
        bodies.push(lines[at] ?? '')
      }
      at += 1
    }
    const instruction = instructionOf(whole, bodies, line)
    if (instruction !== null) found.push(instruction)
  }
  return found
}

function isContinued(line: string, escape: string): boolean {
  return line.trimEnd().endsWith(escape)
}

/** The directive `# escape=` may stand before anything else. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^#\s*([a-z]+)\s*=\s*(\S+)\s*$/i.exec(line)
    if (directive === null) return '\\'
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\'
  }
  return '\\'
}

/** A line, as it ends a here-document. */
function endOf(line: string): string {
  return line.replace(/^\t+/, '')
}

/** The words that end the here-documents of a RUN or COPY. `$((1<<N))` and `<<<word` begin none. */
function heredocsOf(line: string): readonly string[] {
  if (!/^\s*(?:RUN|COPY|ADD)\b/i.test(line)) return []
  return Array.from(line.matchAll(/(?<=^|\s)\d*<<-?(["']?)([A-Za-z_]\w*)\1/g), ([, , end = '']) => end)
}

function instructionOf(whole: string, bodies: readonly string[], line: number): Instruction | null {
  const [, name = '', text = ''] = /^\s*([A-Za-z]+)(?:\s+([^]*))?$/.exec(whole) ?? []
  if (name === '') return null
  let rest = text.trim()
  const flags: Record<string, string> = {}
  for (let flag = FLAG.exec(rest); flag !== null; flag = FLAG.exec(rest)) {
    flags[flag[1] ?? ''] = flag[2] ?? ''
    rest = rest.slice(flag[0].length)
  }
  return { name: name.toUpperCase(), flags, text: [rest, ...bodies].join('\n').trim(), line }
}
