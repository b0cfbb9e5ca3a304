/**
 * What YAML reads as text without quotes, and as nothing else: no number, truth value, date or null. A comma would end an item
 * of `[a, b]`.
 */
const PLAIN = /^[A-Za-z./](?:[A-Za-z0-9_./@+=-]|:(?=[A-Za-z0-9_/.]))*$/
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|\.inf|\.nan|[-.\d_,]+|\.\d.*)$/i

/** One line of text as a scalar of YAML. */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(text)) return JSON.stringify(text)
  return `'${text.replaceAll("'", "''")}'`
}
