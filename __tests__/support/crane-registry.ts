import { spawn } from 'node:child_process'
import type { Listening } from './listen.ts'

/** The registry of go-containerregistry, in memory. */
export async function startCraneRegistry(): Promise<Listening> {
  // The pipe to `cat` closes when this process ends, however it ends.
  const command = 'crane registry serve --address 127.0.0.1:0 & cat; kill $!; wait'
  const child = spawn('sh', ['-c', command], { stdio: ['pipe', 'ignore', 'pipe'] })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    const port = /serving on port (\d+)/.exec(said)?.[1]
    if (port !== undefined) resolve(`127.0.0.1:${port}`)
  })
  child.on('close', () => reject(new Error(`crane ended:\n${said}`)))
  return {
    address: await promise,
    stop: async () => {
      const ended = new Promise(done => child.once('close', done))
      child.stdin.end()
      await ended
    },
  }
}
