import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isLinkLine, parseLinkSpec } from '../../src/declare/link-spec.ts'
import type { Platform } from '../../src/declare/platform.ts'

const ARM64: Platform = { os: 'linux', architecture: 'arm64' }

describe('parseLinkSpec', () => {
  it.each([
    ['/usr/sbin/sendmail -> /mailpit', '/usr/sbin/sendmail', '/mailpit'],
    ['/lib//libx.so  ->  libx.so.1', '/lib/libx.so', 'libx.so.1'],
    ['/tool -> /opt/{{.Arch}}/tool', '/tool', '/opt/arm64/tool'],
    ['/log/out -> ../dev/stdout', '/log/out', '../dev/stdout'],
    ['/a b -> /c d', '/a b', '/c d'],
  ])('%s', (line, path, target) => {
    expect(isLinkLine(line)).toBe(true)
    expect(parseLinkSpec(line, ARM64)).toEqual({ ok: true, value: { path, target } })
  })

  it.each([
    ['-> /mailpit:/usr/sbin/sendmail', 'write /usr/sbin/sendmail -> /mailpit'],
    ['->', 'write /usr/bin/name -> /target'],
    ['/usr/sbin/sendmail ->', 'no target'],
    ['sendmail -> /mailpit', 'write /sendmail'],
    ['/usr/sbin/ -> /mailpit', 'ends in a slash'],
    ['/. -> /mailpit', 'whole image'],
    ['/a/../b -> /c', 'write /b'],
    ['/a -> /b -> /c', 'two "->"'],
    ['/a -> /b:0755', 'a mode'],
    ['/a -> /b:0755:0:0', 'a mode'],
    ['/a -> /{{.Variant}}', 'no variant'],
  ])('refuses %s', (line, because) => {
    expect(parseLinkSpec(line, ARM64)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and gives a clean absolute path', () => {
    const likely = fc.array(fc.constantFrom('a', '/', '..', ' -> ', ':', '0755')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), text => {
        const line = isLinkLine(text) ? text : `${text} -> /x`
        const link = parseLinkSpec(line, ARM64)
        if (link.ok) expect(link.value.path).toMatch(/^\/(?!.*(^|\/)\.\.?(\/|$)).+/s)
      }),
    )
  })
})
