import { describe, expect, it } from '@jest/globals'
import { stageBuilds } from '../../src/init/docker-builds.ts'
import { copiedFiles } from '../../src/init/docker-files.ts'
import { viewStage } from '../../src/init/docker-stage.ts'
import { parseDockerfile } from '../../src/init/dockerfile.ts'
import { factsOf } from '../support/shapes.ts'

const facts = factsOf({
  'go.mod': 'module example.com/svc\n',
  'main.go': 'package main\n',
  'web/index.html': '',
  'conf.yml': '',
  'hidden/.conf': '',
  'src/api/go.mod': 'module example.com/api\n',
  'src/api/main.go': 'package main\n',
})

const BUILDER = 'FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/server . && make\n'

function read(line: string, runs: string | null = null) {
  const dockerfile = parseDockerfile(`${BUILDER}FROM scratch\nWORKDIR /w\n${line}\n`)
  const view = viewStage(dockerfile, 0)
  const builder = { view, builds: stageBuilds(view, facts, '') }
  const { programs, files, notes } = copiedFiles(viewStage(dockerfile, 1).copies, {
    facts,
    file: 'D',
    context: '',
    originOf: from => (from === 'b' ? builder : null),
    runs,
  })
  return {
    programs: programs.map(({ program, place }) => `${program.name} ${place}`),
    files: files.map(({ source, rest }) => `${source}:${rest}`),
    notes: notes.map(({ where, what }) => `${where} ${what}`),
  }
}

describe('copiedFiles', () => {
  it.each([
    { line: 'COPY --from=b /out/server /bin/', programs: ['svc /bin/server'] },
    { line: 'COPY --from=b /out/server s', programs: ['svc /w/s'] },
    { line: 'COPY --from=b /out/* /bin/', programs: ['svc /bin/server'] },
    { line: 'COPY --from=b /out/s*r /bin/x', programs: ['svc /bin/x'] },
    { line: 'COPY --from=b /go/bin/svc /svc', programs: ['svc /svc'] },
    { line: 'COPY svc /usr/bin/svc', programs: ['svc /usr/bin/svc'] },
    { line: 'COPY --from=b /out/*x /bin/', programs: [] },
  ])('finds the programs of $line', ({ line, programs }) => {
    expect(read(line).programs).toEqual(programs)
  })

  it.each([
    { line: 'COPY conf.yml /etc/', files: ['conf.yml:/etc/conf.yml'] },
    { line: 'COPY ./conf.yml conf', files: ['conf.yml:/w/conf'] },
    { line: 'COPY web web', files: ['web:/w/web'] },
    { line: 'COPY web/ /a/', files: ['web:/a'] },
    { line: 'COPY --chmod=0600 --chown=5 conf.yml /c', files: ['conf.yml:/c:0600:5:5'] },
    { line: 'COPY --chmod=0600 --chown=5:6 conf.yml /c', files: ['conf.yml:/c:0600:5:6'] },
    { line: 'COPY --from=b /src/web /web', files: ['web:/web'] },
    { line: 'COPY web /', files: ['web:/'] },
    { line: 'COPY *.yml /c/', files: ['*.yml:/c/'] },
    { line: 'COPY con?.yml /', files: ['con?.yml:/'] },
    { line: 'COPY ./web/*.html /c/', files: ['web/*.html:/c/'] },
    { line: 'COPY --chmod=0600 --chown=5 web/* .', files: ['web/*:/w/:0600:5:5'] },
    { line: 'COPY --from=b /src/web/*.html /c/', files: ['web/*.html:/c/'] },
  ])('finds the files of $line', ({ line, files }) => {
    expect(read(line)).toEqual({ programs: [], files, notes: [] })
  })

  it.each([
    { line: 'COPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/', notes: [] },
    { line: 'COPY --from=alpine /usr/share/zoneinfo /usr/share/zoneinfo', notes: [] },
    { line: 'COPY --from=b /etc/passwd /etc/passwd', notes: [] },
    { line: 'COPY --from=b /dist /dist', notes: ['D:7 COPY --from=b /dist'] },
    { line: 'COPY --from=busybox /bin/sh /bin/sh', notes: ['D:7 COPY --from=busybox /bin/sh'] },
    { line: 'COPY *.yml /c', notes: ['D:7 COPY *.yml'] },
    { line: 'COPY *.xml /c/', notes: ['D:7 COPY *.xml'] },
    { line: 'COPY [cd]*.yml /c/', notes: ['D:7 COPY [cd]*.yml'] },
    { line: 'COPY **.yml /c/', notes: ['D:7 COPY **.yml'] },
    { line: 'COPY */index.html /c/', notes: ['D:7 COPY */index.html'] },
    { line: 'COPY we* /c/', notes: ['D:7 COPY we*'] },
    { line: 'COPY hidden/* /c/', notes: ['D:7 COPY hidden/*'] },
    { line: 'COPY --from=b /dist/* /c/', notes: ['D:7 COPY --from=b /dist/*'] },
    { line: 'COPY missing /c', notes: ['D:7 COPY missing'] },
    { line: 'COPY . .', notes: ['D:7 COPY .'] },
  ])('brings or names what is none of both: $line', ({ line, notes }) => {
    expect(read(line)).toEqual({ programs: [], files: [], notes })
  })

  it('says that an owner without a mode is lost', () => {
    expect(read('COPY --chown=5:6 conf.yml /c')).toEqual({
      programs: [],
      files: ['conf.yml:/c'],
      notes: ['D:7 --chown=5:6'],
    })
  })

  it('looks for no more patterns than a person writes', () => {
    const { files, notes } = read(`COPY ${'*.yml '.repeat(30)} /c/`)
    expect([files.length, notes.length]).toEqual([20, 10])
  })

  it('takes no program by a name that two have', () => {
    const twice = [...facts.programs, { directory: 'cmd/svc', module: '', name: 'svc' }]
    const copies = viewStage(parseDockerfile('FROM scratch\nCOPY svc /svc\n'), 0).copies
    const about = { facts, file: 'D', context: '', originOf: () => null, runs: null }
    expect(copiedFiles(copies, about).programs).toHaveLength(1)
    expect(copiedFiles(copies, { ...about, facts: { ...facts, programs: twice } }).programs).toEqual([])
  })

  it('takes what the image runs for the only program', () => {
    const alone = { ...facts, programs: facts.programs.filter(({ name }) => name === 'svc') }
    const copies = viewStage(parseDockerfile('FROM scratch\nCOPY dist/daemon /bin/daemon\n'), 0).copies
    const about = { facts: alone, file: 'D', context: '', originOf: () => null, runs: '/bin/daemon' }
    expect(copiedFiles(copies, about).programs).toMatchObject([{ place: '/bin/daemon' }])
    expect(copiedFiles(copies, { ...about, facts }).programs).toEqual([])
    expect(copiedFiles(copies, { ...about, runs: null }).programs).toEqual([])
  })
})
