import { testHost } from '../../../support/host.ts'
import { beforeAll, expect, it } from '@jest/globals'
import { startClock } from '../../../../src/commands/clock.ts'
import { absent, unreadable } from '../../../../src/commands/steps/baseline/found.ts'
import type { MadeImage } from '../../../../src/commands/steps/build/made-image.ts'
import { makeImage, type Making } from '../../../../src/commands/steps/build/make-image.ts'
import { twinsOf } from '../../../../src/commands/steps/build/twins.ts'
import type { Given } from '../../../../src/declare/given.ts'
import { Failure } from '../../../../src/failure.ts'
import { clause } from '../../../../src/clause.ts'
import type { Wait } from '../../../../src/host/wait.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { isolationsOf } from '../../../../src/isolation/isolation.ts'
import { SERVICE, serviceHost, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

/** What an ELF header calls them. */
const MACHINES: Readonly<Record<string, number>> = { amd64: 62, arm64: 183 }

const patient: Wait = work => work

/** As a build with no packer and no registry goes about it. */
function making(overrides: Partial<Making> = {}): Making {
  return {
    called: null,
    twins: twinsOf(testHost(), work => work, []),
    go: goOnPath(),
    resolving: Promise.resolve({ packer: null }),
    loading: import('../../../../src/commands/deferred.ts'),
    userFiles: [],
    baseline: Promise.resolve(absent('it is the first run', null)),
    access: Promise.resolve(null),
    isAlone: true,
    isFirst: true,
    clock: startClock(),
    screen: { width: 120, colour: false },
    wait: patient,
    isolations: Promise.resolve(isolationsOf(testHost())),
    begin: work => work,
    ...overrides,
  }
}

/** Fails while Go compiles, when nothing waits for it yet. */
function rejected(failure: Failure): Promise<never> {
  const work = Promise.reject(failure)
  work.catch(() => {})
  return work
}

function make(values: Given['values'], overrides: Partial<Making> = {}) {
  const host = serviceHost(SERVICE)
  const made = makeImage(host, specFor(host, { pack: 'off', ...values }), making(overrides))
  return { host, made }
}

describeWith(['go'], 'makeImage', () => {
  let both: readonly MadeImage[]
  beforeAll(async () => {
    both = await Promise.all(
      ['linux/amd64', 'linux/arm64'].map(platforms => make({ platforms }, { isAlone: false }).made),
    )
  }, 120_000)

  it('makes and weighs the image for its platform', () => {
    for (const { spec, name, image, weight, binaries } of both) {
      expect(name).toBe('svc')
      expect(image.platform).toEqual(spec.platform)
      expect(weight.platform).toBe(`linux/${spec.platform.architecture}`)
      expect(binaries.map(({ bytes }) => Buffer.from(bytes).readUInt16LE(18))).toEqual([
        MACHINES[spec.platform.architecture],
      ])
    }
    const [amd64, arm64] = both
    expect(amd64?.image.manifest.digest).not.toBe(arm64?.image.manifest.digest)
    expect(amd64?.image.layers[0]?.digest).toBe(arm64?.image.layers[0]?.digest)
  })

  it('gives the same image alone and among others', async () => {
    const alone = await make({ platforms: 'linux/arm64' }).made
    expect(alone.image.manifest.digest).toBe(both[1]?.image.manifest.digest)
  }, 60_000)

  it('measures its stages', () => {
    for (const { clock } of both)
      expect(clock.stages('svc', 'x').map(({ stage }) => stage)).toEqual([
        'compile',
        'read',
        'pack',
        'prove',
        'assemble',
      ])
  })

  it('refuses a limit on what is nowhere only where it is alone: another platform may have it', async () => {
    const budget = 'module example.com/none: 1MB'
    await expect(make({ budget }).made).rejects.toMatchObject({ code: 'bad-input' })
    expect((await make({ budget }, { isAlone: false }).made).packages).toEqual([])
  }, 60_000)

  it.each<[string, () => Partial<Making>, string]>([
    [
      'a registry that refuses',
      () => ({ access: rejected(new Failure('registry', { what: clause`it refuses` })) }),
      'registry',
    ],
    [
      'a packer that cannot be found',
      () => ({ resolving: rejected(new Failure('missing-tool', { what: clause`it is missing` })) }),
      'missing-tool',
    ],
  ])(
    'stops at %s, before it packs',
    async (_, overrides, code) => {
      const { host, made } = make({}, overrides())
      await expect(made).rejects.toMatchObject({ code })
      expect(host.log.lines.filter(line => /^info: {3}(?:pack|prove|assemble) /.test(line))).toEqual([])
    },
    60_000,
  )

  it('goes on without a baseline that cannot be read: the gate reports that', async () => {
    const baseline = Promise.resolve(unreadable('it is cut off', { kind: 'cache', reference: null }))
    expect((await make({}, { baseline }).made).name).toBe('svc')
  }, 60_000)
})
