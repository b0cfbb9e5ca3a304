import { expect, it } from '@jest/globals'
import { checkoutPath } from '../../src/init/checkout-path.ts'

it.each([
  { written: '', path: '' },
  { written: '.', path: '' },
  { written: './', path: '' },
  { written: './cmd//api/', path: 'cmd/api' },
  { written: 'cmd/../job', path: 'job' },
  { written: '/cmd', path: 'cmd' },
  { written: '..', path: '..' },
])('checkoutPath of "$written" is "$path"', ({ written, path }) => {
  expect(checkoutPath(written)).toBe(path)
})
