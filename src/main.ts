import { action } from './commands/action.ts'

process.exitCode = await action(process.env, process.cwd())
