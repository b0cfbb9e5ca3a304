import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { declareImage } from '../../src/declare/image-spec.ts'
import { planInit } from '../../src/init/init.ts'
import { workflowText } from '../../src/init/workflow.ts'
import { surroundings } from '../declare/surroundings.ts'
import { runToEnd, temporaryDirectory } from '../support/cli.ts'
import { factsOf, type Shape, SHAPES, writeShape } from '../support/shapes.ts'
import { describeWith } from '../support/tools.ts'

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures', 'init')

function planOf(shape: Shape) {
  return planInit(factsOf(shape))
}

function textOf(shape: Shape): string {
  const plan = planOf(shape)
  const services = plan.services.map(service => ({ ...service, budget: ['image: +50kB'] }))
  return workflowText({ ...plan, services })
}

interface Workflow {
  readonly jobs: { readonly image: { readonly steps: readonly { readonly with?: Record<string, string> }[] } }
}

/** The `with:` of each step, as YAML reads it. */
function inputsOf(text: string): readonly Record<string, string>[] {
  return (parse(text) as Workflow).jobs.image.steps.flatMap(step =>
    step.with === undefined ? [] : [step.with],
  )
}

const NAMES = Object.keys(SHAPES) as (keyof typeof SHAPES)[]

describe('planInit', () => {
  it.each(NAMES)('writes what %s needs, in full', name => {
    expect(textOf(SHAPES[name])).toBe(readFileSync(path.join(FIXTURES, `${name}.yml`), 'utf8'))
  })

  it.each(NAMES)('writes inputs for %s that Bantam takes', name => {
    const steps = inputsOf(textOf(SHAPES[name]))
    expect(steps.length).toBeGreaterThan(0)
    for (const { image, ...values } of steps) {
      expect(image).toMatch(/^ghcr\.io\//)
      const declared = declareImage({ surface: 'action', values, problems: [] }, surroundings())
      expect(declared.ok ? [] : declared.problems).toEqual([])
    }
  })
})

describeWith(['actionlint'], 'the workflows that init writes', () => {
  it('are sound to actionlint', async () => {
    const directory = temporaryDirectory('init-actionlint')
    const files = Object.fromEntries(
      NAMES.map(name => [`.github/workflows/${name}.yml`, textOf(SHAPES[name])]),
    )
    const hostile = { '.github/workflows/hostile.yml': textOf(HOSTILE) }
    writeShape(directory, { ...files, ...hostile })
    const names = Object.keys({ ...files, ...hostile })
    const ended = await runToEnd('actionlint', ['-no-color', ...names], { cwd: directory })
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })
})

/** Says everything that could get out of a value into the workflow, the log or the runner. */
const HOSTILE: Shape = {
  'go.mod': 'module example.com/svc\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  'a\nb: c/data': '',
  '${{ github.token }}/data': '',
  '- x': '',
  '# x': '',
  Dockerfile: [
    'FROM golang AS build',
    'COPY . /src',
    'WORKDIR /src',
    'RUN go build -ldflags "-X main.a=${{ secrets.X }} -X main.b=\'{{.Env.TOKEN}}\' -X main.c=\\`id\\`" -o /svc .',
    'RUN touch /tmp/bantam-was-here',
    'FROM scratch',
    'COPY --from=build /svc /svc',
    'COPY ["a\\nb: c", "/x"]',
    'COPY ["${{ github.token }}", "/y"]',
    'COPY ["- x", "# x", "/z/"]',
    'ENV A="${{ github.token }}" B="::error::pwned" C="a: b # c" D="\'\\"" E="*x" F="&y" G="!!int 1"',
    'LABEL ::error::pwned=1 a="{{.Env.TOKEN}}" "##[error]x"=1 b="x\\u2028::error::y" c="|"',
    'USER ${{ github.token }}',
    'EXPOSE 80 ${{x}} 99999999 ::error::',
    'VOLUME ["/data", "/a\\n- run: id", "- /b"]',
    'STOPSIGNAL "; id"',
    'WORKDIR /a: b',
    'HEALTHCHECK CMD ::error::pwned',
    'ENTRYPOINT ["/svc", "- x", "${{ github.token }}"]',
    'CMD ["-", "x"]',
    'RUN ##[error]pwned \u202e \u001b[31m',
  ].join('\n'),
}

describe('a hostile Dockerfile', () => {
  const text = textOf(HOSTILE)

  it('has no expression, no command and no line of its own in the workflow', () => {
    const values = text.split('\n').filter(line => !line.startsWith('#'))
    expect(values.filter(line => line.includes('${{'))).toEqual([
      '          image: ghcr.io/${{ github.repository }}',
    ])
    expect(text).not.toMatch(/^\s*::/m)
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/)
  })

  it('gives the inputs that it could mean, each as it was written', () => {
    expect(inputsOf(text)).toEqual([
      {
        env: 'B=::error::pwned\nC=a: b # c\nD=\'"\nE=*x\nF=&y\nG=!!int 1\n',
        expose: '80',
        volumes: '/data',
        labels: 'b=x\\u2028::error::y\nc=|\n',
        image: 'ghcr.io/${{ github.repository }}',
        budget: 'image: +50kB',
      },
    ])
  })
})
