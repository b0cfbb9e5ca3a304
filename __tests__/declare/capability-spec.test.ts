import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseCapabilitySpec } from '../../src/declare/capability-spec.ts'

describe('parseCapabilitySpec', () => {
  it.each([
    ['cap_net_bind_service=+ep /coredns', '/coredns', [10], [], true],
    ['cap_net_bind_service+ep', null, [10], [], true],
    ['cap_net_raw,cap_net_admin=p /usr/bin/ping', '/usr/bin/ping', [12, 13], [], false],
    ['cap_checkpoint_restore=ei /x', '/x', [], [40], true],
    ['cap_chown=+eip', null, [0], [0], true],
  ])('%s', (line, path, permitted, inheritable, effective) => {
    const capabilities = { permitted, inheritable, effective }
    expect(parseCapabilitySpec(line)).toEqual({ ok: true, value: { path, capabilities } })
  })

  it.each([
    ['/coredns cap_net_bind_service=+ep', 'write the capabilities first'],
    ['/coredns', 'write the capabilities first: cap_net_bind_service=+ep /coredns'],
    ['setcap cap_net_raw=ep /x', 'a word of a command'],
    ['-r /x', 'a word of a command'],
    ['cap_net_raw=ep /a /b', 'more than capabilities and one path'],
    ['cap_net_raw=ep coredns', 'write /coredns'],
    ['cap_net_bind_service', 'write cap_net_bind_service=+ep'],
    ['cap_net_raw-ep', 'takes something away'],
    ['=ep', 'names all capabilities'],
    ['all=ep', 'names all capabilities'],
    ['cap_net_raw,cap_net_raw=ep', 'twice'],
    ['cap_net_raw=e', 'the flags "e"'],
    ['cap_net_raw=', 'the flags ""'],
    ['cap_net_raw=epx', 'the flags "epx"'],
    ['NET_BIND_SERVICE=+ep', 'write cap_net_bind_service'],
    ['CAP_NET_RAW=+ep', 'write cap_net_raw'],
    ['cap_net_bind_servce=+ep', 'did you mean "cap_net_bind_service"?'],
    ['cap_x=+ep', 'is not a capability'],
    ['cap_net_raw=ep cap_chown=p', 'write /cap_chown=p'],
  ])('refuses %s', (line, because) => {
    expect(parseCapabilitySpec(line)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    const likely = fc
      .array(fc.constantFrom('cap_net_raw', 'cap_chown', ',', '=', '+', 'ep', ' ', '/x'))
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), line => {
        const read = parseCapabilitySpec(line)
        if (read.ok) expect(read.value.path ?? '/').toMatch(/^\//)
      }),
    )
  })
})
