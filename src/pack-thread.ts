import { parentPort, workerData } from 'node:worker_threads'
import { packFile, type PackTask } from './pack/bantam/pack-file.ts'

// The thread that packs: it encodes for a second and more, and meanwhile a build does other things.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await packFile(workerData as PackTask))
