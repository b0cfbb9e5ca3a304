import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { jsonText } from './json-text.ts'

/** Returns a weigh-in as JSON, for `--json` and the `report` output; schema/weigh-in.json describes it. */
export function weighInJson(weighIn: WeighIn): string {
  return jsonText(weighIn)
}

/** Returns the path of the HTML page for a weigh-in: `bantam.html` beside `bantam.json`. */
export function htmlPathOf(report: string): string {
  return `${report.replace(/\.json$/, '')}.html`
}
