import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { rootCertificates } from 'node:tls'
import { bundle, parseCertificates } from '../../src/image/certificates.ts'
import { MOZILLA_ROOTS } from '../../src/image/mozilla-roots.ts'
import { reasonWords } from '../support/sentences.ts'

const [A = '', B = '', C = ''] = rootCertificates.map(certificate => `${certificate.trim()}\n`)
const body = A.split('\n').slice(1, -2).join('')

describe('bundle', () => {
  it('joins in the order given, each once', () => {
    const sources = [
      { name: 'first', text: B + A },
      { name: 'second', text: A + C },
    ]
    expect(bundle(sources)).toEqual({ ok: true, value: B + A + C })
  })

  it('takes Mozilla’s roots as they are', () => {
    const [, certificates] = MOZILLA_ROOTS.text.split(/^#.*\n/)
    expect(bundle([MOZILLA_ROOTS])).toEqual({ ok: true, value: certificates })
  })

  it.each([
    { name: 'comments around', text: `# Subject: x\n\nsubject=C = XX\n${A}\ntrailing words\n` },
    { name: 'carriage returns', text: A.replaceAll('\n', '\r\n') },
    { name: 'no line break at the end', text: A.trim() },
    { name: 'spaces at line ends', text: A.replaceAll('\n', '  \n') },
    {
      name: 'lines of 64',
      text: `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
    },
    { name: 'one line', text: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n` },
    { name: 'the same twice', text: A + A },
  ])('writes it in one way, given $name', ({ text }) => {
    expect(bundle([{ name: 'ca.pem', text }])).toEqual({ ok: true, value: A })
  })

  it.each([
    { name: 'nothing', text: '', names: ['ca.pem '] },
    { name: 'words', text: 'hello\n', names: ['ca.pem '] },
    {
      name: 'DER',
      text: '0\u0082\0\0',
      names: ['ca.pem ', 'openssl x509'],
    },
    {
      name: 'a private key',
      text: `${A}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n`,
      names: [`ca.pem:${A.split('\n').length} `, 'PRIVATE KEY'],
    },
    {
      name: 'a trusted certificate',
      text: A.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'),
      names: ['ca.pem:1 ', 'TRUSTED CERTIFICATE'],
    },
    {
      name: 'no end',
      text: A.split('\n').slice(0, -2).join('\n'),
      names: ['ca.pem:1 '],
    },
    {
      name: 'a beginning within',
      text: `-----BEGIN CERTIFICATE-----\n${A}`,
      names: ['ca.pem:1 '],
    },
    {
      name: 'an end alone',
      text: `\n-----END CERTIFICATE-----\n${A}`,
      names: ['ca.pem:2 '],
    },
    {
      name: 'no base64',
      text: '-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----',
      names: ['ca.pem:1 ', 'X.509'],
    },
    {
      name: 'base64 of something else',
      text: '-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----',
      names: ['ca.pem:1 ', 'X.509'],
    },
    {
      name: 'half a certificate',
      text: `-----BEGIN CERTIFICATE-----\n${body.slice(0, 400)}\n-----END CERTIFICATE-----`,
      names: ['ca.pem:1 ', 'X.509'],
    },
    {
      name: 'an empty certificate',
      text: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
      names: ['ca.pem:1 ', 'X.509'],
    },
    {
      name: 'a certificate behind what is no base64',
      text: `-----BEGIN CERTIFICATE-----\n!${body}\n-----END CERTIFICATE-----`,
      names: ['ca.pem:1 ', 'X.509'],
    },
  ])('refuses $name', ({ text, names }) => {
    const bundled = bundle([
      { name: 'roots', text: B },
      { name: 'ca.pem', text },
    ])
    const { file, clauses } = bundled.ok ? { file: '', clauses: {} } : bundled.problem
    expect(file).toBe('ca.pem')
    for (const name of names) expect(reasonWords(clauses)).toContain(name)
  })

  it('reads anything without throwing, and what it gives it reads again', () => {
    const line = fc.constantFrom(
      '-----BEGIN CERTIFICATE-----',
      '-----END CERTIFICATE-----',
      '',
      body,
      'x',
      '\0',
      A,
      '----- ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }), lines => {
        const first = parseCertificates({ name: 'any', text: lines.join('\n') })
        const again = first.ok && parseCertificates({ name: 'again', text: first.value.join('') })
        expect(again).toEqual(first.ok && first)
      }),
    )
  })
})

describe('the snapshot of Mozilla’s roots', () => {
  it('is dated, and holds what its header says', () => {
    expect(MOZILLA_ROOTS.name).toMatch(/^Mozilla's roots of 20\d\d-\d\d-\d\d$/)
    const [, count] = /^# .* (\d+) certificates/.exec(MOZILLA_ROOTS.text) ?? []
    expect(MOZILLA_ROOTS.text.match(/BEGIN CERTIFICATE/g)).toHaveLength(Number(count))
  })
})
