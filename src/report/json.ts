import type { WeighIn } from '../size/weigh-in.ts'

/** The weigh-in as `--json` prints it and the `report` output holds it; schema/weigh-in.json describes it. */
export function weighInJson(weighIn: WeighIn): string {
  return `${JSON.stringify(weighIn, null, 2)}\n`
}

/** Where the page lies that goes with a weigh-in: `bantam.html` beside `bantam.json`. */
export function htmlPathOf(report: string): string {
  return `${report.replace(/\.json$/, '')}.html`
}
