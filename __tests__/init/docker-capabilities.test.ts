import { describe, expect, it } from '@jest/globals'
import { capabilitiesOf } from '../../src/init/docker-capabilities.ts'
import { stageBuilds } from '../../src/init/docker-builds.ts'
import { viewStage } from '../../src/init/docker-stage.ts'
import { parseDockerfile } from '../../src/init/dockerfile.ts'
import { factsOf } from '../support/shapes.ts'

const facts = factsOf({ 'go.mod': 'module example.com/api\n', 'main.go': 'package main\n' })

function read(lines: string) {
  const dockerfile = parseDockerfile(
    `FROM golang\nARG OUT=/out\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/api .\n${lines}\nFROM scratch\n`,
  )
  const view = viewStage(dockerfile, 0)
  const programs = facts.programs.map(program => ({ program, place: '/bin/api' }))
  const { inputs, notes } = capabilitiesOf([view], { programs, builds: stageBuilds(view, facts, '') }, 'D')
  return { inputs, notes: notes.map(({ where, what, why }) => `${where} ${what}: ${why}`) }
}

describe('capabilitiesOf', () => {
  it.each([
    { line: 'RUN setcap cap_net_bind_service=+ep /out/api', of: 'what is built' },
    { line: 'RUN setcap cap_net_bind_service=+ep /bin/api', of: 'what is in the image' },
    { line: "WORKDIR /out\nRUN setcap 'cap_net_bind_service=+ep' api", of: 'a relative path' },
    { line: 'RUN apk add libcap && setcap cap_net_bind_service=+ep $OUT/api', of: 'a variable' },
    {
      line: 'RUN setcap cap_net_bind_service=+ep /out/api\nRUN setcap cap_chown=+p /bin/api',
      of: 'the first',
    },
  ])('gives the program those of $of', ({ line }) => {
    expect(read(line)).toEqual({ inputs: { capabilities: 'cap_net_bind_service=+ep /bin/api' }, notes: [] })
  })

  it('has nothing where nothing is said', () => {
    expect(read('RUN true')).toEqual({ inputs: {}, notes: [] })
  })

  it.each([
    { line: 'RUN setcap cap_net_raw=+ep /bin/ping', note: /D:6 setcap .*: it is not about one program/ },
    { line: 'RUN setcap cap_net_raw=+ep $WHERE', note: /it is not about one program/ },
    { line: 'RUN setcap', note: /D:6 setcap: it is not about one program/ },
    { line: 'RUN setcap -r /out/api', note: /D:6 setcap -r .*: it has "-r"/ },
    { line: 'RUN setcap cap_net_raw=+ep /out/api cap_chown=+p /x', note: /it is not about one program/ },
    { line: 'RUN setcap cap_all=+ep /out/api', note: /it has "cap_all"/ },
  ])('says why $line is left out', ({ line, note }) => {
    const { inputs, notes } = read(line)
    expect(inputs).toEqual({})
    expect(notes).toEqual([expect.stringMatching(note)])
  })
})
