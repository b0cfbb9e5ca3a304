import { runPlanAction } from './commands/plan-action.ts'

await runPlanAction(process)
