import { expect, it } from '@jest/globals'
import { pushStage } from '../../src/report/stages.ts'

const DIGEST = `ghcr.io/o/r@sha256:${'0'.repeat(64)}`

it.each([
  [['ghcr.io/o/r:v1'], '1 tag'],
  [['ghcr.io/o/r:v1', 'ghcr.io/o/r:latest'], '2 tags'],
  [['ghcr.io/o/r:v1', DIGEST], '1 tag'],
  // Every tag was refused, and the image is there by its digest.
  [[DIGEST], 'no tag'],
])('counts the tags of %j', (references, what) => {
  expect(pushStage(references, 1)).toMatchObject({ what, note: references.join(' ') })
})

it('says that the SBOM is there too', () => {
  expect(pushStage(['ghcr.io/o/r:v1'], 1, true)).toMatchObject({
    what: '1 tag, SBOM',
    note: 'ghcr.io/o/r:v1',
  })
})
