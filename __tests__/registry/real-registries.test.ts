import { describe, expect, it } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import type { PublishSpec } from '../../src/declare/spec.ts'
import { imageSet } from '../../src/image/image-set.ts'
import { pushImages } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { testHost } from '../support/host.ts'
import { pushInProcess } from '../support/push-memory.ts'
import { startCraneRegistry } from '../support/crane-registry.ts'
import { startLimitingProxy } from '../support/limiting-proxy.ts'
import type { Listening } from '../support/listen.ts'
import { startReferrersRegistry } from '../support/referrers-registry.ts'
import { ALICE, startRegistry } from '../support/registry.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { makeCertificates } from '../support/tls-server.ts'
import { describeWith } from '../support/tools.ts'

interface Case {
  readonly name: string
  readonly tools: readonly string[]
  readonly start: () => Promise<Listening>
  readonly credentials?: PublishSpec['credentials']
}

const auths = ['anonymous', 'basic', 'bearer'] as const
const distributions = (['docker-registry', 'registry'] as const).flatMap(command =>
  auths.map((auth): Case => ({
    name: `${command}, ${auth}`,
    tools: [command, 'htpasswd', 'openssl'],
    // Each answers uploads in another way.
    start: () => startRegistry({ command, auth, relativeUrls: auth === 'basic' }),
    credentials: auth === 'anonymous' ? null : ALICE,
  })),
)
const CASES: readonly Case[] = [
  ...distributions,
  { name: 'the registry of go-containerregistry', tools: ['crane'], start: startCraneRegistry },
  { name: 'the registry of CUE, with referrers', tools: ['go'], start: startReferrersRegistry },
]

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM64 = { os: 'linux', architecture: 'arm64' }
const one = (content: string) => imageSet([tinyImage(content, AMD64)])
const two = (content: string) => imageSet([tinyImage(content, AMD64), tinyImage(`${content} too`, ARM64)])

for (const { name, tools, start, credentials = null } of CASES)
  describeWith(tools, name, () => {
    it('gets images, platforms, tags and repositories, nothing twice, and chunks', async () => {
      const registry = await start()
      const made = testHost()
      const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
      const publish = async (set: ReturnType<typeof one>, address: string, ...names: readonly string[]) => {
        const references = names.map(one => {
          const [repository = '', identifier = ''] = one.split(':')
          return { registry: address, repository, identifier }
        })
        const spec = { push: true, references, load: false, output: null, credentials, githubToken: null }
        const platforms = set.images.map(({ platform }) => platform)
        const { live, missing } = await pushImages(await authenticate(host, spec, platforms), set)
        expect(missing).toEqual([])
        return live.map(({ outcome }) => outcome)
      }
      try {
        const { address } = registry
        const names = ['team/app:v1', 'team/app:latest', 'team/other:v1']
        expect(await publish(one('one'), address, 'team/app:v1')).toEqual(['pushed'])
        expect(await publish(two('two'), address, ...names)).toEqual(['pushed', 'pushed', 'pushed'])
        expect(await publish(two('two'), address, ...names)).toEqual(['unchanged', 'unchanged', 'unchanged'])
        expect(await publish(two('three'), address, ...names)).toEqual(['pushed', 'pushed', 'pushed'])
        if (credentials !== null) return
        const proxy = await startLimitingProxy(address, 2_000_000)
        const { answer, said } = await pushInProcess({
          registry: proxy.address,
          repository: 'team/chunks',
          size: 5_000_000,
        })
        await proxy.stop()
        expect({ live: answer?.live, said }).toEqual({ live: 1, said: '' })
      } finally {
        await registry.stop()
      }
    }, 60_000)
  })

/** An address of this machine that is not loopback, where registries speak TLS. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find(at => at?.family === 'IPv4' && !at.internal)?.address

const describeOutside = outside === undefined ? describe.skip : describe
describeOutside('over TLS with a private authority', () => {
  describeWith(['docker-registry', 'htpasswd', 'openssl'], 'a registry', () => {
    it('gets an image where the authority is trusted, and says what to do where it is not', async () => {
      const host = outside ?? ''
      const { root, certificate, key } = makeCertificates(
        mkdtempSync(path.join(tmpdir(), 'bantam-ca-')),
        host,
      )
      const registry = await startRegistry({ auth: 'basic', host, tls: { certificate, key } })
      try {
        const push = { registry: registry.address, repository: 'team/app', size: 1000, credentials: ALICE }
        const trusted = await pushInProcess(push, { NODE_EXTRA_CA_CERTS: root })
        expect(trusted).toMatchObject({ answer: { live: 1 }, said: '' })
        const distrusted = await pushInProcess(push)
        expect(distrusted.answer).toBeNull()
        expect(distrusted.said).toContain(
          'name the certificate authority of this registry in NODE_EXTRA_CA_CERTS',
        )
      } finally {
        await registry.stop()
      }
    }, 60_000)
  })
})
