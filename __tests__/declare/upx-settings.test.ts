import { describe, expect, it } from '@jest/globals'
import { INPUTS } from '../../src/declare/inputs.ts'
import {
  DEFAULT_UPX_ARGS,
  parseSha256,
  parseUpxArgs,
  parseUpxVersion,
  PINNED_UPX,
} from '../../src/declare/upx-settings.ts'

const HEX = '0A'.repeat(32)

describe('UPX settings', () => {
  it('take flags, one exact version and one hash', () => {
    expect(parseUpxArgs(['--best', '--lzma', '-9'])).toEqual({ ok: true, value: ['--best', '--lzma', '-9'] })
    expect(parseUpxVersion('4.2.4')).toEqual({ ok: true, value: '4.2.4' })
    expect(parseSha256(`sha256:${HEX}`)).toEqual({ ok: true, value: HEX.toLowerCase() })
  })

  it('have the defaults that the reference says', () => {
    const said = (name: string) => INPUTS.find(input => input.name === name)?.description
    expect(said('upx-args')).toContain(`\`${DEFAULT_UPX_ARGS.join(' ')}\``)
    expect(said('upx-version')).toContain(`Default: ${PINNED_UPX},`)
  })

  it.each(['-d', '--decompress', '-t', '--list', '-o', '-oout', '--version', '-', '--', 'file'])(
    'refuse %s',
    word => {
      expect(parseUpxArgs(['--best', word]).ok).toBe(false)
    },
  )

  it.each(['4', '4.2', '4.2.x', 'latest', 'v4.2.4', '4.2.4-rc1'])('refuse the version %s', text => {
    expect(parseUpxVersion(text).ok).toBe(false)
  })

  it.each(['', HEX.slice(1), `${HEX}0`, 'g'.repeat(64)])('refuse the hash %j', text => {
    expect(parseSha256(text).ok).toBe(false)
  })
})
