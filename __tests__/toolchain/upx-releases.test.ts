import { describe, expect, it } from '@jest/globals'
import { KNOWN_GOOD_UPX, PINNED_UPX } from '../../src/declare/upx-settings.ts'
import { pinOf, upxArchive } from '../../src/toolchain/upx-releases.ts'

describe('upxArchive', () => {
  it.each([
    { platform: 'linux', arch: 'x64', archive: 'upx-4.2.4-amd64_linux.tar.xz' },
    { platform: 'linux', arch: 'arm64', archive: 'upx-4.2.4-arm64_linux.tar.xz' },
    { platform: 'linux', arch: 's390x', archive: null },
    { platform: 'darwin', arch: 'arm64', archive: null },
  ])('on $platform/$arch is $archive', ({ platform, arch, archive }) =>
    expect(upxArchive('4.2.4', platform, arch)).toBe(archive),
  )
})

describe('the pinned release', () => {
  it.each(['x64', 'arm64'])('is known-good and has its hash for %s', arch => {
    expect(KNOWN_GOOD_UPX).toContain(PINNED_UPX)
    expect(pinOf(upxArchive(PINNED_UPX, 'linux', arch) ?? '')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is the only one with a hash', () => {
    expect(pinOf('upx-5.2.1-amd64_linux.tar.xz')).toBeNull()
    expect(pinOf('toString')).toBeNull()
  })
})
