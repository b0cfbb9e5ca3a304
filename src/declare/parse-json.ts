/** Parses JSON. Returns `null` for invalid text, so that the caller's check of the shape fails. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
