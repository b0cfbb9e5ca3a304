import { afterEach, expect, it } from '@jest/globals'
import { imageSet } from '../../src/image/image-set.ts'
import { authenticate } from '../../src/registry/session.ts'
import { requireStored } from '../../src/registry/stored-images.ts'
import { startFaultRegistry, type FaultRegistry } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { tinyImage } from '../support/tiny-image.ts'

const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 2 }
const SET = imageSet([tinyImage('amd64'), tinyImage('arm64', { os: 'linux', architecture: 'arm64' })])

const open: FaultRegistry[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(server => server.stop()))
})

/** Asks a registry that answers each manifest with these bytes. */
async function ask(bytesOf: (digest: string) => Uint8Array | null) {
  const answer = ({ url }: { readonly url: string }) => {
    const bytes = bytesOf(url.split('/').at(-1) ?? '')
    return bytes === null ? { status: 404 } : { status: 200, body: Buffer.from(bytes) }
  }
  const server = await startFaultRegistry([{ on: ({ url }) => url.includes('/manifests/sha256:'), answer }])
  open.push(server)
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  const references = [{ registry: server.address, repository: 'o/app', identifier: 'v1' }]
  const publish = { push: true, references, load: false, output: null, credentials: null, githubToken: null }
  const session = await authenticate(
    host,
    publish,
    SET.images.map(({ platform }) => platform),
    PATIENCE,
  )
  return requireStored(session, SET)
}

const ALL = new Map(SET.images.map(({ manifest: { digest, bytes } }) => [digest as string, bytes]))

it('takes manifests that are there, byte for byte', async () => {
  await expect(ask(digest => ALL.get(digest) ?? null)).resolves.toBeUndefined()
})

it('names the platform whose manifest is missing, and says that no tag was moved', async () => {
  const [first] = SET.images
  await expect(
    ask(digest => (digest === first.manifest.digest ? first.manifest.bytes : null)),
  ).rejects.toMatchObject({
    code: 'registry',
    message: expect.stringMatching(/is not there: the result for linux\/arm64 says .*\. No tag was moved\.$/),
    fields: { platform: 'linux/arm64' },
  })
})

it('believes no registry that answers with other bytes', async () => {
  await expect(ask(() => Buffer.from('{}'))).rejects.toThrow('the registry answered with sha256:')
})
