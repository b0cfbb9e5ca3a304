import { Worker } from 'node:worker_threads'
import { entryPoint } from './entry-point.ts'

/**
 * Runs one of Bantam's entry points in a thread of its own, and returns the one message that it sends: work that would
 * block this thread for seconds. When `stop` aborts, the thread is ended.
 *
 * @throws the error that the thread did not catch, and the reason of `stop` once the thread has ended
 */
export async function runInThread<Answer>(
  name: 'pack-thread',
  asked: object,
  stop: AbortSignal | undefined,
): Promise<Answer> {
  stop?.throwIfAborted()
  const worker = new Worker(entryPoint(name), { workerData: asked })
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error(`the thread ${name} ended without an answer`)))
  const end = () => reject(stop?.reason)
  stop?.addEventListener('abort', end)
  try {
    return await promise
  } finally {
    stop?.removeEventListener('abort', end)
    await worker.terminate()
  }
}
