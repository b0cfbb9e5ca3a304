/** A share of a whole: `13 %`; a decimal below ten, `<0.1 %` for what is next to nothing. */
export function formatShare(bytes: number, whole: number): string {
  if (whole === 0) return ''
  const percent = (100 * bytes) / whole
  if (percent > 0 && percent < 0.1) return '<0.1 %'
  return `${percent < 9.95 && percent > 0 ? percent.toFixed(1) : Math.round(percent)} %`
}

/** With the separators of English, which do not depend on where the page is read: `6,316,194 bytes`. */
export function formatExact(bytes: number): string {
  return `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} bytes`
}
