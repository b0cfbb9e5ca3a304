import { SCHEMA_VERSION } from '../weigh-in/shape/weigh-in.ts'

/** The version of a weigh-in, or of its annotation on an image, that this Bantam does not read. */
export interface OtherVersion {
  readonly schemaVersion: number
  readonly older: boolean
  /** What wrote it and what this Bantam reads, as the end of a sentence that begins with `it`. */
  readonly said: string
}

/** `null`: it is of the version that this Bantam reads, or of none, so that only its shape can say what is wrong. */
export function otherVersion(value: unknown): OtherVersion | null {
  if (typeof value !== 'object' || value === null) return null
  const { schemaVersion, bantam } = value as { readonly schemaVersion?: unknown; readonly bantam?: unknown }
  if (typeof schemaVersion !== 'number' || !Number.isSafeInteger(schemaVersion) || schemaVersion < 0)
    return null
  if (schemaVersion === SCHEMA_VERSION) return null
  // It may come from anyone, and is shown.
  const by = typeof bantam === 'string' && /^[\w.+-]{1,40}$/.test(bantam) ? ` by Bantam ${bantam}` : ''
  return {
    schemaVersion,
    older: schemaVersion < SCHEMA_VERSION,
    said: `was written${by} with schemaVersion ${schemaVersion}, and this Bantam reads ${SCHEMA_VERSION}`,
  }
}
