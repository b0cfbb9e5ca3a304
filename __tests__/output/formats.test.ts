import { expect, it } from '@jest/globals'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { OUTPUT_FORMATS } from '../../src/output/formats.ts'
import { imageSet } from '../../src/image/image-set.ts'
import { image } from '../support/images.ts'
import { makeElf } from '../support/make-elf.ts'

it.each(Object.entries(OUTPUT_FORMATS))(
  '%s checks, writes, and says where it wrote',
  async (kind, format) => {
    const place = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-format-')), 'below', 'image.tar')
    await format.check(place)
    await format.write(place, imageSet([await image({ name: 'x', bytes: makeElf(), packed: false })]), [
      'x:latest',
    ])
    expect(existsSync(place)).toBe(true)
    expect(format.where('shown', ['x:latest', 'x:1'])).toMatchObject({ kind, path: 'shown' })
  },
)
