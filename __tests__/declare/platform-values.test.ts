import { expect, it } from '@jest/globals'
import { platformValues } from '../../src/declare/platform-values.ts'
import { fillTemplate } from '../../src/declare/template.ts'

it('fills in a path for each platform', () => {
  const fill = (platform: Parameters<typeof platformValues>[0]) =>
    fillTemplate('dist/{{.Os}}_{{.Arch}}{{.Variant}}', platformValues(platform))
  expect(fill({ os: 'linux', architecture: 'arm', variant: 'v7' })).toEqual({
    ok: true,
    value: 'dist/linux_armv7',
  })
  expect(fill({ os: 'linux', architecture: 'amd64' })).toEqual({
    ok: false,
    problem: 'has {{.Variant}}, but linux/amd64 has no variant; write {{.Arch}}',
  })
})
