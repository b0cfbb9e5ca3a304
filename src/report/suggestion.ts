import { formatBytesExact } from '../declare/bytes.ts'

const HEADROOM = 1.08

/**
 * Suggests a budget in the format of `parseBytes`: about 8 % above the current size, rounded up to two digits. `2.4MB`
 * for 2.20 MB.
 */
export function suggestBudget(actual: number): string {
  const wanted = Math.max(1, Math.ceil(actual * HEADROOM))
  const step = 10 ** Math.max(0, Math.floor(Math.log10(wanted)) - 1)
  return formatBytesExact(Math.ceil(wanted / step) * step).replace(' ', '')
}
