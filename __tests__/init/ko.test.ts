import { describe, expect, it } from '@jest/globals'
import { readKo } from '../../src/init/ko.ts'
import { factsOf } from '../support/shapes.ts'

const facts = factsOf({
  'go.mod': 'module example.com/svc\n',
  'cmd/api/main.go': 'package main\n',
  'cmd/api/kodata/index.html': '',
  'cmd/job/main.go': 'package main\n',
  'hack/main.go': 'package main\n',
})

function read(text: string) {
  return readKo({ path: '.ko.yaml', text }, facts).drafts
}

describe('readKo', () => {
  it('reads the builds, and their files', () => {
    const drafts = read(`
defaultBaseImage: alpine
defaultPlatforms: [linux/amd64, 'linux/arm64,linux/s390x']
builds:
  - main: ./cmd/api
    flags: [-tags, 'a,b', -mod=vendor, -trimpath]
    ldflags: ['-X main.v={{.Git.Tag}}']
  - {dir: cmd, main: nope}
`)
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      programs: [{ program: { directory: 'cmd/api' }, place: null }],
      settings: { tags: ['a', 'b'], flags: ['-mod=vendor'] },
      inputs: { files: 'cmd/api/kodata:/var/run/ko', env: 'KO_DATA_PATH=/var/run/ko' },
      platforms: ['linux/amd64', 'linux/arm64', 'linux/s390x'],
      notes: [{ what: 'defaultBaseImage alpine' }],
    })
    expect([...(drafts[0]?.settings.ldflags.values() ?? [])]).toEqual(['-X main.v={{.Version}}'])
  })

  it('without builds has an image for each service', () => {
    const drafts = read('defaultPlatforms: all\ndefaultLdflags: [-X main.v=1]\ndefaultFlags: [-tags=x]\n')
    expect(drafts.map(({ programs: [{ program }] }) => program.directory)).toEqual(['cmd/api', 'cmd/job'])
    expect(drafts[1]).toMatchObject({
      settings: { tags: ['x'] },
      inputs: {},
      platforms: [],
      notes: [{ what: 'all platforms' }],
    })
  })

  it('of what cannot be read has none', () => {
    const unreadable = { path: '.ko.yaml', isReadable: false, drafts: [] }
    expect(readKo({ path: '.ko.yaml', text: '{' }, facts)).toEqual(unreadable)
    expect(readKo({ path: '.ko.yaml', text: '{}' }, facts).isReadable).toBe(true)
  })
})
