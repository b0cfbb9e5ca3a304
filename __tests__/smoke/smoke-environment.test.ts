import { describe, expect, it } from '@jest/globals'
import type { Entry } from '../../src/image/entry.ts'
import { candidates, smokeEnvironment } from '../../src/smoke/smoke-environment.ts'
import { NONROOT } from '../support/images.ts'

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

function passwd(text: string): Entry {
  return { kind: 'file', path: '/etc/passwd', mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from(text) }
}

describe('smokeEnvironment', () => {
  const home = (...entries: readonly Entry[]) => smokeEnvironment({}, entries, NONROOT, 'h')['HOME']

  it('adds what Docker and Podman add', () => {
    expect(smokeEnvironment({ A: '1' }, [], NONROOT, 'h')).toEqual({ A: '1', PATH, HOME: '/', HOSTNAME: 'h' })
  })

  it('lets what the image says stand', () => {
    const env = { PATH: '/bin', HOME: '/app', HOSTNAME: 'own' }
    expect(smokeEnvironment(env, [passwd('n:x:65532:65532:n:/home/n:/sbin/nologin')], NONROOT, 'h')).toEqual(
      env,
    )
  })

  it("takes the home directory of the image's own user", () => {
    expect(home(passwd('root:x:0:0:root:/root:/bin/sh\nn:x:65532:65532:n:/home/n:/sbin/nologin\n'))).toBe(
      '/home/n',
    )
    expect(home(passwd('n:x:65532:65532:n:/first:'), passwd('n:x:65532:65532:n:/last:'))).toBe('/last')
    expect(home(passwd('other:x:655:65532::/no:\nn:x:65532:65532:::\n\n::::'))).toBe('/')
    expect(home(passwd('not a passwd'))).toBe('/')
  })
})

describe('candidates', () => {
  it.each([
    { program: '/bin/x', path: PATH, found: ['/bin/x'] },
    { program: './x', path: PATH, found: ['./x'] },
    { program: 'x', path: '/a:/b/:relative::', found: ['/a/x', '/b/x'] },
    { program: 'x', path: '', found: ['/x'] },
  ])('are $found for $program on $path', ({ program, path, found }) => {
    expect(candidates(program, { PATH: path })).toEqual(found)
  })
})
