import { runComment } from './commands/comment.ts'

await runComment(process)
