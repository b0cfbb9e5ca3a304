import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { whyNpmFailed, withoutPassword } from '../../scripts/setup.mjs'
import { repository } from '../support/cli.ts'

describe('whyNpmFailed', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error syscall getaddrinfo\n', 'ENOTFOUND'],
    ['npm ERR! code ECONNREFUSED\n', 'ECONNREFUSED'],
    ['npm warn x\nnpm error code E503\nnpm error 503 Service Unavailable\n', 'E503'],
    ['npm error code ETIMEDOUT\n', 'ETIMEDOUT'],
    ['npm error code E401\n', 'E401'],
  ])('names the registry after %j', (said, code) => {
    expect(whyNpmFailed(said, 'https://npm.example/')).toBe(
      `The packages could not be had from https://npm.example/, npm's registry here (${code}): check the network, the proxy, and what npm config get registry says.`,
    )
  })

  it.each([
    ['npm error Invalid Version:\n', 'npm ci failed; what it printed is above.'],
    ['npm error code EUSAGE\n', 'npm ci failed (EUSAGE); what it printed is above.'],
    ['npm error code EINTEGRITY\n', 'npm ci failed (EINTEGRITY); what it printed is above.'],
  ])('blames nothing it does not know after %j', (said, sentence) => {
    expect(whyNpmFailed(said, 'https://npm.example/')).toBe(sentence)
  })
})

it.each([
  ['https://user:secret@npm.example/repo/', 'https://npm.example/repo/'],
  ['https://token@proxy.example,direct', 'https://proxy.example,direct'],
  ['https://npm.example/@scope/', 'https://npm.example/@scope/'],
  [
    'https://a:b@one.example,https://c:d@two.example|direct',
    'https://one.example,https://two.example|direct',
  ],
])('withoutPassword(%j)', (url, shown) => {
  expect(withoutPassword(url)).toBe(shown)
})

it('package.json, README and CONTRIBUTING name the same Node', () => {
  const text = (name: string) => readFileSync(path.join(repository, name), 'utf8')
  const { engines } = JSON.parse(text('package.json')) as { readonly engines: { readonly node: string } }
  const major = /^>=(\d+)$/.exec(engines.node)?.[1]
  expect(major).toBe('24')
  expect(text('README.md').replaceAll('\n', ' ')).toContain(`Go 1.21 or newer, git, npm and Node ${major}.`)
  expect(text('CONTRIBUTING.md')).toContain(`You need Go, git, npm and Node ${major}.`)
})
