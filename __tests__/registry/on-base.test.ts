import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { imageSet } from '../../src/image/image-set.ts'
import { openRepository } from '../../src/registry/pull.ts'
import { pushImages } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { openBase } from '../../src/thing/open-base.ts'
import { baseFor, baseLayout, imageOn, pushLayout } from '../support/base-images.ts'
import { startFaultRegistry, type Fault, type FaultRegistry } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

const PLATFORM = { os: 'linux', architecture: 'amd64' }
const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 5 }

describeWith(['docker-registry', 'skopeo'], 'pushing an image on a base', () => {
  let registry: TestRegistry
  const open: FaultRegistry[] = []
  beforeAll(async () => {
    registry = await startRegistry()
    pushLayout(baseLayout([[PLATFORM, baseFor(PLATFORM)]]), `${registry.address}/os/base:1`)
  })
  afterAll(async () => {
    await Promise.all(open.map(server => server.stop()))
    await registry.stop()
  })

  /** Before the registry, so that its requests can be seen. */
  async function watched(...faults: readonly Fault[]): Promise<FaultRegistry> {
    const server = await startFaultRegistry(faults, registry.address)
    open.push(server)
    return server
  }

  /** The base from one registry, and the image to another or to the same. */
  async function pushed(from: string, to: string, repository: string) {
    const host = testHost()
    const reference = { registry: from, repository: 'os/base', identifier: '1' }
    const on = await openBase(host, await openRepository(host, reference, null), {
      kind: 'image',
      name: 'base',
      platform: PLATFORM,
      tag: null,
      origin: reference,
      started: new Set(),
    })
    const image = await imageOn(on)
    const publish = {
      push: true,
      references: [{ registry: to, repository, identifier: 'v1' }],
      load: false,
      output: null,
      credentials: null,
      githubToken: null,
    }
    const session = await authenticate(host, publish, [PLATFORM], PATIENCE)
    return { on, image, result: await pushImages(session, imageSet([image])) }
  }

  const bytesIn = async (repository: string, digest: string) => {
    const answer = await fetch(`http://${registry.address}/v2/${repository}/blobs/${digest}`)
    return answer.ok ? (await answer.arrayBuffer()).byteLength : null
  }

  const uploads = ({ seen }: FaultRegistry) =>
    seen.filter(({ method }) => method === 'PUT' || method === 'POST')

  it('takes the layers of the base from its repository, in the same registry', async () => {
    const server = await watched()
    const { on, result } = await pushed(server.address, server.address, 'me/mounted')
    expect(result).toMatchObject({ live: [{ outcome: 'pushed' }], missing: [] })
    for (const { digest, size } of on.layers) {
      const mounts = server.seen.filter(({ url }) =>
        url.includes(`mount=${encodeURIComponent(digest)}&from=os%2Fbase`),
      )
      expect(mounts).toHaveLength(1)
      expect(
        server.seen.filter(({ method, url }) => method === 'PUT' && url.includes(digest.slice(7))),
      ).toEqual([])
      expect(await bytesIn('me/mounted', digest)).toBe(size)
    }
  })

  it('copies them to another registry', async () => {
    const [from, to] = [await watched(), await watched()]
    const { on, result } = await pushed(from.address, to.address, 'me/copied')
    expect(result).toMatchObject({ live: [{ outcome: 'pushed' }], missing: [] })
    expect(to.seen.filter(({ url }) => url.includes('mount='))).toEqual([])
    for (const { digest, size } of on.layers) expect(await bytesIn('me/copied', digest)).toBe(size)
  })

  it.each<[string, Fault['answer']]>([
    ['refuses', { status: 401 }],
    ['does not know', { status: 405 }],
    ['forbids', { status: 403, body: '{"errors":[{"code":"DENIED","message":"no"}]}' }],
  ])('uploads them where the registry %s mounting', async (word, answer) => {
    const server = await watched({ on: ({ url }) => url.includes('mount='), answer })
    const repository = `me/${word.replaceAll(' ', '-')}`
    const { on, result } = await pushed(server.address, server.address, repository)
    expect(result).toMatchObject({ live: [{ outcome: 'pushed' }], missing: [] })
    for (const { digest, size } of on.layers) expect(await bytesIn(repository, digest)).toBe(size)
  })

  it('takes nothing from itself where the base is in the same repository', async () => {
    const server = await watched()
    const { result } = await pushed(server.address, server.address, 'os/base')
    expect(result).toMatchObject({ live: [{ outcome: 'pushed' }] })
    expect(uploads(server).filter(({ url }) => url.includes('mount='))).toEqual([])
  })

  it('sends no layer of the base that the repository has already', async () => {
    await pushed(registry.address, registry.address, 'me/again')
    const server = await watched()
    const { on } = await pushed(server.address, server.address, 'me/again')
    const digests = on.layers.map(({ digest }) => digest.slice(7))
    expect(uploads(server).filter(({ url }) => digests.some(digest => url.includes(digest)))).toEqual([])
  })
})
