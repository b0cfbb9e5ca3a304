import { expect, it } from '@jest/globals'
import { stageBuilds } from '../../src/init/docker-builds.ts'
import { viewStage } from '../../src/init/docker-stage.ts'
import { parseDockerfile } from '../../src/init/dockerfile.ts'
import { factsOf } from '../support/shapes.ts'

const facts = factsOf({
  'go.mod': 'module example.com/svc/v2\n',
  'main.go': 'package main\n',
  'cmd/api/main.go': 'package main\n',
  'sub/go.mod': 'module example.com/sub\n',
  'sub/cmd/job/main.go': 'package main\n',
})

it.each([
  { run: 'go build', program: '', output: '/src/svc' },
  { run: 'go build -o /out/x .', program: '', output: '/out/x' },
  { run: 'go build -o bin/ ./cmd/api', program: 'cmd/api', output: '/src/bin/api' },
  { run: 'go build -o $OUT ./cmd/api/main.go', program: 'cmd/api', output: '/opt' },
  { run: 'go build cmd/api/*', program: 'cmd/api', output: '/src/api' },
  { run: 'go build -o x main.go other.go', program: '', output: '/src/x' },
  { run: 'cd cmd/api && go build', program: 'cmd/api', output: '/src/cmd/api/api' },
  { run: 'cd $DIR && go build', program: 'cmd/api', output: '/src/cmd/api/api' },
  { run: 'go build example.com/svc/v2/cmd/api', program: 'cmd/api', output: '/src/api' },
  { run: 'go build example.com/sub/cmd/job', program: 'sub/cmd/job', output: '/src/job' },
  { run: 'go build -o /api ./other', program: 'cmd/api', output: '/api' },
  { run: 'go build ./...', program: undefined, output: '/src' },
  { run: 'cd / && go build', program: undefined, output: '/' },
])('stageBuilds finds what "$run" builds', ({ run, program, output }) => {
  const text = `FROM golang\nENV OUT=/opt DIR=cmd/api\nWORKDIR /src\nCOPY . .\nRUN ${run}\n`
  const [build] = stageBuilds(viewStage(parseDockerfile(text), 0), facts, '')
  expect({ program: build?.program?.directory, output: build?.output, line: build?.line }).toEqual({
    program,
    output,
    line: 5,
  })
})
