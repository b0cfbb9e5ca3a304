import type { InputName } from './inputs.ts'

/**
 * Inputs that decide what is in an image and that nothing in the image shows, by name. An image keeps them, so that it
 * can be built again from its commit.
 */
export type RecordedInputs = Readonly<Partial<Record<InputName, RecordedInput>>>

/** A text, the items of a list, or a map. */
export type RecordedInput = string | readonly string[] | Readonly<Record<string, string>>

/** Every input that an image can keep. */
export const RECORDED: readonly InputName[] = [
  'working-directory',
  'main',
  'binary',
  'base',
  'files',
  'certificates',
  'extra-certificates',
  'timezones',
  'workdir',
  'volumes',
  'accounts',
  'capabilities',
  'user',
  'stop-signal',
  'healthcheck',
  'expose',
  'env',
]
