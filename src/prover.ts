import { json } from 'node:stream/consumers'
import { runEntry } from './host/run-entry.ts'
import { answer, type ProverRequest } from './proof/prover.ts'

// The helper that `sudo` starts: a request on stdin, its answer on stdout, both JSON.
await runEntry(process, {
  main: async () => {
    process.stdout.write(JSON.stringify(await answer((await json(process.stdin)) as ProverRequest)))
    return 0
  },
  tell: error => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  outlivesOutput: false,
})
