import { parentPort, workerData } from 'node:worker_threads'
import { packFile, type PackTask } from './pack/bantam/pack-file.ts'

// The thread that packs: it encodes for a second and more, and meanwhile a build does other things.
parentPort?.postMessage(await packFile(workerData as PackTask))
