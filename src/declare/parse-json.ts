/** The value of a JSON text; `null` where it is not JSON, so that what reads it sees a value of the wrong shape. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
