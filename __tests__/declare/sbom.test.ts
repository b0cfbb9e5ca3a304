import { describe, expect, it } from '@jest/globals'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { Surface } from '../../src/clause.ts'
import { sentencesOf } from '../support/sentences.ts'
import { surroundings } from './surroundings.ts'

function declared(values: Given['values'], surface: Surface = 'terminal') {
  const result = declareImage({ surface, values, problems: [] }, surroundings({ surface }))
  if (!result.ok) throw new Error(sentencesOf(result.problems).join('\n'))
  return result
}

const formsOf = (sbom: string, more: Given['values'] = {}) => declared({ sbom, ...more }).spec.sbom

describe('the input sbom', () => {
  it('is in the image where nothing is said, and nowhere with none', () => {
    expect(declared({}).spec.sbom).toEqual(['embedded'])
    expect(declared({}).run.sboms).toEqual([])
    expect(formsOf('none')).toEqual([])
  })

  it.each(['embedded', 'embedded,embedded', ' embedded ', '[embedded]', '- embedded', '# why\nembedded'])(
    'reads %p',
    text => {
      expect(formsOf(text)).toEqual(['embedded'])
    },
  )

  it('keeps the order of the table, so that the order in which they are written changes nothing', () => {
    const more = { report: 'bantam.json', image: 'ghcr.io/o/x', push: 'true' }
    for (const text of ['referrer,file,embedded', 'file\nembedded\nreferrer'])
      expect(formsOf(text, more)).toEqual(['embedded', 'file', 'referrer'])
  })

  it('goes beside the report, for several platforms under a name for each', () => {
    const { cwd } = surroundings()
    expect(declared({ sbom: 'file', report: 'out/bantam.json' }).run.sboms).toEqual([
      `${cwd}/out/sbom.spdx.json`,
    ])
    const platforms = 'linux/amd64,linux/arm/v7'
    expect(declared({ sbom: 'file', report: 'bantam.json', platforms }).run.sboms).toEqual([
      `${cwd}/sbom-linux-amd64.spdx.json`,
      `${cwd}/sbom-linux-arm-v7.spdx.json`,
    ])
    expect(declared({ sbom: 'embedded', report: 'bantam.json' }).run.sboms).toEqual([])
  })

  it('lets one step of a job serve events on which nothing is pushed', () => {
    const values = { sbom: 'referrer', image: 'ghcr.io/o/x' }
    expect(declared(values, 'action').spec).toMatchObject({ publish: { push: false }, sbom: ['referrer'] })
    expect(() => declared(values)).toThrow('nothing is pushed; write --push too')
  })
})
