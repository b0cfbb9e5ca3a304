import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
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

describe('planInit of less usual projects', () => {
  const program = { 'go.mod': 'module example.com/svc\n', 'main.go': 'package main\n' }
  const notesOf = (shape: Shape) => planOf(shape).notes.map(({ where, what }) => `${where} ${what}`)

  it('has nothing for a project without a program', () => {
    expect(planOf({ 'go.mod': 'module x\n', 'x.go': 'package x\n' }).services).toEqual([])
    expect(planOf({}).services).toEqual([])
  })

  it('names files that it cannot read, and builds that are of no program here', () => {
    expect(notesOf({ ...program, '.goreleaser.yaml': 'builds: [' })).toEqual(['.goreleaser.yaml this file'])
    expect(notesOf({ ...program, '.ko.yaml': '\t' })).toEqual(['.ko.yaml this file'])
    expect(notesOf({ ...program, '.goreleaser.yaml': 'builds: [{main: ./x}]' })).toEqual([
      '.goreleaser.yaml its builds',
    ])
  })

  it('names each fact once, whatever says it', () => {
    const workflow = 'on: workflow_run\njobs: {a: {steps: [{run: docker push}]}}\n'
    const shape = { ...program, '.github/workflows/a.yml': workflow, '.github/workflows/b.yml': workflow }
    expect(notesOf(shape)).toEqual([
      '.github/workflows/a.yml on: workflow_run',
      '.github/workflows/b.yml on: workflow_run',
    ])
  })

  it('has no more steps than a job can take', () => {
    const names = Array.from({ length: 40 }, (_, at) => `cmd/s${at}`)
    const mains = Object.fromEntries(names.map(name => [`${name}/main.go`, 'package main\n']))
    const plan = planOf({ 'go.mod': 'module example.com/many\n', ...mains })
    expect(plan.services).toHaveLength(30)
    expect(plan.notes.filter(({ why }) => why.includes('first 30 images'))).toHaveLength(10)
    expect(plan.services[0]).toMatchObject({ name: 's0', image: 'ghcr.io/${{ github.repository }}/s0' })
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

/** Pieces of hostile and of honest files. */
const piece = fc.constantFrom(
  ...'FROM golang AS b|FROM scratch|FROM b AS c|COPY . .|COPY --from=b /svc /bin/svc|COPY svc /svc|RUN go build -o /svc .'.split(
    '|',
  ),
  ...'ENV A=1|ENV A=${{ x }} B="\u2028"|ENV ::x::=1|EXPOSE 80 x|USER app|USER 1:1|WORKDIR /w|WORKDIR ${{ x }}|VOLUME ["/a\\nb"]'.split(
    '|',
  ),
  ...'LABEL a="{{.X}}" #=1|ENTRYPOINT ["/svc", "${{ x }}", "- "]|CMD ["#", "[", "a\\nb"]|CMD x|HEALTHCHECK CMD ##[error]'.split(
    '|',
  ),
  ...'HEALTHCHECK --retries=${{ x }} CMD /svc|HEALTHCHECK CMD ["/svc", "${{ x }}", "\u2028\\n"]|RUN setcap cap_chown=+ep /svc|RUN setcap ${{x}}=+ep /svc|COPY .github/* /a/'.split(
    '|',
  ),
  ...'builds: [{main: ., ldflags: "-X main.v=${{ x }} -X main.w={{.Tag}}", tags: "${{ x }}"}]|kos: [{platforms: ["${{ x }}"]}]'.split(
    '|',
  ),
  ...'on: {push: {branches: ["${{ x }}", "a: b"], tags: [\'"\', v*]}}|jobs: {a: {steps: [{run: docker push, with: {tags: "ghcr.io/${{ x }}"}}]}}'.split(
    '|',
  ),
  ...'V = $(shell id)|LDFLAGS = -X main.a=$(V) -X "main.b=a b" -X main.c=`id`|\tgo build -ldflags "$(LDFLAGS)" -tags "a $(V)" .'.split(
    '|',
  ),
)
const file = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

describe('planInit of any files', () => {
  it('never fails, and writes nothing that GitHub, YAML or Bantam takes for something else', () => {
    const names = [
      'Dockerfile',
      'a/Dockerfile',
      'Makefile',
      'scripts/b.sh',
      '.goreleaser.yml',
      '.ko.yaml',
      '.github/workflows/a.yml',
    ]
    const shapes = fc.record(Object.fromEntries(names.map(name => [name, file])), { requiredKeys: [] })
    fc.assert(
      fc.property(shapes, files => {
        const text = textOf({
          'go.mod': 'module example.com/svc\n',
          'main.go': 'package main\n',
          svc: '',
          ...files,
        })
        const values = text.split('\n').filter(line => !line.startsWith('#'))
        const foreign = values.filter(
          line =>
            line.includes('${{') && !/^ {10}image: ghcr\.io\/\$\{\{ github\.repository \}\}$/.test(line),
        )
        expect(foreign).toEqual([])
        expect(text).not.toMatch(/^\s*::/m)
        const steps = inputsOf(text)
        expect(steps).toHaveLength(1)
        for (const { image: _, ...given } of steps) {
          const declared = declareImage({ surface: 'action', values: given, problems: [] }, surroundings())
          expect(declared.ok ? [] : declared.problems).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
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

/** Pieces of names of directories. */
const NAME = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      '-',
      '.',
      '_',
      ' ',
      ',',
      '=',
      '#',
      ':',
      '${{ github.token }}',
      '\n',
      '\r',
      '::error::',
      "'",
      '"',
      '[',
      '\u2028',
      '\u202e',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join(''))

describe('directories of any names', () => {
  it('have no expression, no line and no other program in the workflow', () => {
    const mains = fc.uniqueArray(fc.tuple(NAME, fc.constantFrom('cmd/api', 'cmd/job', '')), {
      minLength: 1,
      maxLength: 6,
      selector: ([module]) => module,
    })
    fc.assert(
      fc.property(mains, modules => {
        const shape = Object.fromEntries(
          modules.flatMap(([module, program]) => [
            [`m/${module}/go.mod`, 'module example.com/m\n'],
            [`m/${module}/${program === '' ? '' : `${program}/`}main.go`, 'package main\n'],
          ]),
        )
        const plan = planOf(shape)
        const text = textOf(shape)
        const lines = text.split('\n').filter(line => line.includes('${{') && !line.startsWith('#'))
        for (const line of lines)
          expect(line).toMatch(
            /^ {8}if: \$\{\{ !cancelled\(\) \}\}$|^ {10}image: ghcr\.io\/\$\{\{ github\.repository \}\}(?:\/[a-z0-9._-]+)?$/,
          )
        const steps = inputsOf(text)
        expect(steps).toHaveLength(plan.services.length)
        const directories = modules.map(([module]) => `m/${module}`)
        for (const step of steps) expect(directories).toContain(step['working-directory'])
        expect(new Set(steps.map(({ image }) => image)).size).toBe(steps.length)
      }),
    )
  })

  it('are named where they are left out', () => {
    const shape = {
      'a/one/go.mod': 'module example.com/one\n',
      'a/one/cmd/api/main.go': 'package main\n',
      'b/e${{ github.token }}/go.mod': 'module example.com/two\n',
      'b/e${{ github.token }}/cmd/api/main.go': 'package main\n',
    }
    const { services, notes } = planOf(shape)
    expect(services).toEqual([
      { name: 'api', inputs: { 'working-directory': 'a/one' }, image: 'ghcr.io/${{ github.repository }}' },
    ])
    expect(notes).toMatchObject([{ where: './b/e${{ github.token }}/cmd/api', what: 'a main package' }])
  })
})

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
