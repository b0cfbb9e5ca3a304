import { type Clause, clause, clauseText, sentenceText } from '../../clause.ts'
import type { Problem } from '../problem.ts'
import type { ImageEntry, FileFault, Position } from './images-file.ts'
import type { ImageGiven } from './image-given.ts'

/** More problems than a person reads at once. */
const MOST = 50

/** A problem of the file itself. */
export function problemOfFile(file: string, { at, because }: FileFault): Problem {
  return placedAt(file, at, { input: file, value: `${at.line}:${at.column}`, clause: clause`${because}` })
}

/** The problem with the place in the file that it comes from, or as it is where it comes from elsewhere. */
export function placedProblem(
  file: string,
  problem: Problem,
  { fromFile }: Pick<ImageGiven, 'fromFile'>,
): Problem {
  const setting = [...fromFile.values()].find(({ name }) => name === problem.input)
  if (setting === undefined) return problem
  const item = setting.items.find(({ text }) => text === problem.value)
  return placedAt(file, item?.at ?? setting.at, problem)
}

/** A problem of one image that no value of the file has. */
export function problemOfImage(file: string, { key, at }: ImageEntry, problem: Problem): Problem {
  return placedAt(file, at, { ...problem, clause: clause`image ${key}: ${problem.clause}` })
}

/** At most so many, and a last line that says how many more there are. */
export function firstProblems(file: string, problems: readonly Problem[]): readonly Problem[] {
  const unique = [...new Map(problems.map(problem => [JSON.stringify(problem.clause), problem])).values()]
  const more = unique.length - MOST
  if (more <= 1) return unique
  return [
    ...unique.slice(0, MOST),
    { input: file, value: '', clause: clause`${more} more problems are not shown` },
  ]
}

function placedAt(file: string, { line, column }: Position, problem: Problem): Problem {
  const named = inYaml(problem.clause)
  return {
    ...problem,
    clause: clause`${`${file}:${line}:${column}: `}${named}`,
    location: { file, line, column, message: sentenceText(named, 'action') },
  }
}

/** In the file, an input has its name without dashes. */
function inYaml(parts: Clause): Clause {
  return parts.map(part =>
    part.kind === 'input' ? { kind: 'value', text: clauseText([part], 'action') } : part,
  )
}
