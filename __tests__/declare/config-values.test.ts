import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  parseDownloadUrl,
  parseExposed,
  parseImagePath,
  parseSignal,
  parseSmokeHttp,
  parseUser,
} from '../../src/declare/config-values.ts'

describe('parseUser', () => {
  it.each([
    ['65532:65532', 65532, 65532],
    ['1000', 1000, 1000],
    ['0:0', 0, 0],
    ['1000:0', 1000, 0],
  ])('reads %s', (text, uid, gid) => {
    expect(parseUser(text)).toEqual({ ok: true, value: { uid, gid } })
  })

  it.each([
    ['root', 'write 0:0'],
    ['nobody:nogroup', 'write 65534:65534'],
    ['alice', 'such as 65532:65532'],
    ['-1', 'not numeric'],
    ['1:2:3', 'not numeric'],
    ['4294967295', 'is above 4294967294'],
  ])('refuses %s', (text, because) => {
    expect(parseUser(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })
})

describe('parseExposed', () => {
  it.each([
    ['8080', '8080/tcp'],
    ['53/UDP', '53/udp'],
    ['0080', '80/tcp'],
  ])('reads %s', (text, port) => {
    expect(parseExposed(text)).toEqual({ ok: true, value: port })
  })

  it.each(['0', '65536', '8000-8010', '127.0.0.1:80', 'http', '80/'])('refuses %s', text => {
    expect(parseExposed(text).ok).toBe(false)
  })

  it('says of several ports on one line what to write', () => {
    expect(parseExposed('8080 9090')).toEqual({ ok: false, problem: expect.stringContaining('each port') })
  })
})

describe('parseSignal', () => {
  it.each([
    ['SIGTERM', 'SIGTERM'],
    ['15', '15'],
    ['015', '15'],
  ])('reads %s', (text, signal) => {
    expect(parseSignal(text)).toEqual({ ok: true, value: signal })
  })

  it.each([
    ['sigint', 'write SIGINT'],
    ['QUIT', 'write SIGQUIT'],
    ['0', 'from 1 to 64'],
    ['SIGBANANA', 'such as SIGTERM'],
  ])('refuses %s', (text, because) => {
    expect(parseSignal(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })
})

describe('parseImagePath', () => {
  it.each([
    ['/data', '/data'],
    ['/data/', '/data'],
    ['//a/./b', '/a/b'],
    ['/', '/'],
  ])('reads %s', (text, place) => {
    expect(parseImagePath(text)).toEqual({ ok: true, value: place })
  })

  it.each([
    ['data', 'write /data'],
    ['./data', 'write /data'],
    ['/a/../b', 'write /b'],
    ['/a\0b', 'NUL'],
    ['/a/.wh.b/c', 'the name .wh.b, which deletes'],
  ])('refuses %j', (text, because) => {
    expect(parseImagePath(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never gives a path that leaves the image', () => {
    const likely = fc.array(fc.constantFrom('/', '..', '.', 'a', '\\', '//')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), text => {
        const place = parseImagePath(text)
        if (!place.ok) return
        expect(place.value).toMatch(/^\//)
        expect(place.value.split('/')).not.toContain('..')
        expect(parseImagePath(place.value)).toEqual(place)
      }),
    )
  })
})

describe('parseSmokeHttp', () => {
  it.each([
    ['8080/healthz', 8080, '/healthz'],
    ['8080', 8080, '/'],
    ['80/a?b=c', 80, '/a?b=c'],
  ])('reads %s', (text, port, path) => {
    expect(parseSmokeHttp(text)).toEqual({ ok: true, value: { port, path } })
  })

  it.each([
    ['http://localhost:8080/healthz', 'write 8080/healthz'],
    [':8080', 'write 8080/'],
    ['/healthz', 'such as 8080/healthz'],
    ['99999/x', 'out of range'],
    ['8080 /x', 'is not port/path'],
  ])('refuses %s', (text, because) => {
    expect(parseSmokeHttp(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })
})

describe('parseDownloadUrl', () => {
  it('drops the slash at the end', () => {
    expect(parseDownloadUrl('https://mirror.example/go/')).toEqual({
      ok: true,
      value: 'https://mirror.example/go',
    })
  })

  it.each(['mirror.example/go', 'file:///go', 'https://', 'javascript:alert(1)'])('refuses %s', text => {
    expect(parseDownloadUrl(text).ok).toBe(false)
  })
})

it('no parser of a value throws, whatever it is given', () => {
  const parsers = [parseUser, parseExposed, parseSignal, parseImagePath, parseSmokeHttp, parseDownloadUrl]
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...parsers), (text, parse) => {
      const result = parse(text)
      expect(result.ok || result.problem !== '').toBe(true)
    }),
  )
})
