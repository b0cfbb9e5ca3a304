import { beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildImages, type BuiltRun } from '../../src/commands/build-images.ts'
import type { DeclaredImage, DeclaredRun } from '../../src/commands/declare.ts'
import type { Given } from '../../src/declare/given.ts'
import { Failure } from '../../src/failure.ts'
import type { Host } from '../../src/host/host.ts'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import type { RecordingLog } from '../support/host.ts'
import { imageSpecFor, SERVICE, serviceHost } from '../support/service.ts'
import { describeWith } from '../support/tools.ts'

const screen = { width: 120, colour: false }
const PROGRAM = 'package main\n\nfunc main() { println("web") }\n'
const FILES = {
  ...SERVICE,
  'web/main.go': PROGRAM,
  'broken/main.go': 'package main\n\nfunc main() { nowhere() }\n',
}

interface Told {
  readonly name: string
  readonly code: string
}

function declared(host: Host, key: string | null, values: Given['values']): DeclaredImage {
  return { key, spec: imageSpecFor(host, { pack: 'off', budget: 'image: 9MB', ...values }), sboms: [] }
}

async function run(host: Host, images: DeclaredRun['images']): Promise<BuiltRun & { readonly told: Told[] }> {
  const told: Told[] = []
  const tell = (own: Host, thrown: unknown) => {
    own.log.error('it failed')
    told.push({
      name: path.basename(own.temporary),
      code: thrown instanceof Failure ? thrown.code : 'defect',
    })
  }
  return {
    ...(await buildImages(host, images, {
      asked: undefined,
      screen,
      wait: work => work,
      tell,
    })),
    told,
  }
}

describeWith(['go'], 'buildImages', () => {
  describe('of several, one of which does not compile and one of which is over its budget', () => {
    let host: Host & { readonly log: RecordingLog }
    let result: Awaited<ReturnType<typeof run>>
    beforeAll(async () => {
      host = serviceHost(FILES, { cores: 4 })
      result = await run(host, [
        declared(host, 'api', { output: 'out/api', platforms: 'linux/amd64,linux/arm64' }),
        declared(host, 'broken', { main: './broken', output: 'out/broken' }),
        declared(host, 'web', { main: './web', output: 'out/web', budget: 'image: 1kB' }),
        declared(host, 'job', { main: './web=job', output: 'out/job' }),
      ])
    }, 180_000)

    it('builds and publishes the others', () => {
      expect(result.built.map(({ name }) => name)).toEqual(['api', 'web', 'job'])
      for (const [name, there] of Object.entries({ api: true, broken: false, web: false, job: true }))
        expect([name, existsSync(path.join(host.cwd, 'out', name))]).toEqual([name, there])
      const [api] = result.built
      expect(readFileSync(path.join(host.cwd, 'out/api/index.json'), 'utf8')).toContain(api?.root.digest)
    })

    it('says what failed, once, and in the weigh-in of all', () => {
      expect(result.told).toEqual([{ name: '1', code: 'compile' }])
      expect(result.failed).toEqual([{ name: 'broken', thrown: expect.any(Failure) }])
      const { weighIn } = result
      expect(weighIn?.images.map(({ name }) => name)).toEqual(['api', 'web', 'job'])
      expect(weighIn?.failed).toEqual([
        {
          name: 'broken',
          code: 'compile',
          message: expect.stringMatching(/^Compiling \.\/broken for linux\/amd64 failed: .+\.$/),
        },
      ])
      expect(readWeighIn(JSON.parse(JSON.stringify(weighIn)))).toMatchObject({ ok: true })
    })

    it('lets the gate say no, and names the image', () => {
      expect(result.gate.pass).toBe(false)
      expect(result.gate.sentence).toMatch(/^Image web: Over budget: [^:]+$/)
    })

    it('shows what they say in their order, and what a message is about', () => {
      const said = host.log.lines.flatMap(
        line =>
          /^info: \s*(\w+) {2}(linux\/\w+)$|^(error: .*)$/m.exec(line)?.slice(1).filter(Boolean).join(' ') ??
          [],
      )
      expect(said).toEqual([
        'api linux/amd64',
        'api linux/arm64',
        expect.stringContaining('Image broken: it failed'),
        'web linux/amd64',
        'job linux/amd64',
      ])
    })

    it('leaves nothing of an image behind but what was asked for', () => {
      expect(existsSync(path.join(host.temporary, 'images', '0'))).toBe(false)
    })
  })

  it('says of an image that could not be published that it failed, beside its weight', async () => {
    const env = { ...process.env, DOCKER_HOST: 'tcp://127.0.0.1:1' }
    const host = serviceHost(FILES, { env })
    const result = await run(host, [
      declared(host, 'api', { output: 'out/api' }),
      declared(host, 'web', { main: './web', load: 'true' }),
    ])
    expect(result.weighIn?.images).toMatchObject([
      { name: 'api', published: true },
      { name: 'web', published: false },
    ])
    expect(result.weighIn?.failed).toMatchObject([{ name: 'web', code: 'daemon' }])
    expect(result.told).toEqual([{ name: '1', code: 'daemon' }])
  }, 120_000)

  it('has no weigh-in where none of several could be built', async () => {
    const host = serviceHost(FILES)
    const result = await run(host, [
      declared(host, 'one', { main: './broken', output: 'one' }),
      declared(host, 'other', { main: './nowhere', output: 'other' }),
    ])
    expect(result).toMatchObject({ built: [], weighIn: null, gate: { pass: true } })
    expect(result.failed.map(({ name }) => name)).toEqual(['one', 'other'])
    expect(result.told.map(({ name }) => name).toSorted()).toEqual(['0', '1'])
  }, 120_000)

  describe('of one', () => {
    it('throws what its build throws, and tells nothing', async () => {
      const host = serviceHost(FILES)
      await expect(run(host, [declared(host, null, { main: './broken' })])).rejects.toMatchObject({
        code: 'compile',
      })
      expect(host.log.lines.filter(line => line.startsWith('error'))).toEqual([])
    })

    it('calls it by its key where it has one', async () => {
      const host = serviceHost(FILES)
      const alone = await run(host, [declared(host, 'front', { main: './web', output: 'out' })])
      expect(alone.weighIn?.images.map(({ name }) => name)).toEqual(['front'])
      expect(alone.weighIn).not.toHaveProperty('failed')
    }, 60_000)
  })
})
