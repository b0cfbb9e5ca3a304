import { buffer } from 'node:stream/consumers'
import { runEntry } from './host/run-entry.ts'
import { readSmokeMessage } from './smoke/smoke-message.ts'
import { supervise } from './smoke/smoke-supervisor.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

await runEntry(process, {
  main: async () => {
    const { run, entries } = readSmokeMessage(await buffer(process.stdin))
    process.stdout.write(JSON.stringify(await supervise(run, entries)))
    return 0
  },
  tell: error => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  outlivesOutput: false,
})
