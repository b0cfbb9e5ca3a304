import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { readElf } from '../../../../src/binary/elf.ts'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { FUNCTION_DATA } from '../../../../src/pack/bantam/pclntab/layout.ts'
import { functionStarts, locatePclntab, memoryOf } from '../../../../src/pack/bantam/pclntab/place.ts'
import { buildGoPrograms, PRINTLN } from '../../../support/go-programs.ts'

it.each([
  { version: '1.21.13', where: FUNCTION_DATA.inMemory },
  { version: '1.25.4', where: FUNCTION_DATA.inMemory },
  { version: '1.26.8', where: FUNCTION_DATA.inPart },
  { version: '1.27.4', where: FUNCTION_DATA.inPart },
])(
  'finds the tables of Go $version',
  async ({ version, where }) => {
    const { program } = await buildGoPrograms({ program: PRINTLN }, { version })
    const file = readFileSync(program)
    const elf = readElf(file)
    const place = locatePclntab(elf, file)
    const text = elf.sections.find(({ name }) => name === '.text')
    if (place === null || text === undefined) throw new Error('they are not found')
    expect(place.functionData.where).toBe(where)
    expect(place.functionIndex !== null).toBe(where === FUNCTION_DATA.inPart)
    const starts = functionStarts(place, file, text)
    expect(starts).toHaveLength(place.functionCount + 1)
    expect(starts?.[0]).toBe(0)
    expect(functionStarts(place, file, { ...text, size: 100 })).toBeNull()
    const names = memoryOf(elf, file)(place.address + BigInt(place.names.distance), place.names.size)
    expect(Buffer.from(names).toString('latin1')).toContain('\0main.main\0')
  },
  120_000,
)

it('finds nothing in a program that is not Go', () => {
  const file = readFileSync(process.execPath)
  expect(locatePclntab(readElf(file), file)).toBeNull()
})

it('has no memory where nothing is loaded', () => {
  const file = readFileSync(process.execPath)
  expect(() => memoryOf(readElf(file), file)(1n, 8)).toThrow(BrokenStream)
})
