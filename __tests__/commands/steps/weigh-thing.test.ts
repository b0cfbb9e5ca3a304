import { beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { weighThing } from '../../../src/commands/steps/weigh-thing.ts'
import { writeLayout } from '../../../src/output/layout.ts'
import { imageSet } from '../../../src/image/image-set.ts'
import type { WeighedThing } from '../../../src/thing/thing.ts'
import { weighIn } from '../../report/sample.ts'
import { buildGoPrograms, PRINTLN } from '../../support/go-programs.ts'
import { testHost } from '../../support/host.ts'
import { image, PLAIN_CONFIG } from '../../support/images.ts'
import { opened } from '../../support/things.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'weighThing', () => {
  let program: string
  let layout: WeighedThing
  beforeAll(async () => {
    const built = await buildGoPrograms({ program: PRINTLN })
    program = built.program
    const place = path.join(testHost().cwd, 'layout')
    const bytes = readFileSync(program)
    const tool = { kind: 'file', path: '/tool', mode: 0o755, uid: 0, gid: 0, bytes } as const
    const labels = { 'org.opencontainers.image.revision': 'abc' }
    await writeLayout(
      place,
      imageSet([
        await image(
          { name: 'svc', bytes, packed: false },
          { files: [tool], config: { ...PLAIN_CONFIG, labels } },
        ),
      ]),
    )
    layout = await opened(place)
  })

  it('weighs an image with all its programs, to the byte', async () => {
    const { images, revision } = await weighThing(testHost(), layout, 'package')
    expect(revision).toBe('abc')
    const weight = images[0]?.platforms[0]
    expect(weight).toMatchObject({
      platform: 'linux/amd64',
      settings: { go: expect.stringMatching(/^go1\./), goSource: null, packer: null },
      layers: [{ what: expect.any(String) }, { what: '/tool' }, { what: '/svc' }],
    })
    expect(weight?.binaries.map(({ path: place }) => place)).toEqual(['/svc', '/tool'])
    expect(weight?.breakdown.bytes).toBe(weight?.sizes.imageSize)
  })

  it('goes as deep as it is asked to', async () => {
    const kinds = async (depth: 'package' | 'function') =>
      JSON.stringify(await weighThing(testHost(), await opened(program), depth))
    expect(await kinds('package')).not.toContain('"function"')
    expect(await kinds('function')).toContain('"function"')
  })
})

describe('weighThing of a weigh-in', () => {
  it('is the weigh-in', async () => {
    const subject = { kind: 'weigh-in', name: 'x.json', weighIn: weighIn() } as const
    expect(await weighThing(testHost(), subject, 'package')).toEqual(weighIn())
  })
})
