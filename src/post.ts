import { saveCaches } from './github/cache.ts'
import { runnerHost } from './host/runner.ts'

// Keeps what this job added for the next one; it tells what it cannot do, and never fails the job.
await saveCaches(runnerHost(process.env, process.cwd()))
