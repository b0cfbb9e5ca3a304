import { GO_ONLY } from '../declare-build.ts'
import { type InputName, INPUTS } from '../inputs.ts'

const OF_RUN = 'is of the whole run, not of an image; write it in the step or on the command line'
const OF_STEP =
  'is not taken from a file that a pull request can change; write it in the step or on the command line'

/** Inputs that the file cannot have, each with the end of the sentence that says why. */
export const REFUSED_SETTINGS: Readonly<Partial<Record<InputName, string>>> = {
  config: 'names this file; leave it out',
  only: OF_RUN,
  'changed-since': OF_RUN,
  push: OF_STEP,
  load: OF_STEP,
  'registry-username': OF_STEP,
  'registry-password': OF_STEP,
  'github-token': OF_STEP,
  'go-download-url': OF_STEP,
  'upx-download-url': OF_STEP,
  'upx-sha256': OF_STEP,
  cache: OF_RUN,
  summary: OF_RUN,
  comment: OF_RUN,
  report: OF_RUN,
  plan: OF_RUN,
  result: OF_RUN,
}

/** The inputs that an image of the file can have, in the order of the reference. */
export const SETTINGS = INPUTS.filter(
  ({ name, only }) =>
    REFUSED_SETTINGS[name] === undefined && (only === undefined || only === 'action' || only === 'terminal'),
)

/** Inputs of which each image needs a value of its own, so that none is given for several images at once. */
export const OWN_SETTINGS: readonly InputName[] = [
  'main',
  'binary',
  'entrypoint',
  'args',
  'cmd',
  'image',
  'output',
  'binaries',
]

/** What contradicts a setting, so that a stronger place, which has the setting, displaces it. */
const OPPOSITES: Readonly<Partial<Record<InputName, readonly InputName[]>>> = {
  main: ['binary'],
  binary: ['main', ...GO_ONLY],
  'go-version': ['go-version-file'],
  'go-version-file': ['go-version'],
  cmd: ['entrypoint', 'args'],
  entrypoint: ['cmd'],
  args: ['cmd'],
}

/** Which settings of a weaker place do not count beside this one: what an image says is instead of the defaults that contradict it. */
export function displacedBy(name: InputName, text: string): readonly InputName[] {
  if (name === 'pack') return text === 'off' ? ['packer', 'upx-version', 'upx-args'] : []
  if (name === 'packer') return text === 'bantam' ? ['upx-version', 'upx-args'] : []
  return OPPOSITES[name] ?? []
}
