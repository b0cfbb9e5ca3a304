import { beforeAll, describe, expect, it } from '@jest/globals'
import { weighBase, type BaseWeight } from '../../../src/commands/steps/weigh-base.ts'
import type { Entry } from '../../../src/image/entry.ts'
import type { Image } from '../../../src/image/image.ts'
import { makeLayer } from '../../../src/image/layer.ts'
import { sizesOf } from '../../../src/size/sizes.ts'
import type { RawEntry } from '../../support/archives.ts'
import { imageOn, openedBase } from '../../support/base-images.ts'
import { testHost } from '../../support/host.ts'
import { handMade, layoutOf, writeTree } from '../../support/layouts.ts'
import { makeElf } from '../../support/make-elf.ts'
import { specFor } from '../../support/service.ts'

const ELF = makeElf({ segments: [{ type: 1, content: Buffer.alloc(5000) }] })
const program = (name: string): RawEntry => ({ name, content: ELF, mode: 0o755 })

const LAYERS: readonly (readonly RawEntry[])[] = [
  [program('bin/kept'), program('bin/replaced'), program('bin/gone'), { name: 'etc/old', content: 'old' }],
  [{ name: 'bin/.wh.gone' }, { name: 'bin/again', type: '1', link: 'bin/kept' }],
]
/** Replaces a program and a file of the base. */
const OWN: readonly Entry[] = ['/bin/replaced', '/etc/old'].map(path => ({
  kind: 'file',
  path,
  mode: 0o755,
  uid: 0,
  gid: 0,
  bytes: Buffer.from('new'),
}))

describe('weighBase', () => {
  let image: Image
  let weight: BaseWeight
  beforeAll(async () => {
    const host = testHost()
    const on = await openedBase(writeTree(layoutOf(handMade(LAYERS, { config: { config: {} } }))))
    const made = await imageOn(on)
    const files = await makeLayer('files', OWN, { kind: 'gzip', level: 9 })
    image = { ...made, layers: [files, ...made.layers] }
    weight = await weighBase(host, specFor(host), on, null, image, OWN)
  })

  it('names the programs that a container still sees, each once', () => {
    expect(weight.programs.binaries).toEqual([])
    expect(weight.programs.others.map(({ path }) => path)).toEqual(['/bin/again'])
  })

  it('has the files of the whole image, and those that later layers hide', () => {
    const { imageSize } = sizesOf(image)
    expect(weight.breakdown.bytes).toBe(imageSize)
    const parts = new Map(weight.breakdown.children?.map(({ name, kind, bytes }) => [name, { kind, bytes }]))
    expect(parts.get('/bin/again')).toEqual({ kind: 'file', bytes: ELF.length })
    expect(parts.get('/bin/kept')).toEqual({ kind: 'file', bytes: 0 })
    expect(parts.get('/bin/replaced')).toEqual({ kind: 'file', bytes: 3 })
    expect(parts.get('/api')).toEqual({ kind: 'binary', bytes: 8 })
    expect(parts.get('replaced or deleted by later layers')).toEqual({
      kind: 'unknown',
      bytes: 2 * ELF.length + 3,
    })
  })

  it('lists the layers of the base', () => {
    expect(weight.layers).toEqual(
      image.baseLayers?.map(({ digest, size }) => ({ digest, size, what: 'base image' })),
    )
  })
})
