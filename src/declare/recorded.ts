import type { InputName } from './inputs.ts'

/**
 * Inputs that decide what is in an image and that nothing in the image shows, by name. An image keeps them, so that it
 * can be built again from its commit.
 */
export type RecordedInputs = Readonly<Partial<Record<InputName, RecordedInput>>>

/** A text, the items of a list, or a map. */
export type RecordedInput = string | readonly string[] | Readonly<Record<string, string>>
