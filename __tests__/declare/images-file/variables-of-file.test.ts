import { expect, it } from '@jest/globals'
import { flagsOfStep, variablesOfStep } from '../../../src/declare/images-file/variables-of-file.ts'
import { sentencesOf } from '../../support/sentences.ts'

it.each([
  'GOPROXY',
  'GONOSUMDB',
  'HTTPS_PROXY',
  'https_proxy',
  'SSL_CERT_FILE',
  'GIT_SSL_NO_VERIFY',
  'HOME',
  'PATH',
])('refuses %s without its value', name => {
  const sentences = sentencesOf(variablesOfStep({ [name]: 'secret', CGO_CFLAGS: '-O2' }), 'action')
  expect(sentences).toEqual([expect.stringContaining(`build-env "${name}" says where Go finds`)])
  expect(sentences.join()).not.toContain('secret')
})

it('takes what decides how something is compiled', () => {
  expect(
    variablesOfStep({
      CGO_CFLAGS: '-O2',
      GOEXPERIMENT: 'x',
      GOFLAGS: '-mod=mod',
      CC: 'clang',
      CGO_LDFLAGS: '-static -lm',
      GOWORK: 'off',
    }),
  ).toEqual([])
})

it.each([
  ['GOFLAGS', '-debug-trace=/x'],
  ['GOFLAGS', '-pgo=/dev/zero'],
  ['GOFLAGS', "'-ldflags=-o=/x'"],
  ['CGO_CFLAGS', '-MF/x'],
  ['CGO_LDFLAGS', '-Wl,-Map=/x'],
  ['CGO_CFLAGS_ALLOW', '.*'],
  ['CC', 'gcc -o /x'],
  ['CC', 'find . -exec ./cc'],
  ['GOSSADIR', '/x'],
  ['GODEBUG', 'execerrdot=0'],
  ['DEPENDENCIES_OUTPUT', '/x'],
  ['CCC_OVERRIDE_OPTIONS', '+-o +/x'],
  ['GOWORK', '/x'],
  ['constructor', '1'],
])('refuses %s=%s, which could write a file or run a program', (name, value) => {
  expect(sentencesOf(variablesOfStep({ [name]: value }), 'action')).toEqual([
    expect.stringContaining(`build-env "${name}" can have a build run programs or write files`),
  ])
})

it('refuses flags that write files, where the file has them', () => {
  const spec = { buildFlags: ['-debug-trace=/x'], ldflags: '-s -o /x' }
  expect(
    sentencesOf(
      flagsOfStep(spec, () => true),
      'action',
    ),
  ).toEqual([
    expect.stringContaining('build-flags "-debug-trace=/x" can have a build write files'),
    expect.stringContaining('ldflags "-o" can have a build write files'),
  ])
  expect(flagsOfStep(spec, () => false)).toEqual([])
})
