import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dockerImage } from '../../src/init/docker-image.ts'
import { factsOf, type Shape } from '../support/shapes.ts'

const PROJECT: Shape = {
  'go.mod': 'module example.com/svc\n',
  'main.go': 'package main\n',
  'cmd/job/main.go': 'package main\n',
  'api/go.mod': 'module example.com/api\n',
  'api/main.go': 'package main\n',
}

function read(text: string, path = 'Dockerfile') {
  return dockerImage({ path, text }, factsOf(PROJECT), new Map([['V', '$(shell git describe)']]))
}

describe('dockerImage', () => {
  it('of one stage has what is built there, and not what Go needs', () => {
    const text =
      'FROM golang\nWORKDIR /src\nCOPY . .\nRUN apt-get install git && go build -o /usr/bin/svc2 .\nUSER 1\nCMD ["svc2"]\n'
    const draft = read(text)
    expect(draft).toMatchObject({ from: 'Dockerfile', programs: [{ place: '/svc2' }] })
    expect(draft?.notes.map(({ what }) => what)).toEqual(['FROM golang'])
  })

  it('puts the program first that the image runs', () => {
    const text =
      'FROM golang AS b\nWORKDIR /s\nCOPY . .\nRUN go build -o /a . && go build -ldflags "-X main.v=$V" -o /j ./cmd/job\nFROM scratch\nCOPY --from=b /a /j /bin/\nENTRYPOINT ["/bin/j"]\n'
    const draft = read(text)
    expect(draft?.programs.map(({ place }) => place)).toEqual(['/bin/j', '/bin/a'])
    expect([...(draft?.settings.ldflags.values() ?? [])]).toEqual(['-X main.v={{.Version}}'])
  })

  it('reads what a stage does once, however many start from it', () => {
    const text =
      'FROM golang AS b\nWORKDIR /s\nCOPY . .\nRUN go build -ldflags "-X main.v={{.Nope}}" -o /a .\nRUN setcap x /a\nFROM b AS c\nFROM c AS d\nFROM scratch\nUSER 1\nCOPY --from=d /a /a\n'
    const draft = read(text)
    expect(draft?.programs).toMatchObject([{ place: '/a' }])
    expect(draft?.notes.map(({ what }) => what)).toEqual(['setcap x /a', '-X main.v={{.Nope}}'])
  })

  it('takes the stage from scratch of several flavors', () => {
    const text =
      'FROM scratch AS one\nCOPY svc /svc\nUSER 1\nCMD ["/svc"]\nFROM alpine AS two\nCOPY svc /bin/svc\nCMD ["/bin/svc"]\n'
    const draft = read(text)
    expect(draft?.programs).toMatchObject([{ place: '/svc' }])
    expect(draft?.notes).toMatchObject([{ where: 'Dockerfile:5', what: 'the stage two' }])
  })

  it('finds out where COPY starts, for a Dockerfile in a directory', () => {
    const own =
      'FROM golang AS b\nWORKDIR /s\nCOPY . .\nRUN go build -o /x .\nFROM scratch\nCOPY --from=b /x /x\n'
    expect(read(own, 'api/Dockerfile')?.programs).toMatchObject([{ program: { directory: 'api' } }])
    const top = own.replace('/x .', '/x ./cmd/job')
    expect(read(top, 'cmd/job/Dockerfile')?.programs).toMatchObject([{ program: { directory: 'cmd/job' } }])
  })

  it('says that what it starts is no program of Go', () => {
    const draft = read('FROM scratch\nCOPY svc /svc\nUSER 1\nENTRYPOINT ["/entry.sh"]\n')
    expect(draft?.notes).toMatchObject([{ where: 'Dockerfile:4', what: 'the start of /entry.sh' }])
  })

  it.each(['', 'FROM scratch\n', 'FROM nginx\nCOPY web /web\n', 'ENTRYPOINT ["/svc"]\n'])(
    'has no image where no program is known: %j',
    text => {
      expect(read(text)).toBeNull()
    },
  )

  it('never fails', () => {
    const line = fc.constantFrom(
      'FROM a AS b',
      'FROM b',
      'FROM scratch',
      'ARG A=$A$A',
      'ENV A=$B B=$A',
      'COPY . .',
      'COPY --from=b /x /y',
      'COPY --from=0 ["/x", "/y"]',
      'COPY svc',
      'COPY',
      'RUN go build -o /x . && cd .. && go build ../..',
      'RUN $(((`"',
      'WORKDIR ../..',
      'ENTRYPOINT ["/x"]',
      'CMD x',
      'USER $A:',
      'LABEL =',
      'VOLUME [',
    )
    const texts = fc.oneof(
      fc.array(line).map(lines => lines.join('\n')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(texts, text => {
        const draft = read(text)
        for (const { where } of draft?.notes ?? []) expect(where).toMatch(/^Dockerfile(?::\d+)?$/)
      }),
    )
  })
})
