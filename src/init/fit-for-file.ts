import { readsEnvironment } from '../declare/images-file/reads-environment.ts'
import { SETTINGS } from '../declare/images-file/settings.ts'
import type { InputName } from '../declare/inputs.ts'
import type { CheckedInputs } from './checked-inputs.ts'
import type { Inputs, Service } from './draft.ts'
import type { Note } from './facts.ts'
import { imageLines } from './images-text.ts'
import { IDENTITY, unnamed } from './unnamed.ts'

/** All images together, with the notes, are then less than bantam.yaml may be. No person writes so much of one image. */
const MOST_BYTES = 20_000

/** Leaves out what bantam.yaml must not say, although a step may. */
export function fitForFile({ name, inputs }: Service): CheckedInputs {
  const notes: Note[] = []
  let isKnown = true
  const kept = Object.entries(inputs).flatMap(([input, value]) => {
    const good = fittingLines(input as InputName, value)
    const lost = value.split('\n').filter(line => !good.includes(line))
    const why =
      'it reads like a variable of the job, which bantam.yaml cannot have; write that input in the step'
    notes.push(...lost.map(line => ({ where: name, what: `${input} ${line}`, why })))
    if (lost.length > 0 && IDENTITY.includes(input as InputName)) isKnown = false
    return good.length === 0 ? [] : [[input, good.join('\n')] as const]
  })
  if (!isKnown) return { inputs: null, notes: [...notes, unnamed(name)] }
  const fitting: Inputs = Object.fromEntries(kept)
  const size = Buffer.byteLength(imageLines({ name, inputs: fitting, image: null, budget: [] }).join('\n'))
  if (size <= MOST_BYTES) return { inputs: fitting, notes }
  const why = `it has more than ${MOST_BYTES / 1000} kB of settings; write it yourself`
  return { inputs: null, notes: [...notes, { where: name, what: 'its image', why }] }
}

function fittingLines(name: InputName, value: string): readonly string[] {
  if (!SETTINGS.some(setting => setting.name === name)) return []
  if (!readsEnvironment(value)) return value.split('\n')
  // The file is refused where a template and the word stand in one value, also in different lines.
  const good = value.split('\n').filter(line => !readsEnvironment(`{{${line}`))
  return readsEnvironment(good.join('\n')) ? [] : good
}
