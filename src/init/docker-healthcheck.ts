import { parseHealthcheck } from '../declare/healthcheck.ts'
import { type DockerPrograms, imagePathOf } from './docker-programs.ts'
import type { StageView } from './docker-stage.ts'
import { type Inputs, inputOf } from './draft.ts'
import type { Note } from './facts.ts'

/** The health check of the last stage, where its program is one of the image. */
export function healthcheckOf(
  { settings }: StageView,
  own: DockerPrograms,
  file: string,
): { readonly inputs: Inputs; readonly notes: readonly Note[] } {
  const setting = settings.findLast(({ name }) => name === 'HEALTHCHECK')
  if (setting === undefined || /^NONE\b/i.test(setting.written)) return { inputs: {}, notes: [] }
  const left = (why: string) => ({
    inputs: {},
    notes: [{ where: `${file}:${setting.line}`, what: `HEALTHCHECK ${setting.written}`, why }],
  })
  const command = /^CMD\s+([^]*)$/i.exec(setting.written)?.[1] ?? ''
  // No shell fills variables into a list; elsewhere Docker leaves them to the shell, and the image has none.
  const text = command.startsWith('[') ? setting.written : setting.text
  if (text === null) return left('it has a variable that is known only when Docker builds or runs it')
  const flags = Object.entries(setting.flags).map(([name, value]) => `--${name}=${value} `)
  const parsed = parseHealthcheck([...flags, text.replace(/^CMD(?=\s)/i, 'CMD')].join(''))
  if (!parsed.ok) return left(`it ${parsed.problem}`)
  if (parsed.value.kind === 'none') return { inputs: {}, notes: [] }
  const [program = '', ...args] = parsed.value.words
  const path = imagePathOf(program, own)
  if (path === null)
    return left('its program is not in the image; write a check of a program of the image into healthcheck')
  const words = JSON.stringify([path, ...args])
  return { inputs: inputOf('healthcheck', [[...flags, 'CMD ', words].join('')]), notes: [] }
}
