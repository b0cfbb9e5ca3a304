import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { declareImage } from '../../src/declare/image-spec.ts'
import { planInit } from '../../src/init/init.ts'
import { filesText, writtenFiles } from '../../src/init/written-files.ts'
import { surroundings } from '../declare/surroundings.ts'
import { runToEnd, temporaryDirectory } from '../support/cli.ts'
import { ANY_FILE, HOSTILE } from '../support/hostile-files.ts'
import { readImages } from '../support/images-file.ts'
import { factsOf, type Shape, SHAPES, writeShape, writtenFor } from '../support/shapes.ts'
import { describeWith } from '../support/tools.ts'

function planOf(shape: Shape) {
  return planInit(factsOf(shape))
}

function filesOf(shape: Shape) {
  const plan = planOf(shape)
  const services = plan.services.map(service => ({ ...service, budget: ['image: +50kB'] }))
  return writtenFiles({ ...plan, services })
}

function textOf(shape: Shape): string {
  return filesText(filesOf(shape))
}

/** The values of each image, whether a step or bantam.yaml has them. */
function valuesOf(shape: Shape): readonly Readonly<Partial<Record<string, string>>>[] {
  const [first, second] = filesOf(shape)
  if (first === undefined) return []
  return second === undefined ? inputsOf(first.text) : readImages(first.text).map(({ values }) => values)
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
    expect(textOf(SHAPES[name])).toBe(writtenFor(name))
  })

  it.each(NAMES)('writes inputs for %s that Bantam takes', name => {
    const images = valuesOf(SHAPES[name])
    expect(images.length).toBeGreaterThan(0)
    for (const { image, ...values } of images) {
      // Without a remote, bantam.yaml names no image.
      expect(image ?? 'ghcr.io/').toMatch(/^ghcr\.io\//)
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
    expect(plan.services[0]).toMatchObject({ name: 's0', image: null })
  })
})

describeWith(['actionlint'], 'the workflows that init writes', () => {
  it('are sound to actionlint', async () => {
    const directory = temporaryDirectory('init-actionlint')
    const files = Object.fromEntries(
      NAMES.map(name => [`.github/workflows/${name}.yml`, filesOf(SHAPES[name]).at(-1)?.text ?? '']),
    )
    const hostile = { '.github/workflows/hostile.yml': textOf(HOSTILE) }
    writeShape(directory, { ...files, ...hostile })
    const names = Object.keys({ ...files, ...hostile })
    const ended = await runToEnd('actionlint', ['-no-color', ...names], { cwd: directory })
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })
})

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
    const shapes = fc.record(Object.fromEntries(names.map(name => [name, ANY_FILE])), { requiredKeys: [] })
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

const IMAGE_LINE = '          image: ghcr.io/${{ github.repository }}'

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
        const files = filesOf(shape)
        for (const { path: file, text } of files) {
          const lines = text.split('\n').filter(line => line.includes('${{') && !line.startsWith('#'))
          expect({ file, lines }).toEqual({ file, lines: plan.services.length === 1 ? [IMAGE_LINE] : [] })
        }
        const images = plan.services.length === 0 ? [] : valuesOf(shape)
        expect(images).toHaveLength(plan.services.length)
        const directories = modules.map(([module]) => `m/${module}`)
        for (const image of images) expect(directories).toContain(image['working-directory'])
        expect(new Set(plan.services.map(({ name }) => name)).size).toBe(images.length)
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
