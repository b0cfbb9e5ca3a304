import { expect, it } from '@jest/globals'
import { userInfo } from 'node:os'
import { homeOf, keptDirectory, xdgDirectory } from '../../src/host/home.ts'

const OWN = userInfo().homedir

it.each([
  { env: { HOME: '/home/x' }, kept: '/home/x/.cache/bantam' },
  { env: { HOME: '/home/x', XDG_CACHE_HOME: '/caches' }, kept: '/caches/bantam' },
  { env: { HOME: '/home/x', XDG_CACHE_HOME: 'caches' }, kept: '/home/x/.cache/bantam' },
  { env: { HOME: '/home/x', XDG_CACHE_HOME: './' }, kept: '/home/x/.cache/bantam' },
  { env: { HOME: '/home/x', XDG_CACHE_HOME: '' }, kept: '/home/x/.cache/bantam' },
  { env: { HOME: 'home' }, kept: `${OWN}/.cache/bantam` },
  { env: { HOME: '.', XDG_CACHE_HOME: '.' }, kept: `${OWN}/.cache/bantam` },
  { env: {}, kept: `${OWN}/.cache/bantam` },
])('keeps things where $env says, and never in the checkout', ({ env, kept }) => {
  expect(keptDirectory(env, '/temporary')).toBe(kept)
})

it('takes no relative directory of the user', () => {
  expect(homeOf({ HOME: 'x' })).toBe(OWN)
  expect(homeOf({ HOME: '/x' })).toBe('/x')
  expect(xdgDirectory({ XDG_CONFIG_HOME: 'x' }, 'XDG_CONFIG_HOME')).toBeNull()
  expect(xdgDirectory({ XDG_RUNTIME_DIR: '/run/x' }, 'XDG_RUNTIME_DIR')).toBe('/run/x')
})
