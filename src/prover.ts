import { json } from 'node:stream/consumers'
import { runEntry } from './host/run-entry.ts'
import { answer, type ProverRequest } from './proof/prover.ts'

// The helper that `sudo` starts. It reads a request from stdin and writes the answer to stdout, both as JSON.
await runEntry(process, {
  main: async () => {
    process.stdout.write(JSON.stringify(await answer((await json(process.stdin)) as ProverRequest)))
    return 0
  },
  tell: error => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  outlivesOutput: false,
})
