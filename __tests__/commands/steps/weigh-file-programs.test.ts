import { beforeAll, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { weighFilePrograms } from '../../../src/commands/steps/weigh-file-programs.ts'
import type { Entry } from '../../../src/image/entry.ts'
import type { BinaryWeight } from '../../../src/weigh-in/weigh-in.ts'
import { buildGoPrograms, PRINTLN } from '../../support/go-programs.ts'
import { testHost } from '../../support/host.ts'
import { PLAIN_CONFIG } from '../../support/images.ts'
import { makeElf } from '../../support/make-elf.ts'
import { describeWith } from '../../support/tools.ts'

const file = (path: string, bytes: Uint8Array, mode = 0o755): Entry => ({
  kind: 'file',
  path,
  mode,
  uid: 0,
  gid: 0,
  bytes,
})
const C = makeElf({ segments: [{ type: 1, content: Buffer.from('code') }] })

describeWith(['go'], 'weighBrought', () => {
  let program: Buffer
  beforeAll(async () => {
    const built = await buildGoPrograms({ program: PRINTLN })
    program = readFileSync(built.program)
  })
  const weigh = (files: readonly Entry[], entrypoint: readonly string[] | null = null) =>
    weighFilePrograms(testHost(), { config: { ...PLAIN_CONFIG, entrypoint } }, null, files)

  it('weighs a program of Go as its own, and names every other one', async () => {
    const weighed = await weigh([file('/tool', program), file('/c', C), file('/text', Buffer.from('text'))])
    expect(weighed).toMatchObject({
      binaries: [
        {
          path: '/tool',
          fromFiles: true,
          linkedSize: program.length,
          pack: { status: 'unpacked', reason: 'it was added by files' },
          proof: { status: 'not run', reason: 'it was added by files' },
        },
      ],
      others: [{ path: '/c', bytes: C.length }],
    })
    expect(weighed.binaries).toHaveLength(1)
    expect(weighed.others).toHaveLength(1)
  })

  it('takes the weight of a program that this run packed, and the reason where it did not', async () => {
    const [own] = (await weigh([file('/tool', program)])).binaries
    if (own === undefined) throw new Error('nothing was weighed')
    const shippedAs = (pack: BinaryWeight['pack']) => [
      {
        name: 'tool',
        directory: undefined,
        bytes: program,
        packed: pack.status === 'packed',
        weight: { ...own, shippedSize: 5, pack },
        packMs: 0,
        proveMs: 0,
      },
    ]
    const weighed = async (bytes: Uint8Array, pack: BinaryWeight['pack']) =>
      weighFilePrograms(
        testHost(),
        { config: PLAIN_CONFIG },
        null,
        [file('/tool', bytes, 0o644)],
        shippedAs(pack),
      )
    const packed = { status: 'packed', packer: 'upx', reason: null, kept: false } as const
    expect(await weighed(program, packed)).toMatchObject({
      binaries: [{ path: '/tool', fromFiles: true, shippedSize: 5, pack: packed }],
    })
    const refused = { status: 'unpacked', packer: 'upx', reason: 'Go did not build it' } as const
    expect(await weighed(C, refused)).toMatchObject({
      binaries: [{ path: '/tool', shippedSize: C.length, pack: { reason: 'Go did not build it' } }],
      others: [],
    })
  })

  it.each([
    ['its path', '/bin/c'],
    ['a path from the working directory', 'bin/c'],
    ['its name', 'c'],
  ])('weighs what the image starts by %s, whatever built it', async (_, entrypoint) => {
    const weighed = await weigh([file('/bin/c', C)], [entrypoint])
    expect(weighed.binaries).toMatchObject([{ path: '/bin/c', fromFiles: true }])
  })

  it('takes the first word of cmd for what is started where there is no entrypoint', async () => {
    const weighed = (entrypoint: readonly string[] | null) =>
      weighFilePrograms(testHost(), { config: { ...PLAIN_CONFIG, entrypoint, args: ['/c'] } }, null, [
        file('/c', C),
      ])
    expect((await weighed([])).binaries).toHaveLength(1)
    expect((await weighed(null)).binaries).toHaveLength(0)
  })

  it('takes no file for a program that cannot be executed', async () => {
    const data = await weigh([file('/tool', program, 0o644)])
    expect(data).toEqual({ binaries: [], others: [] })
  })
})
