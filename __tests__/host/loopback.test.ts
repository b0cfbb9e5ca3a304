import { describe, expect, it } from '@jest/globals'
import { isLoopback } from '../../src/host/loopback.ts'

const hostOf = (host: string) => new URL(`http://${host}/`).hostname

describe('isLoopback', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'registry.localhost',
    'a.b.localhost.',
    '127.0.0.1',
    '127.255.255.254',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
  ])('is true of %s', host => expect(isLoopback(hostOf(host))).toBe(true))

  it.each([
    'localhost.example',
    'localhost.example.',
    'notlocalhost',
    'localtest.me',
    '127.0.0.1.example',
    '127-0-0-1.example',
    '126.0.0.1',
    '128.0.0.1',
    '0.0.0.0',
    '[::]',
    '[::2]',
    '[::ffff:128.0.0.1]',
    '[fe80::1]',
    '169.254.169.254',
  ])('is false of %s', host => expect(isLoopback(hostOf(host))).toBe(false))
})
