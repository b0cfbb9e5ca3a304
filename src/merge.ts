import { runMergeAction } from './commands/merge-action.ts'

await runMergeAction(process)
