import { text } from 'node:stream/consumers'
import { runEntry } from './host/run-entry.ts'
import { supervise } from './pack/smoke/smoke-supervisor.ts'
import type { SmokeRun } from './pack/smoke/smoke-run.ts'

// The first process of a namespace gets only the signals it listens to.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

await runEntry(process, {
  main: async () => {
    const outcome = await supervise(JSON.parse(await text(process.stdin)) as SmokeRun)
    process.stdout.write(JSON.stringify(outcome))
    return 0
  },
  tell: error => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  outlivesOutput: false,
})
