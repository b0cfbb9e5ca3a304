import { describe, expect, it } from '@jest/globals'
import type { Given } from '../../src/declare/given.ts'
import type { ImageSpec } from '../../src/declare/spec.ts'
import { settingsDigest } from '../../src/plan/settings-digest.ts'
import { CWD, specOf } from './sample.ts'

const of = (values: Given['values'] = {}) => settingsDigest(specOf(values), CWD)

describe('settingsDigest', () => {
  it.each<[string, Given['values']]>([
    ['main', { main: './cmd/other=proxy' }],
    ['platforms', { platforms: 'linux/amd64' }],
    ['ldflags', { ldflags: '-X main.a=b' }],
    ['build-tags', { 'build-tags': 'a' }],
    ['build-env', { 'build-env': 'A=b' }],
    ['files', { files: 'a:/a' }],
    ['env', { env: 'A=b' }],
    ['labels', { labels: 'a=b' }],
    ['annotations', { annotations: 'manifest[linux/arm64]:a=b' }],
    ['smoke-args', { 'smoke-args': '--version' }],
    ['pack', { pack: 'off' }],
    ['baseline', { baseline: './base.json' }],
    ['sbom', { sbom: 'embedded' }],
  ])('depends on %s', (_, values) => {
    expect(of(values)).not.toBe(of())
  })

  it.each<[string, Given['values']]>([
    ['mirrors', { 'go-download-url': 'https://a.example', 'upx-download-url': 'https://b.example' }],
    ['places to write to', { output: 'out', binaries: 'dist', report: 'out/report.json' }],
    ['logins', { 'registry-username': 'me', 'registry-password': 'secret' }],
  ])('does not depend on %s', (_, values) => {
    expect(of(values)).toBe(of())
  })

  it('has the names of variables that may hold secrets, and not the values', () => {
    const values = (secret: string) => ({
      'build-env': `TOKEN=${secret}`,
      'smoke-args': 'x',
      'smoke-env': `KEY=${secret}`,
    })
    expect(of(values('one'))).toBe(of(values('two')))
  })

  it('is the same in a checkout at another path', () => {
    const spec = specOf({ files: 'a:/a\nlib/:/lib', certificates: './roots.pem' })
    const moved = JSON.parse(JSON.stringify(spec).replaceAll(CWD, '/elsewhere')) as ImageSpec
    expect(settingsDigest(moved, '/elsewhere')).toBe(settingsDigest(spec, CWD))
    expect(settingsDigest(moved, CWD)).not.toBe(settingsDigest(spec, CWD))
  })
})
