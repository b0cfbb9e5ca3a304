import { json } from 'node:stream/consumers'
import { Failure } from '../../src/failure.ts'
import type { IsolationWay } from '../../src/isolation/isolation.ts'
import { smokeTest, type SmokeRequest } from '../../src/smoke/smoke-test.ts'
import { imageFromText, type ImageInText } from './smoke-test-by.ts'
import { recordingLog } from './host.ts'

// A process for `smokeTestBy`: a smoke test as JSON on stdin, its report or failure on stdout.
const asked = (await json(process.stdin)) as {
  readonly way: IsolationWay
  readonly directory: string
  readonly request: Omit<SmokeRequest, 'image'> & { readonly image: ImageInText }
}
const host = {
  surface: 'terminal',
  cwd: asked.directory,
  env: process.env,
  log: recordingLog(),
  temporary: asked.directory,
  kept: asked.directory,
  cores: 2,
} as const

const image = imageFromText(asked.request.image)
const answer = await smokeTest(host, asked.way, { ...asked.request, image }).catch((error: unknown) => {
  if (!(error instanceof Failure)) throw error
  return { code: error.code, message: error.message, output: error.output }
})
process.stdout.write(JSON.stringify(answer))
