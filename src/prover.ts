import { json } from 'node:stream/consumers'
import { answer, type ProverRequest } from './pack/proof/prover.ts'

// The helper that `sudo` starts: a request on stdin, its answer on stdout, both JSON.
process.stdout.write(JSON.stringify(await answer((await json(process.stdin)) as ProverRequest)))
