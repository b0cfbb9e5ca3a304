import { describe, expect, it } from '@jest/globals'
import { readGoreleaser } from '../../src/init/goreleaser.ts'
import { factsOf } from '../support/shapes.ts'

const facts = factsOf({
  'go.mod': 'module example.com/svc\n',
  'cmd/api/main.go': 'package main\n',
  'cmd/job/main.go': 'package main\n',
})

function read(text: string) {
  return readGoreleaser({ path: '.goreleaser.yaml', text }, facts)
}

describe('readGoreleaser', () => {
  it('reads the builds for Linux', () => {
    const { drafts } = read(`
builds:
  - main: ./cmd/api
    binary: server
    goos: [linux, darwin]
    goarch: [amd64, arm, arm64]
    goarm: [6, 7]
    env: [CGO_ENABLED=0, GOEXPERIMENT=jsonv2]
    tags: [a, b]
    flags: [-trimpath, -mod=vendor]
    ldflags: [-s -w, '-X main.v={{.Version}} -X main.p={{.ProjectName}} -X main.e={{.Env.NOPE}}']
  - main: ./cmd/job/main.go
    goos: [darwin]
  - main: ./cmd/none
  - main: ./cmd/job
    skip: true
`)
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      programs: [{ program: { directory: 'cmd/api' }, place: '/server' }],
      settings: { tags: ['a', 'b'], flags: ['-mod=vendor'], env: ['GOEXPERIMENT=jsonv2'], cgo: false },
      platforms: [],
      compiledFor: ['linux/amd64', 'linux/arm/v6', 'linux/arm/v7', 'linux/arm64'],
      notes: [{ what: '-X main.e={{.Env.NOPE}}' }],
    })
    expect([...(drafts[0]?.settings.ldflags.values() ?? [])]).toEqual([
      '-X main.v={{.Version}}',
      '-X main.p=svc',
    ])
  })

  it('knows the linker flags that goreleaser has by itself', () => {
    const { drafts } = read('builds: [{dir: cmd, main: api, binary: "{{.ProjectName}}"}]\n')
    expect(drafts[0]).toMatchObject({ programs: [{ place: null }], platforms: [] })
    expect([...(drafts[0]?.settings.ldflags.keys() ?? [])]).toEqual([
      'main.version',
      'main.commit',
      'main.date',
    ])
  })

  it('reads what images are made for and where they go', () => {
    const { drafts, images } = read(`
builds: [{main: ./cmd/api}]
dockers:
  - image_templates: ['ghcr.io/o/n:{{ .Tag }}', 'ghcr.io/o/n:latest']
  - {goarch: arm, goarm: 7, image_templates: 'localhost:5000/n:v1'}
dockers_v2:
  - {images: [docker.io/o/n], platforms: [linux/s390x]}
kos: [{repositories: [quay.io/o/n]}]
`)
    expect(drafts[0]?.platforms).toEqual(['linux/amd64', 'linux/arm/v7', 'linux/s390x'])
    expect(images).toEqual(['ghcr.io/o/n', 'ghcr.io/o/n', 'localhost:5000/n', 'docker.io/o/n', 'quay.io/o/n'])
    expect(read('builds: [{main: ./cmd/api}]\nkos: [{}]').drafts[0]?.compiledFor).toEqual([
      'linux/amd64',
      'linux/arm64',
      'linux/386',
    ])
  })

  it.each(['', '[', 'builds: 1', 'builds: [1, null, [2]]', 'a: &a [*a]', 'builds: [{main: ../../x}]'])(
    'has nothing where there is nothing: %j',
    text => {
      expect(read(text).drafts).toEqual([])
    },
  )

  it('takes the only program where it names none', () => {
    const alone = { ...facts, programs: facts.programs.slice(0, 1) }
    const source = { path: '.goreleaser.yaml', text: 'project_name: x\n' }
    expect(readGoreleaser(source, alone).drafts).toHaveLength(1)
  })

  it('says whether it can be read', () => {
    expect(read('builds: [').isReadable).toBe(false)
    expect(read('builds: []').isReadable).toBe(true)
  })
})
