import { json } from 'node:stream/consumers'
import { runEntry } from './host/run-entry.ts'
import { probe } from './smoke/smoke-probe.ts'
import type { ProbeRequest } from './smoke/smoke-run.ts'

await runEntry(process, {
  main: async () => {
    process.stdout.write(JSON.stringify(await probe((await json(process.stdin)) as ProbeRequest)))
    return 0
  },
  tell: error => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  outlivesOutput: false,
})
