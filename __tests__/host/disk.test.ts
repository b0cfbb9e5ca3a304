import { describe, expect, it } from '@jest/globals'
import { whyNotWritten } from '../../src/host/disk.ts'

describe('whyNotWritten', () => {
  it.each([
    { code: 'ENOSPC', says: 'no space left' },
    { code: 'EROFS', says: 'read-only' },
    { code: 'EACCES', says: 'permission is denied' },
    { code: 'EEXIST', says: 'a part of its path is not a directory; choose another place' },
    { code: 'ENOTDIR', says: 'a part of its path is not a directory; choose another place' },
    { code: 'EISDIR', says: 'it is a directory' },
    { code: 'ENOENT', says: 'its directory does not exist and cannot be created' },
    { code: 'EIO', says: 'it failed' },
  ])('says what $code means and keeps the cause', ({ code, says }) => {
    const cause = Object.assign(new Error('it failed'), { code })
    const failure = whyNotWritten('/some/file', cause)
    expect(failure).toMatchObject({ code: 'write', cause })
    expect(failure.message).toMatch(new RegExp(`^/some/file could not be written: .*${says}`))
  })
})
