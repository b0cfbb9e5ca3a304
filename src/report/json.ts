import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { jsonText } from './json-text.ts'

/** The weigh-in as `--json` prints it and the `report` output holds it; schema/weigh-in.json describes it. */
export function weighInJson(weighIn: WeighIn): string {
  return jsonText(weighIn)
}

/** Where the page lies that goes with a weigh-in: `bantam.html` beside `bantam.json`. */
export function htmlPathOf(report: string): string {
  return `${report.replace(/\.json$/, '')}.html`
}
