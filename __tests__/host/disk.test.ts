import { describe, expect, it } from '@jest/globals'
import { whyNotWritten } from '../../src/host/disk.ts'
import { aFailure } from '../support/a-failure.ts'

describe('whyNotWritten', () => {
  it.each([
    { code: 'ENOSPC', says: 'no space left' },
    { code: 'EROFS', says: 'read-only' },
    { code: 'EACCES', says: 'permission is denied' },
    { code: 'EEXIST', says: 'a part of its path is not a directory' },
    { code: 'ENOTDIR', says: 'a part of its path is not a directory' },
    { code: 'EISDIR', says: 'it is a directory' },
    { code: 'ENOENT', says: 'its directory does not exist and cannot be created' },
    { code: 'EIO', says: 'it failed' },
  ])('says what $code means and keeps the cause', ({ code, says }) => {
    const cause = Object.assign(new Error('it failed'), { code })
    const failure = whyNotWritten('/some/file', cause)
    expect(failure.cause).toBe(cause)
    expect(failure).toEqual(aFailure('write', { fields: { file: '/some/file' }, why: says }))
  })
})
