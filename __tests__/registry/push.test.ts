import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reference } from '../../src/declare/reference.ts'
import type { PublishSpec } from '../../src/declare/spec.ts'
import { pushImages } from '../../src/registry/push.ts'
import { pushBlobs } from '../../src/registry/push-blobs.ts'
import { imageSet } from '../../src/image/image-set.ts'
import { authenticate } from '../../src/registry/session.ts'
import { startFaultRegistry, type FaultRegistry, type Seen } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { ALICE, startRegistry, type RegistryOptions, type TestRegistry } from '../support/registry.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const PATIENCE = { tries: 3, firstWaitMs: 1, longestWaitMs: 5 }
const ACCEPT = 'application/vnd.oci.image.manifest.v1+json'

/** A host that finds no credentials of whoever runs the tests. */
function host() {
  const made = testHost()
  const env = { PATH: process.env['PATH'], HOME: made.cwd }
  return { ...made, env }
}

function to(registry: string, ...named: readonly string[]): readonly Reference[] {
  return named.map(name => {
    const [repository = '', identifier = 'latest'] = name.split(':')
    return { registry, repository, identifier }
  })
}

function publishing(
  references: readonly Reference[],
  credentials: PublishSpec['credentials'] = null,
): PublishSpec {
  return { push: true, references, load: false, output: null, credentials, githubToken: null }
}

const AMD64 = { os: 'linux', architecture: 'amd64' }

function enter(
  references: readonly Reference[],
  credentials: PublishSpec['credentials'] = null,
  on = host(),
) {
  return authenticate(on, publishing(references, credentials), [AMD64], PATIENCE)
}

/** Every tag that was moved. */
async function publish(
  references: readonly Reference[],
  image = tinyImage('hello'),
  credentials: PublishSpec['credentials'] = null,
  on = host(),
) {
  const { live, missing, untagged } = await pushImages(
    await enter(references, credentials, on),
    imageSet([image]),
  )
  expect({ missing, untagged }).toEqual({ missing: [], untagged: [] })
  return live
}

const on = (method: string, part: string) => (seen: Seen) => seen.method === method && seen.url.includes(part)

const denied = (message: string) => JSON.stringify({ errors: [{ code: 'DENIED', message }] })

async function digestOf({ registry, repository, identifier }: Reference): Promise<string | null> {
  const url = `http://${registry}/v2/${repository}/manifests/${identifier}`
  const answer = await fetch(url, { method: 'HEAD', headers: { accept: ACCEPT } })
  return answer.ok ? answer.headers.get('docker-content-digest') : null
}

async function bytesIn(address: string, repository: string, digest: string): Promise<Buffer | null> {
  const answer = await fetch(`http://${address}/v2/${repository}/blobs/${digest}`)
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null
}

describeWith(['docker-registry'], 'publishing', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  it('publishes what the digests name, under every tag of every repository', async () => {
    const image = tinyImage('everywhere')
    const references = to(registry.address, 'first/app:v1', 'first/app:latest', 'second/app:v1')
    const published = await publish(references, image)
    expect(published).toEqual(references.map(reference => ({ reference, outcome: 'pushed' })))
    for (const reference of references) expect(await digestOf(reference)).toBe(image.manifest.digest)
    for (const repository of ['first/app', 'second/app'])
      for (const { digest, bytes } of [...image.layers, image.config])
        expect(await bytesIn(registry.address, repository, digest)).toEqual(Buffer.from(bytes))
  })

  it('sends blobs ahead of the verdict without a manifest', async () => {
    const image = tinyImage('over budget')
    const references = to(registry.address, 'verdict/app:v1')
    const session = await enter(references)
    await pushBlobs(session, imageSet([image]))
    expect(await bytesIn(registry.address, 'verdict/app', image.config.digest)).not.toBeNull()
    expect(await digestOf({ ...references[0]!, identifier: image.manifest.digest })).toBeNull()
    expect(await digestOf(references[0]!)).toBeNull()
    await pushImages(session, imageSet([image]))
    expect(await digestOf(references[0]!)).toBe(image.manifest.digest)
  })

  it('moves a tag to another image', async () => {
    const references = to(registry.address, 'moved/app:latest')
    await publish(references, tinyImage('old'))
    const image = tinyImage('new')
    expect(await publish(references, image)).toMatchObject([{ outcome: 'pushed' }])
    expect(await digestOf(references[0]!)).toBe(image.manifest.digest)
  })

  it('moves a tag that somebody else moved in between', async () => {
    const references = to(registry.address, 'raced/app:latest')
    const image = tinyImage('ours')
    await publish(references, image)
    const session = await enter(references)
    await publish(references, tinyImage('theirs'))
    expect(await pushImages(session, imageSet([image]))).toMatchObject({
      live: [{ outcome: 'pushed' }],
      missing: [],
    })
    expect(await digestOf(references[0]!)).toBe(image.manifest.digest)
  })

  it('publishes beside a proxy, which nothing for this machine goes through', async () => {
    const on = host()
    const gone = {
      ...on,
      env: { ...on.env, HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1' },
    }
    const references = to(registry.address, 'proxied/app:v1')
    const image = tinyImage('beside a proxy')
    expect(await publish(references, image, null, gone)).toMatchObject([{ outcome: 'pushed' }])
    expect(await digestOf(references[0]!)).toBe(image.manifest.digest)
    const [layer] = image.layers
    expect(await bytesIn(registry.address, 'proxied/app', layer!.digest)).toEqual(Buffer.from(layer!.bytes))
  })

  it('says which of three tags are live where one is refused', async () => {
    const refusing = await startFaultRegistry(
      [{ on: on('PUT', 'three/app/manifests/v2'), answer: { status: 403, body: denied('v2 is immutable') } }],
      registry.address,
    )
    try {
      const references = to(refusing.address, 'three/app:v1', 'three/app:v2', 'three/app:v3')
      const image = tinyImage('three tags')
      const published = await pushImages(await enter(references), imageSet([image]))
      expect(published).toEqual({
        live: [references[0], references[2]].map(reference => ({ reference, outcome: 'pushed' })),
        missing: [{ reference: references[1], cause: expect.objectContaining({ code: 'registry' }) }],
        untagged: [],
      })
      expect(String(published.missing[0]?.cause)).toContain('v2 is immutable')
      expect(await Promise.all(references.map(digestOf))).toEqual([
        image.manifest.digest,
        null,
        image.manifest.digest,
      ])
    } finally {
      await refusing.stop()
    }
  })

  it('says that a repository has it by its digest where every tag is refused', async () => {
    const refusing = await startFaultRegistry(
      [{ on: on('PUT', 'none/app/manifests/v'), answer: { status: 403, body: denied('no tags') } }],
      registry.address,
    )
    try {
      const references = to(refusing.address, 'none/app:v1', 'none/app:v2', 'some/app:latest')
      const published = await pushImages(await enter(references), imageSet([tinyImage('no tags')]))
      expect(published.live.map(({ reference }) => reference)).toEqual([references[2]])
      expect(published.missing.map(({ reference }) => reference)).toEqual(references.slice(0, 2))
      expect(published.untagged).toEqual([{ registry: refusing.address, repository: 'none/app' }])
    } finally {
      await refusing.stop()
    }
  })

  it('moves no tag where a blob is refused, and says what stands already', async () => {
    const image = tinyImage('stands already')
    const refusing = await startFaultRegistry(
      [{ on: on('POST', 'refused/app/blobs'), answer: { status: 403, body: denied('read only') } }],
      registry.address,
    )
    try {
      const references = to(refusing.address, 'stands/app:v1', 'stands/app:v2', 'refused/app:v1')
      await publish(references.slice(0, 1), image)
      const published = await pushImages(await enter(references), imageSet([image]))
      expect(published.live).toEqual([{ reference: references[0], outcome: 'unchanged' }])
      expect(published.missing.map(({ reference }) => reference)).toEqual(references.slice(1))
      expect(await digestOf(references[1]!)).toBeNull()
    } finally {
      await refusing.stop()
    }
  })

  it('sends a manifest again where the registry does not find a blob that it confirmed', async () => {
    const body = '{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown to registry"}]}'
    const forgetful = await startFaultRegistry(
      [{ on: on('PUT', 'forgets/app/manifests/sha256:'), times: 1, answer: { status: 400, body } }],
      registry.address,
    )
    try {
      const references = to(forgetful.address, 'forgets/app:v1')
      const image = tinyImage('forgets')
      const published = await pushImages(await enter(references), imageSet([image]))
      expect(published.missing).toEqual([])
      expect(await digestOf(references[0]!)).toBe(image.manifest.digest)
    } finally {
      await forgetful.stop()
    }
  })

  it('moves no tag anywhere where one repository refuses the manifest', async () => {
    const refusing = await startFaultRegistry(
      [
        {
          on: ({ method, url }) => method === 'PUT' && url.includes('half/two/manifests/sha256:'),
          answer: { status: 400, body: '{"errors":[{"code":"MANIFEST_INVALID","message":"not today"}]}' },
        },
      ],
      registry.address,
    )
    try {
      const references = to(refusing.address, 'half/one:v1', 'half/two:v1')
      const image = tinyImage('half')
      const published = await pushImages(await enter(references), imageSet([image]))
      const cause = aFailure('registry', { why: 'MANIFEST_INVALID: not today' })
      expect(published).toEqual({
        live: [],
        missing: references.map(reference => ({ reference, cause })),
        untagged: [{ registry: refusing.address, repository: 'half/one' }],
      })
      expect(await digestOf({ ...references[0]!, identifier: image.manifest.digest })).toBe(
        image.manifest.digest,
      )
      expect(refusing.log.filter(line => line.startsWith('PUT') && line.endsWith('manifests/v1'))).toEqual([])
      expect(await digestOf(references[0]!)).toBeNull()
    } finally {
      await refusing.stop()
    }
  })

  describeWith(['skopeo'], 'what skopeo thinks', () => {
    it('inspects it', async () => {
      const [reference] = to(registry.address, 'skopeo/app:v1')
      await publish([reference!])
      const name = `docker://${registry.address}/skopeo/app:v1`
      const inspected = execFileSync('skopeo', ['inspect', '--tls-verify=false', name], { encoding: 'utf8' })
      expect(JSON.parse(inspected)).toMatchObject({ Digest: tinyImage('hello').manifest.digest, Os: 'linux' })
    })
  })

  describeWith(['crane'], 'what crane thinks', () => {
    it('validates it', async () => {
      await publish(to(registry.address, 'crane/app:v1'))
      const args = ['validate', '--insecure', '--remote', `${registry.address}/crane/app:v1`]
      expect(execFileSync('crane', args, { encoding: 'utf8' })).toContain('PASS')
    })
  })

  describe('requests', () => {
    let counting: FaultRegistry
    beforeAll(async () => {
      counting = await startFaultRegistry([], registry.address)
    })
    afterAll(() => counting.stop())
    const asked = async (tag: string, content: string) => {
      counting.forget()
      const published = await publish(to(counting.address, `counted/app:${tag}`), tinyImage(content))
      return { log: counting.log, outcome: published[0]?.outcome }
    }

    it('are few: new, unchanged, tagged anew and changed', async () => {
      const cold = await asked('v1', 'counted')
      expect(cold).toMatchObject({ outcome: 'pushed' })
      // Each of the three blobs is sent by two requests and asked for; the tag is asked for before and after it is moved.
      expect(cold.log).toHaveLength(15)
      expect(cold.log.slice(-2)).toEqual([
        'PUT /v2/counted/app/manifests/v1',
        'GET /v2/counted/app/manifests/v1',
      ])
      expect(cold.log.slice(-4, -2).sort()).toEqual([
        'HEAD /v2/counted/app/manifests/v1',
        'PUT /v2/counted/app/manifests/<digest>',
      ])

      expect(await asked('v1', 'counted')).toEqual({
        outcome: 'unchanged',
        log: [
          'GET /v2/counted/app/manifests/v1',
          // Its platform: that this is the same image is known only once it is built.
          'GET /v2/counted/app/blobs/<digest>',
          'HEAD /v2/counted/app/manifests/v1',
        ],
      })

      expect(await asked('v2', 'counted')).toEqual({
        outcome: 'pushed',
        log: [
          'GET /v2/counted/app/manifests/v2',
          'HEAD /v2/counted/app/blobs/<digest>',
          'HEAD /v2/counted/app/manifests/<digest>',
          'HEAD /v2/counted/app/manifests/v2',
          'PUT /v2/counted/app/manifests/v2',
          'GET /v2/counted/app/manifests/v2',
        ],
      })

      const changed = await asked('v2', 'counted, and changed')
      expect(changed.log).toHaveLength(15)
      const uploads = changed.log.filter(line => line === 'PUT /v2/counted/app/blobs/uploads/<upload>')
      expect(uploads).toHaveLength(2)
    })

    it('mount what another repository of the registry has', async () => {
      counting.forget()
      await publish(to(counting.address, 'mounted/one:v1', 'mounted/two:v1'), tinyImage('mounted'))
      const [one, two] = ['one', 'two'].map(name =>
        counting.seen.filter(({ method, url }) => method === 'PUT' && url.includes(`mounted/${name}/blobs`)),
      )
      expect(one).toHaveLength(3)
      expect(two).toHaveLength(0)
      const lastDigest = counting.log.findLastIndex(line => line.endsWith('manifests/<digest>'))
      const firstTag = counting.log.findIndex(line => line.startsWith('PUT') && line.endsWith('manifests/v1'))
      expect(firstTag).toBeGreaterThan(lastDigest)
    })
  })
})

describeWith(['docker-registry', 'htpasswd', 'openssl'], 'logging in', () => {
  const started: TestRegistry[] = []
  const start = async (options: RegistryOptions) => {
    const registry = await startRegistry(options)
    started.push(registry)
    return registry.address
  }
  afterAll(() => Promise.all(started.map(registry => registry.stop())))
  const wrong = { username: 'alice', password: 'wr0ng-password' }

  describe.each(['basic', 'bearer'] as const)('%s', auth => {
    let address = ''
    beforeAll(async () => {
      address = await start({ auth, relativeUrls: auth === 'basic' })
    })

    it('publishes as whoever may', async () => {
      const on = host()
      const references = to(address, 'alices/app:v1', 'alices/app:v2', 'alices/other:v1')
      expect(await publish(references, tinyImage('hello'), ALICE, on)).toHaveLength(3)
      expect(await publish(references, tinyImage('hello'), ALICE)).toMatchObject(
        references.map(() => ({ outcome: 'unchanged' })),
      )
      expect(on.log.lines).toContain(`secret: ${ALICE.password}`)
      expect(spoken(on)).not.toMatch(secrets(ALICE))
    })

    it('says early that nobody is logged in', async () => {
      const references = to(address, 'alices/app:v9')
      await expect(enter(references)).rejects.toEqual(
        aFailure('registry', {
          fields: { registry: address, status: 401 },
          fix: `no credentials for ${address} were found: log in with "docker login ${address}"`,
        }),
      )
    })

    it('says early that the password is wrong, and not which', async () => {
      const on = host()
      const references = to(address, 'alices/app:v1')
      const failed = enter(references, wrong, on)
      const failure = await failed.then(
        () => null,
        (error: Error) => error,
      )
      expect(failure).toEqual(
        aFailure('registry', {
          fix: `${address} does not accept the credentials from registry-username and registry-password`,
        }),
      )
      expect(failure?.message).not.toMatch(secrets(wrong))
      expect(spoken(on)).not.toMatch(secrets(wrong))
    })
  })

  it('says early that a login may read but not write', async () => {
    const address = await start({
      auth: 'bearer',
      access: ({ actions }) => actions.filter(action => action === 'pull'),
    })
    const references = to(address, 'readers/app:v1')
    await expect(enter(references, ALICE)).rejects.toEqual(
      aFailure('registry', { fix: 'may not write readers/app' }),
    )
  })

  it('is who each namespace says, in one registry', async () => {
    const logins: Readonly<Record<string, string>> = { 'team/sub': 'subs-password', team: 'teams-password' }
    const ownerOf = (repository: string) => (repository.startsWith('team/sub/') ? 'team/sub' : 'team')
    const address = await start({
      auth: 'bearer',
      access: ({ username, password, repository, actions }) => {
        const owner = ownerOf(repository)
        return username === owner.replace('/', '-') && password === logins[owner] ? actions : []
      },
    })
    const auths = Object.entries(logins).map(([namespace, password]) => {
      const auth = Buffer.from(`${namespace.replace('/', '-')}:${password}`).toString('base64')
      return [`${address}/${namespace}`, { auth }] as const
    })
    const nobody = Buffer.from('nobody:nothing').toString('base64')
    const on = host()
    const file = path.join(on.cwd, 'auth.json')
    writeFileSync(
      file,
      JSON.stringify({ auths: { [address]: { auth: nobody }, ...Object.fromEntries(auths) } }),
    )
    const references = to(address, 'team/app:v1', 'team/sub/app:v1', 'team/other:v1')
    const podmans = { ...on, env: { ...on.env, REGISTRY_AUTH_FILE: file } }
    expect(await publish(references, tinyImage('namespaces'), null, podmans)).toHaveLength(3)
    expect(spoken(on)).not.toMatch(/(?:subs|teams)-password/)
  })

  it('counts: what a login costs on top', async () => {
    const cost: Record<string, number[]> = {}
    for (const auth of ['basic', 'bearer'] as const) {
      const counting = await startFaultRegistry([], await start({ auth }))
      const count = async (tag: string) => {
        counting.forget()
        await publish(to(counting.address, `counted/app:${tag}`), tinyImage('hello'), ALICE)
        return counting.seen.length
      }
      cost[auth] = [await count('v1'), await count('v1'), await count('v2')]
      await counting.stop()
    }
    // One refusal each; and where the tag is new, an upload begun and given up to see whether pushing is allowed.
    expect(cost).toEqual({ basic: [18, 4, 9], bearer: [18, 4, 9] })
  })
})

function spoken({ log }: ReturnType<typeof host>): string {
  return log.lines.filter(line => !line.startsWith('secret: ')).join('\n')
}

function secrets({ username, password }: { username: string; password: string }): RegExp {
  const pair = Buffer.from(`${username}:${password}`).toString('base64')
  return new RegExp([password, pair, 'eyJ'].map(secret => secret.replaceAll('+', '\\+')).join('|'))
}
