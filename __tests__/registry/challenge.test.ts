import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseChallenges } from '../../src/registry/challenge.ts'

const read = (header: string | null) =>
  parseChallenges(header).map(({ scheme, params }) => [scheme, Object.fromEntries(params)])

const quote = (text: string) => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`

describe('parseChallenges', () => {
  it.each<[name: string, header: string | null, challenges: unknown]>([
    ['nothing', null, []],
    ['an empty header', '', []],
    ['a bare scheme', 'Negotiate', [['negotiate', {}]]],
    ['Basic', 'Basic realm="a, b"', [['basic', { realm: 'a, b' }]]],
    [
      'Bearer as Docker Hub writes it',
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:o/x:pull,push"',
      [
        [
          'bearer',
          {
            realm: 'https://auth.docker.io/token',
            service: 'registry.docker.io',
            scope: 'repository:o/x:pull,push',
          },
        ],
      ],
    ],
    [
      'several schemes, as fetch joins several headers',
      'Negotiate, BASIC realm="x", bearer Realm=https://x.example/t?a=b , service=s',
      [
        ['negotiate', {}],
        ['basic', { realm: 'x' }],
        ['bearer', { realm: 'https://x.example/t?a=b', service: 's' }],
      ],
    ],
    [
      'an opaque word',
      'Negotiate YIIaBc+/==, Basic realm=x',
      [
        ['negotiate', {}],
        ['basic', { realm: 'x' }],
      ],
    ],
    ['escapes', String.raw`Basic realm="a\"b\\c"`, [['basic', { realm: String.raw`a"b\c` }]]],
    ['spaces around =', 'Basic realm = "x" , charset = UTF-8', [['basic', { realm: 'x', charset: 'UTF-8' }]]],
    ['a name twice: the first counts', 'Basic realm=a, realm=b', [['basic', { realm: 'a' }]]],
    ['a quote without end', 'Basic realm="abc', [['basic', { realm: 'abc' }]]],
    ['commas and nothing else', ' ,, , ', []],
  ])('reads %s', (_name, header, challenges) => {
    expect(read(header)).toEqual(challenges)
  })

  it('reads back what was written', () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/)
    const params = fc.uniqueArray(fc.tuple(token, fc.string({ maxLength: 20 })), {
      minLength: 1,
      maxLength: 4,
      selector: ([name]) => name,
    })
    const challenges = fc.array(fc.tuple(token, params), { maxLength: 4 })
    fc.assert(
      fc.property(challenges, challenges => {
        const header = challenges
          .map(
            ([scheme, params]) =>
              `${scheme} ${params.map(([name, value]) => `${name}=${quote(value)}`).join(', ')}`,
          )
          .join(', ')
        expect(parseChallenges(header).map(({ scheme, params }) => [scheme, [...params]])).toEqual(challenges)
      }),
    )
  })

  it('reads anything at all, and gives names it can be asked for', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', 'B', '=', '"', '\\', ' ', ',', '\t', '\u00e9', '/', ';'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), header => {
        for (const { scheme, params } of parseChallenges(header))
          for (const name of [scheme, ...params.keys()]) expect(name).toMatch(/^[!#$%&'*+.^_`|~0-9a-z-]+$/)
      }),
    )
  })

  // Quadratic time would be minutes, and the runner's time-out.
  it.each([',', 'a ', 'a', 'a="', 'a="\\', 'a   ', 'a=', ' =', 'a/'])(
    'reads very many %p in no time',
    text => {
      const schemes = new Set(parseChallenges(text.repeat(64 * 1024)).map(({ scheme }) => scheme[0]))
      expect([...schemes].filter(scheme => scheme !== 'a')).toEqual([])
    },
  )
})
