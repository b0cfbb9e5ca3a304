import { json } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { imageSet } from '../../src/image/image-set.ts'
import type { PublishSpec } from '../../src/declare/spec.ts'
import type { Digest } from '../../src/weigh-in/digest.ts'
import { pushImages } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { recordingLog } from './host.ts'
import { tinyImage } from './tiny-image.ts'

/** What this process reads as JSON on stdin: where to push an image on a base with one layer in a file. */
export interface PushProcessRequest {
  readonly directory: string
  readonly registry: string
  readonly repository: string
  readonly file: string
  readonly size: number
  readonly digest: Digest
  readonly credentials?: PublishSpec['credentials']
}

/** What it prints when it is done. */
export interface PushProcessAnswer {
  readonly live: number
  /** The most memory that it had at any time, in bytes. */
  readonly peak: number
}

const {
  directory,
  registry,
  repository,
  file,
  size,
  digest,
  credentials = null,
} = (await json(process.stdin)) as PushProcessRequest
const log = recordingLog()
const env = { PATH: process.env['PATH'], HOME: directory }
const host = {
  surface: 'terminal',
  cwd: directory,
  env,
  log,
  temporary: directory,
  kept: directory,
  cores: 2,
} as const
const image = tinyImage(`on ${digest}`)
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size, file, offset: 0 }
const base = { ...layer, diffId: digest, files: [], origin: null } as const
const publish = { push: true, load: false, output: null, credentials, githubToken: null }
const references = [{ registry, repository, identifier: 'v1' }]
const session = await authenticate(host, { ...publish, references }, [image.platform])
const { live, missing } = await pushImages(session, imageSet([{ ...image, baseLayers: [base] }]))
for (const { cause } of missing) process.stderr.write(`${String(cause)}\n`)
const peak = Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
process.stdout.write(JSON.stringify({ live: live.length, peak } satisfies PushProcessAnswer))
