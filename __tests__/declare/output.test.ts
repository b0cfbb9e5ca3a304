import { describe, expect, it } from '@jest/globals'
import { parseOutput } from '../../src/declare/output.ts'

describe('parseOutput', () => {
  it.each([
    ['out', { kind: 'layout', path: '/here/out' }],
    [' a/../b.tar ', { kind: 'archive', path: '/here/b.tar' }],
    ['/x/y.tar', { kind: 'archive', path: '/x/y.tar' }],
    ['tar', { kind: 'layout', path: '/here/tar' }],
  ])('reads %j', (text, value) => {
    expect(parseOutput(text, '/here')).toEqual({ ok: true, value })
  })

  it.each(['oci:out', 'docker-archive:x.tar', 'type=oci,dest=x', 'x.tar.gz', 'x.TGZ', 'a\0b'])(
    'refuses %j',
    text => {
      expect(parseOutput(text, '/here')).toMatchObject({ ok: false })
    },
  )
})
