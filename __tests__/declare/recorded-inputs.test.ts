import { describe, expect, it } from '@jest/globals'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { RecordedInputs } from '../../src/declare/recorded.ts'
import { RECORDED } from '../../src/declare/recorded-inputs.ts'
import { surroundings } from './surroundings.ts'

/** In `/checkout/service`, below the top of the checkout. */
function recorded(values: Given['values'], within = 'service'): RecordedInputs | undefined {
  const declared = declareImage(
    { surface: 'terminal', values, problems: [] },
    surroundings(within === '' ? {} : { within }),
  )
  if (!declared.ok) throw new Error(declared.problems.map(({ input }) => input).join())
  const [{ recorded: found }] = declared.spec.platforms
  expect(RECORDED).toEqual(expect.arrayContaining(Object.keys(found ?? {})))
  return found
}

describe('the inputs that an image keeps', () => {
  it('are none where the image shows all of them', () => {
    expect(recorded({})).toBeUndefined()
    const shown = {
      main: './cmd/api=/usr/bin/api',
      env: 'A=secret',
      'build-env': 'TOKEN=secret',
      labels: 'a=b',
      ldflags: '-X main.v=1',
      'build-tags': 'x',
      expose: '80',
      user: '5:6',
      healthcheck: 'CMD /api',
      entrypoint: '/usr/bin/api x',
      image: 'ghcr.io/o/x',
      base: 'scratch',
      certificates: 'auto',
      timezones: 'auto',
    } as const
    expect(recorded(shown)).toBeUndefined()
  })

  it('are those with paths, and where they start', () => {
    expect(
      recorded({ files: 'a:/a\nb/**:/b/:0644', 'extra-certificates': 'x.pem', main: './cmd/api' }),
    ).toEqual({
      'working-directory': 'service',
      main: ['./cmd/api'],
      files: ['a:/a', 'b/**:/b/:0644'],
      'extra-certificates': ['x.pem'],
    })
    expect(recorded({ binary: 'out/x' }, '')).toEqual({ 'working-directory': '.', binary: 'out/x' })
  })

  it('have no path of this machine, as far as the checkout has the file', () => {
    const files = [
      '/checkout/service/a/:/a/',
      '/checkout/b:/checkout/b',
      '/x -> /checkout/service/y',
      '/etc/z:/z',
    ]
    expect(recorded({ files: files.join('\n') })).toMatchObject({
      files: ['a/:/a/', '../b:/checkout/b', '/x -> /checkout/service/y', '/etc/z:/z'],
    })
    expect(recorded({ certificates: '/checkout/ca.pem' })).toMatchObject({ certificates: '../ca.pem' })
    expect(recorded({ base: '/checkout/service/base:v1' })).toMatchObject({ base: 'base:v1' })
  })

  it('are main packages whose order counts', () => {
    expect(recorded({ main: './cmd/b\n./cmd/a' })).toEqual({
      'working-directory': 'service',
      main: ['./cmd/b', './cmd/a'],
    })
  })

  it('are accounts, directories and the like, without a place', () => {
    expect(
      recorded({
        accounts: 'app:5',
        volumes: '/d:0700',
        workdir: '/w',
        timezones: 'all',
        capabilities: 'cap_kill=ep',
      }),
    ).toEqual({
      timezones: 'all',
      workdir: '/w',
      volumes: ['/d:0700'],
      accounts: ['app:5'],
      capabilities: ['cap_kill=ep'],
    })
  })

  it('are those of the config on a base, whose own values the image has too', () => {
    expect(recorded({ base: 'alpine:3', env: 'B=1\nA=2', expose: '80, 81', user: '5' })).toEqual({
      'working-directory': 'service',
      env: { B: '1', A: '2' },
      expose: ['80', '81'],
      user: '5',
    })
  })
})
