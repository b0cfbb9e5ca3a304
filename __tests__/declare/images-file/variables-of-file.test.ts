import { expect, it } from '@jest/globals'
import { variablesOfStep } from '../../../src/declare/images-file/variables-of-file.ts'
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
      MY_PROXY_X: '1',
    }),
  ).toEqual([])
})
