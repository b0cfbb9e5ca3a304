import { writeReport } from '../host/report-file.ts'
import type { Depth } from '../report/html/model.ts'
import { htmlPathOf, weighInJson } from '../report/json.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'

/**
 * Writes the weigh-in as JSON, and the page beside it.
 *
 * @throws Failure `write`
 */
export async function writeReports(file: string, weighIn: WeighIn, depths: readonly Depth[]): Promise<void> {
  await writeReport(file, weighInJson(weighIn))
  // Loaded only here: a run without a report needs neither the page nor the layout of its treemap.
  const { htmlReport } = await import('../report/html/report.ts')
  await writeReport(htmlPathOf(file), htmlReport(weighIn, depths))
}
