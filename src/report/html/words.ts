/** Formats a share of a whole: `13 %`. Below ten it has a decimal, and tiny shares are `<0.1 %`. */
export function formatShare(bytes: number, whole: number): string {
  if (whole === 0) return ''
  const percent = (100 * bytes) / whole
  if (percent > 0 && percent < 0.1) return '<0.1 %'
  return `${percent < 9.95 && percent > 0 ? percent.toFixed(1) : Math.round(percent)} %`
}

/** Formats exact bytes with English separators, whatever the reader's locale: `6,316,194 bytes`. */
export function formatExact(bytes: number): string {
  return `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} bytes`
}
