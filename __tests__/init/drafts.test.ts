import { describe, expect, it } from '@jest/globals'
import { readBuildScript } from '../../src/init/build-script.ts'
import { draftsOf } from '../../src/init/drafts.ts'
import { readGoreleaser } from '../../src/init/goreleaser.ts'
import { readKo } from '../../src/init/ko.ts'
import { kindOf } from '../../src/init/source-kind.ts'
import { factsOf, type Shape } from '../support/shapes.ts'

const PROGRAMS: Shape = {
  'go.mod': 'module example.com/svc\n',
  'cmd/api/main.go': 'package main\n',
  'cmd/job/main.go': 'package main\n',
  'hack/gen/main.go': 'package main\n',
}
const DOCKER = 'FROM scratch\nCOPY api /api\nUSER 1\n'

function read(files: Shape) {
  const facts = factsOf({ ...PROGRAMS, ...files })
  const of = (kind: ReturnType<typeof kindOf>) => facts.sources.filter(({ path }) => kindOf(path) === kind)
  const sources = {
    dockerfiles: of('dockerfile'),
    ko: of('ko').map(source => readKo(source, facts)),
    goreleaser: of('goreleaser').map(source => readGoreleaser(source, facts)),
    scripts: of('script').map(readBuildScript),
  }
  const { drafts, notes } = draftsOf(sources, facts)
  return {
    drafts: drafts.map(
      ({ from, programs }) => `${from} ${programs.map(({ program }) => program.name).join(' ')}`,
    ),
    flags: drafts.map(({ settings }) => [...settings.ldflags.values()].join(' ')),
    tags: drafts.map(({ settings }) => settings.tags.join(' ')),
    platforms: drafts.map(({ compiledFor }) => compiledFor.join(' ')),
    notes: notes.map(({ where, what }) => `${where} ${what}`),
  }
}

describe('draftsOf', () => {
  it.each([
    { of: 'nothing else', files: {}, drafts: [' api', ' job'] },
    {
      of: 'goreleaser',
      files: { '.goreleaser.yaml': 'builds: [{main: ./cmd/job}, {main: ./cmd/job, tags: [x]}]' },
      drafts: ['.goreleaser.yaml job'],
    },
    {
      of: 'ko',
      files: { '.ko.yaml': 'builds: [{main: ./cmd/job}]', '.goreleaser.yaml': 'builds: [{main: ./cmd/api}]' },
      drafts: ['.ko.yaml job'],
    },
    { of: 'a Dockerfile', files: { Dockerfile: DOCKER, '.ko.yaml': '{}' }, drafts: ['Dockerfile api'] },
    {
      of: 'only a Dockerfile for tests',
      files: { 'test/Dockerfile': DOCKER },
      drafts: ['test/Dockerfile api'],
    },
    {
      of: 'one for tests, too',
      files: { 'test/Dockerfile': DOCKER, 'x/Dockerfile': DOCKER.replaceAll('api', 'job') },
      drafts: ['x/Dockerfile job'],
    },
  ])('takes the images of $of', ({ files, drafts }) => {
    expect(read(files).drafts).toEqual(drafts)
  })

  it('names what has no image, and Dockerfiles that it does not take', () => {
    expect(
      read({ Dockerfile: DOCKER, 'Dockerfile.alpine': DOCKER, 'web/Dockerfile': 'FROM nginx\n' }).notes,
    ).toEqual([
      'Dockerfile.alpine its image',
      'web/Dockerfile its image',
      './cmd/job a main package',
      './hack/gen a main package',
    ])
  })

  it.each([
    {
      of: 'a Makefile',
      files: {
        Makefile:
          'V := $(shell git describe)\nbuild:\n\tgo build -tags x -ldflags "-X main.v=$(V)" ./cmd/api\n\tgo build -ldflags "-X main.w=1" ./cmd/job\n',
      },
      flags: '-X main.v={{.Version}}',
      tags: 'x',
    },
    {
      of: 'a variable of one',
      files: { Makefile: 'LDFLAGS = -X main.v=$(VERSION)\n' },
      flags: '-X main.v={{.Version}}',
      tags: '',
    },
    {
      of: 'a script',
      files: { 'scripts/build.sh': 'cd cmd/api && go build -ldflags "-X main.v=$(date)"\n' },
      flags: '-X main.v={{.Date}}',
      tags: '',
    },
    {
      of: 'goreleaser first',
      files: {
        Makefile: 'LDFLAGS = -X main.v=1\n',
        '.goreleaser.yml': 'builds: [{main: ./cmd/api, tags: y, ldflags: "-X main.g=1"}]',
      },
      flags: '-X main.g=1',
      tags: 'y',
    },
    {
      of: 'nothing further away',
      files: { 'other/Makefile': 'LDFLAGS = -X main.v=1\n' },
      flags: '',
      tags: '',
    },
  ])('adds the settings of $of', ({ files, flags, tags }) => {
    const found = read({ Dockerfile: DOCKER, ...files })
    expect({ flags: found.flags[0], tags: found.tags[0] }).toEqual({ flags, tags })
  })

  it('adds platforms, and keeps what the Dockerfile says', () => {
    const files = {
      Dockerfile:
        'FROM golang AS b\nCOPY . /s\nWORKDIR /s\nRUN go build -ldflags "-X main.d=1" -o /api ./cmd/api\nFROM scratch\nCOPY --from=b /api /api\n',
      '.goreleaser.yaml': 'builds: [{main: ./cmd/api, goarch: [arm64], ldflags: "-X main.g=1"}]',
    }
    expect(read(files)).toMatchObject({ flags: ['-X main.d=1'], platforms: ['linux/arm64'] })
  })
})
