import { comment } from './commands/comment.ts'

process.exitCode = await comment(process.env, process.cwd())
