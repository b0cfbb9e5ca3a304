import { expect, it } from '@jest/globals'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { decodePclntab } from '../../../../src/pack/bantam/pclntab/decode.ts'
import { encodePclntab } from '../../../../src/pack/bantam/pclntab/encode.ts'
import { breakStreams, randomNumbers } from '../../../support/broken-streams.ts'
import { buildGoPrograms, PRINTLN } from '../../../support/go-programs.ts'
import { pclntabInput } from '../../../support/pclntab-parts.ts'

it.each([{ version: '1.25.4' }, { version: '1.26.8', architecture: 'arm64' }])(
  'refuses streams that are damaged, or makes some part of them: %o',
  async options => {
    const { program } = await buildGoPrograms({ program: PRINTLN }, options)
    const input = pclntabInput(program)
    const encoded = input === null ? null : encodePclntab(input)
    if (input === null || encoded === null) throw new Error('it is not encoded')
    let refused = 0
    const random = randomNumbers(11)
    for (let run = 0; run < 60; run++) {
      try {
        const streams = breakStreams(encoded.streams, random)
        expect(decodePclntab(streams, { ...input, size: input.part.length })).toHaveLength(input.part.length)
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenStream)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(20)
  },
  120_000,
)

it('refuses another number of streams, and another size', async () => {
  const { program } = await buildGoPrograms({ program: PRINTLN })
  const input = pclntabInput(program)
  const encoded = input === null ? null : encodePclntab(input)
  if (input === null || encoded === null) throw new Error('it is not encoded')
  const size = input.part.length
  expect(() => decodePclntab(encoded.streams.slice(1), { ...input, size })).toThrow(BrokenStream)
  expect(() => decodePclntab(encoded.streams, { ...input, size: size - 1000 })).toThrow(BrokenStream)
  expect(() => decodePclntab(encoded.streams, { ...input, size: size + 1 })).toThrow(BrokenStream)
}, 120_000)
