import { runPost } from './commands/post.ts'

await runPost(process)
