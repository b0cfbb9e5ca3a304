import { expect, it } from '@jest/globals'
import { clause } from '../../src/clause.ts'
import { filesRefusal, outside } from '../../src/host/files-refusal.ts'

const LINE = { source: '/w/web', destination: '/srv/', mode: null, uid: 0, gid: 0 }

it('names the line as it was written, and what is wrong', () => {
  expect(filesRefusal(LINE, clause`it is missing`).message).toBe(
    'files cannot add /w/web to the image as /srv/: it is missing.',
  )
  expect(outside({ ...LINE, pattern: ['**', '*.html'] }, '/etc').message).toBe(
    'files cannot add /w/web/**/*.html to the image as /srv/: it leads to /etc, which is outside the workspace; copy it into the workspace.',
  )
})
