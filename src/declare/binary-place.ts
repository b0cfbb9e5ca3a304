/** Where a binary lies in the image. */
export interface BinaryPlace {
  readonly name: string
  /** Absolute; left out for `/`. */
  readonly directory?: string | undefined
}

/** The absolute path of a binary in the image. */
export function binaryPath({ name, directory = '' }: BinaryPlace): string {
  return `${directory}/${name}`
}
