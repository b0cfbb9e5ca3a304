import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openPushSession } from '../../../../src/commands/steps/build/open-push-session.ts'
import { publish } from '../../../../src/commands/steps/build/publish.ts'
import type { Host } from '../../../../src/host/host.ts'
import { jsonBlob } from '../../../../src/image/digest.ts'
import { imageSet } from '../../../../src/image/image-set.ts'
import type { Image } from '../../../../src/image/image.ts'
import { startFaultRegistry, type Seen } from '../../../support/fault-registry.ts'
import { testHost } from '../../../support/host.ts'
import { image } from '../../../support/images.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { startRegistry, type TestRegistry } from '../../../support/registry.ts'
import { imageSpecFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

describeWith(['docker-registry'], 'publish', () => {
  let registry: TestRegistry
  let made: Image
  beforeAll(async () => {
    registry = await startRegistry()
    made = await image({ name: 'svc', bytes: makeElf(), packed: false })
  })
  afterAll(() => registry.stop())

  /** A host that finds no credentials of whoever runs the tests. */
  function host(surface: Host['surface'] = 'terminal') {
    const own = testHost({ surface })
    return { ...own, env: { PATH: process.env['PATH'], HOME: own.cwd } }
  }

  it('writes and pushes, and names every place', async () => {
    const own = host()
    const repository = `${registry.address}/o/svc`
    const values = { output: 'out.tar', push: 'true', image: repository, tags: 'v1,latest' }
    const spec = imageSpecFor(own, values)
    const published = await publish(own, spec, 'svc', imageSet([made]), await openPushSession(own, spec))
    expect(published).toEqual({
      references: [`${repository}:v1`, `${repository}:latest`],
      places: [
        { kind: 'archive', path: 'out.tar', reference: `${repository}:v1` },
        { kind: 'registry', reference: `${repository}:v1` },
      ],
      missing: [],
      failure: null,
    })
    expect(existsSync(path.join(own.cwd, 'out.tar'))).toBe(true)
  })

  it('names the index by its digest where no tag of it is live', async () => {
    const other = await image(
      { name: 'svc', bytes: makeElf(), packed: false },
      { platform: { os: 'linux', architecture: 'arm64' } },
    )
    const set = imageSet([made, other])
    const refusing = await startFaultRegistry(
      [
        {
          on: ({ method, url }) => method === 'PUT' && url.endsWith('/manifests/v1'),
          answer: { status: 403, body: '{"errors":[{"code":"DENIED","message":"no tags"}]}' },
        },
      ],
      registry.address,
    )
    try {
      const own = host()
      const repository = `${refusing.address}/o/several`
      const values = { platforms: 'linux/amd64,linux/arm64', push: 'true', image: repository, tags: 'v1' }
      const spec = imageSpecFor(own, { output: 'out', ...values })
      const published = await publish(own, spec, 'svc', set, await openPushSession(own, spec))
      expect(published).toMatchObject({
        references: [`${repository}@${set.root.digest}`],
        places: [{ kind: 'layout', path: 'out' }, { kind: 'registry' }],
        missing: [{ reference: `${repository}:v1`, reason: expect.stringContaining('no tags') }],
        failure: { code: 'registry' },
      })
      expect(readFileSync(path.join(own.cwd, 'out/index.json'), 'utf8')).toContain(set.root.digest)
    } finally {
      await refusing.stop()
    }
  })

  describe.each([
    ['at the login', () => true],
    ['at its blobs', ({ method }: { readonly method: string }) => method === 'POST'],
    ['at its manifests', ({ method, url }: Seen) => method === 'PUT' && url.includes('/manifests/')],
  ])('to two registries, of which one fails %s', (when, on) => {
    it('publishes to the other, and says what is where', async () => {
      const refusing = await startFaultRegistry(
        [{ on, answer: { status: 400, body: '{"errors":[{"code":"DENIED","message":"closed"}]}' } }],
        registry.address,
      )
      try {
        const own = host()
        const path = `o/two-${when.replaceAll(' ', '-')}`
        const [bad, good] = [`${refusing.address}/${path}-bad`, `${registry.address}/${path}`]
        const spec = imageSpecFor(own, { push: 'true', image: `${bad},${good}`, tags: 'v1,latest' })
        const session = await openPushSession(own, spec)
        const warnings = own.log.lines.filter(line => line.startsWith('warning: '))
        expect(warnings).toEqual(
          when === 'at the login'
            ? [expect.stringContaining('the other registries still get the image')]
            : [],
        )
        const published = await publish(own, spec, 'svc', imageSet([made]), session)
        expect(published).toMatchObject({
          references: [`${good}:v1`, `${good}:latest`],
          places: [{ kind: 'registry', reference: `${good}:v1` }],
          missing: ['v1', 'latest'].map(tag => ({
            reference: `${bad}:${tag}`,
            reason: expect.stringContaining('DENIED: closed'),
          })),
          failure: {
            code: 'registry',
            message: expect.stringContaining(`The image is at ${good}:v1 and ${good}:latest`),
          },
        })
        const there = await fetch(`http://${registry.address}/v2/${path}/manifests/latest`, {
          method: 'HEAD',
          headers: { accept: made.manifest.mediaType },
        })
        expect(there.headers.get('docker-content-digest')).toBe(made.manifest.digest)
      } finally {
        await refusing.stop()
      }
    })
  })

  it('fails before anything is packed where no registry lets it in', async () => {
    const closed = { on: () => true, answer: { status: 400 } }
    const refusing = [await startFaultRegistry([closed]), await startFaultRegistry([closed])]
    const own = host()
    const image = refusing.map(({ address }) => `${address}/o/none`).join(',')
    const spec = imageSpecFor(own, { push: 'true', image, tags: 'v1' })
    await expect(openPushSession(own, spec)).rejects.toMatchObject({ code: 'registry' })
    await Promise.all(refusing.map(server => server.stop()))
  })

  it('leaves no tag behind where what is local fails, and says what is not there', async () => {
    const own = host()
    writeFileSync(path.join(own.cwd, 'file'), '')
    const repository = `${registry.address}/o/failed`
    const spec = imageSpecFor(own, { output: 'file/out', push: 'true', image: repository, tags: 'v1' })
    const published = await publish(own, spec, 'svc', imageSet([made]), await openPushSession(own, spec))
    expect(published).toMatchObject({
      references: [],
      places: [],
      missing: [{ reference: `${repository}:v1`, reason: expect.stringContaining('could not be written') }],
      failure: { code: 'write' },
    })
    expect(existsSync(path.join(registry.directory, 'data/docker/registry/v2/repositories/o/failed'))).toBe(
      false,
    )
  })

  it('writes a layout at a terminal, and nothing in a job that only weighs', async () => {
    const own = host()
    expect((await publish(own, imageSpecFor(own), 'svc', imageSet([made]), null)).places).toEqual([
      { kind: 'layout', path: '.bantam/svc' },
    ])
    const job = host('action')
    const session = await openPushSession(job, imageSpecFor(job))
    expect(session).toBeNull()
    expect(await publish(job, imageSpecFor(job), 'svc', imageSet([made]), session)).toEqual({
      references: [],
      places: [],
      missing: [],
      failure: null,
    })
  })
  it('says that the image is there and its SBOM is not', async () => {
    const refusing = {
      on: ({ method, url }: { readonly method: string; readonly url: string }) =>
        method === 'PUT' && url.includes('/manifests/sha256-'),
      answer: { status: 400, body: '{"errors":[{"code":"MANIFEST_INVALID","message":"no such tag"}]}' },
    }
    const proxy = await startFaultRegistry([refusing], registry.address)
    const own = host()
    const repository = `${proxy.address}/o/bare`
    const spec = imageSpecFor(own, { push: 'true', image: repository, tags: 'v1', sbom: 'referrer' })
    const sbom = jsonBlob('application/spdx+json', { spdxVersion: 'SPDX-2.3' })
    const session = await openPushSession(own, spec)
    const published = await publish(own, spec, 'svc', imageSet([made]), session, [sbom])
    expect(published).toMatchObject({
      references: [`${repository}:v1`],
      missing: [],
      failure: { code: 'registry' },
    })
    const tag = made.manifest.digest.replace(':', '-')
    expect(published.failure).toMatchObject({
      message: expect.stringMatching(
        new RegExp(
          `^Could not publish ${tag} in ${repository}: .*MANIFEST_INVALID.* The image is at ${repository}:v1, and its SBOM is not in ${repository}\\.$`,
        ),
      ),
    })
    await proxy.stop()
  })

  it('has the SBOM listed for the image', async () => {
    const own = host()
    const repository = `${registry.address}/o/with-sbom`
    const spec = imageSpecFor(own, { push: 'true', image: repository, tags: 'v1', sbom: 'referrer' })
    const sbom = jsonBlob('application/spdx+json', { spdxVersion: 'SPDX-2.3' })
    const session = await openPushSession(own, spec)
    expect(await publish(own, spec, 'svc', imageSet([made]), session, [sbom])).toMatchObject({
      failure: null,
    })
    const tag = made.manifest.digest.replace(':', '-')
    const answer = await fetch(`http://${registry.address}/v2/o/with-sbom/manifests/${tag}`, {
      headers: { accept: 'application/vnd.oci.image.index.v1+json' },
    })
    expect(await answer.json()).toMatchObject({ manifests: [{ artifactType: 'application/spdx+json' }] })
  })
})
