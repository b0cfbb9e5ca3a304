import { expect, it } from '@jest/globals'
import { filesRefusal, outside } from '../../src/host/files-refusal.ts'

const LINE = { source: '/w/web', destination: '/srv/', mode: null, uid: 0, gid: 0 }

it('names the line as it was written, and what is wrong', () => {
  expect(filesRefusal(LINE, 'is missing').message).toBe('files: /w/web, for /srv/ in the image, is missing.')
  expect(outside({ ...LINE, pattern: ['**', '*.html'] }, '/etc').message).toBe(
    'files: /w/web/**/*.html, for /srv/ in the image, leads to /etc, which is outside the workspace; copy it into the workspace.',
  )
})
