import { describe, expect, it } from '@jest/globals'
import { clause } from '../../../../src/clause.ts'
import { missingTool } from '../../../../src/commands/steps/verify/missing-tool.ts'
import { type Clauses, Failure, type Fields, failureSentence } from '../../../../src/failure.ts'

function said(tool: 'compiler' | 'packer', fields: Fields, why?: Clauses['why']): string {
  const what = clause`no tool was found`
  const cause = new Failure('missing-tool', { what, why, fix: clause`set it` }, { fields })
  const failure = missingTool('r/api:v1', tool, cause)
  return failure instanceof Failure ? failureSentence(failure, 'terminal') : ''
}

describe('missingTool', () => {
  it('advises only what verify has flags for', () => {
    const why = clause`PATH has none; the download failed`
    expect(said('compiler', { version: '1.26.8', url: 'https://a.example' }, why)).toBe(
      'r/api:v1 cannot be verified without Go 1.26.8, which built it: PATH has none; the download failed; install Go 1.26.8 and put it on PATH, or set --go-download-url to a mirror that can be reached.',
    )
  })

  it('names no mirror where UPX has no build for this machine', () => {
    expect(said('packer', { version: '4.2.4', platform: 'linux/sparc' })).toBe(
      'r/api:v1 cannot be verified without UPX 4.2.4, which built it; install UPX 4.2.4 and put it on PATH.',
    )
  })

  it('changes nothing else', () => {
    expect(said('packer', { command: 'xz' })).toBe('No tool was found; set it.')
    const defect = new TypeError('no')
    expect(missingTool('a', 'compiler', defect)).toBe(defect)
    const other = new Failure('bad-input', { what: clause`no` })
    expect(missingTool('a', 'compiler', other)).toBe(other)
  })
})
