import { expect, it } from '@jest/globals'
import { fileSize } from '../../src/image/file-size.ts'
import { unreadFile } from '../support/unread-file.ts'

it('is that of the bytes in memory, or of those that nobody has read', () => {
  expect(
    fileSize({ kind: 'file', path: '/a', mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from('four') }),
  ).toBe(4)
  expect(fileSize(unreadFile('/a', 5_000_000_000))).toBe(5_000_000_000)
})
