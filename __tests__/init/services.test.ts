import { describe, expect, it } from '@jest/globals'
import { type Draft, NO_SETTINGS } from '../../src/init/draft.ts'
import { plannedServices } from '../../src/init/services.ts'
import { factsOf, type Shape } from '../support/shapes.ts'

const ONE: Shape = { 'go.mod': 'module example.com/svc\n', 'main.go': 'package main\n' }
const TWO: Shape = {
  'go.mod': 'module example.com/svc\n',
  'cmd/api/m.go': 'package main\n',
  'cmd/job/m.go': 'package main\n',
}
const MODULES: Shape = {
  'a/go.mod': 'module example.com/a\n',
  'a/main.go': 'package main\n',
  'b/go.mod': 'module example.com/b\n',
  'b/cmd/a/main.go': 'package main\n',
}

function plan(
  shape: Shape,
  places: readonly (string | null)[] = [null],
  more: Partial<Draft> = {},
  apart = false,
  others: readonly string[] = ['linux/amd64'],
) {
  const facts = factsOf(shape)
  const placed = facts.programs.flatMap((program, at) => {
    const place = places[at]
    return place === undefined ? [] : [{ program, place }]
  })
  const draft = (programs: readonly (typeof placed)[number][]): readonly Draft[] => {
    const [first, ...others] = programs
    return first === undefined
      ? []
      : [
          {
            from: 'D',
            programs: [first, ...others],
            settings: NO_SETTINGS,
            inputs: {},
            platforms: [],
            compiledFor: [],
            notes: [],
            ...more,
          },
        ]
  }
  const drafts = apart ? placed.flatMap(one => draft([one])) : draft(placed)
  return plannedServices(drafts, others, facts)
}

describe('plannedServices', () => {
  it.each([
    { of: 'the only program', shape: ONE, places: [null], inputs: {} },
    { of: 'the same at its usual place', shape: ONE, places: ['/svc'], inputs: {} },
    { of: 'another name', shape: ONE, places: ['/server'], inputs: { main: '.=server' } },
    { of: 'another place', shape: ONE, places: ['/usr/bin/svc'], inputs: { main: '.=/usr/bin/svc' } },
    { of: 'a place that cannot be', shape: ONE, places: ['/tmp/svc'], inputs: {} },
    { of: 'one of two programs', shape: TWO, places: [null], inputs: { main: './cmd/api' } },
    {
      of: 'two programs',
      shape: TWO,
      places: ['/api', '/bin/job'],
      inputs: { main: './cmd/api\n./cmd/job=/bin/job' },
    },
    { of: 'a module in a directory', shape: MODULES, places: [null], inputs: { 'working-directory': 'a' } },
    {
      of: 'a workspace',
      shape: { ...MODULES, 'go.work': 'use ./a\nuse ./b\n' },
      places: [null],
      inputs: { main: './a' },
    },
  ])('writes $of', ({ shape, places, inputs }) => {
    expect(plan(shape, places)).toMatchObject([{ inputs, notes: [] }])
  })

  it('writes settings, and files as they are found from the working directory', () => {
    const settings = {
      ldflags: new Map([
        ['a', '-X main.a=1'],
        ['b', '-X main.b=2'],
      ]),
      tags: ['x', 'y'],
      flags: ['-mod=vendor'],
      env: ['GOEXPERIMENT=x'],
      cgo: true,
    }
    const [service] = plan(MODULES, [null], {
      settings,
      inputs: { files: 'a/web:/web:0644\nshared:/s', env: 'A=1' },
      platforms: ['linux/arm64', 'linux/aarch', 'linux/arm64', 'windows/amd64', 'linux/arm'],
    })
    expect(service?.inputs).toEqual({
      'working-directory': 'a',
      platforms: 'linux/arm64,linux/arm/v7',
      ldflags: '-X main.a=1\n-X main.b=2',
      'build-tags': 'x\ny',
      'build-flags': '-mod=vendor',
      'build-env': 'GOEXPERIMENT=x',
      cgo: 'static',
      env: 'A=1',
      files: 'web:/web:0644\n../shared:/s',
    })
    expect(service?.notes.map(({ what }) => what)).toEqual(['linux/aarch', 'windows/amd64'])
  })

  it.each([
    {
      platforms: ['linux/arm'],
      others: ['linux/386'],
      compiledFor: ['linux/arm64'],
      written: 'linux/arm/v7',
    },
    { platforms: [], others: ['linux/386'], compiledFor: ['linux/arm64'], written: 'linux/386' },
    { platforms: [], others: [], compiledFor: ['linux/arm64'], written: 'linux/arm64' },
    { platforms: [], others: [], compiledFor: [], written: undefined },
  ])(
    'takes platforms from what is nearest to the image: $written',
    ({ platforms, others, compiledFor, written }) => {
      expect(plan(ONE, [null], { platforms, compiledFor }, false, others)[0]?.inputs?.platforms).toBe(written)
    },
  )

  it('leaves out programs of other modules, and lines that cannot stand in a workflow', () => {
    const [service] = plan(MODULES, [null, null], { inputs: { env: 'A=1\nB=${{ x }}', labels: 'a={{.X}}' } })
    expect(service?.inputs).toEqual({ 'working-directory': 'a', env: 'A=1' })
    expect(service?.notes.map(({ what }) => what)).toEqual(['./b/cmd/a', 'env B=${{ x }}', 'labels a={{.X}}'])
    const many = Array.from({ length: 200 }, (_, at) => `A${at}=1`).join('\n')
    const [long] = plan(ONE, [null], { inputs: { env: many } })
    expect(long?.inputs?.env?.split('\n')).toHaveLength(100)
    expect(long?.notes).toMatchObject([{ what: 'env' }])
  })

  it('leaves out the health check and the capabilities of a program that it leaves out', () => {
    const inputs = {
      healthcheck: 'CMD ["/bin/check"]',
      capabilities: 'cap_chown=+ep /bin/check',
      user: '1:1',
    }
    const [service] = plan(MODULES, [null, '/bin/check'], { inputs })
    expect(service?.inputs).toEqual({ 'working-directory': 'a', user: '1:1' })
    expect(service?.notes.map(({ what }) => what)).toEqual([
      './b/cmd/a',
      'healthcheck CMD ["/bin/check"]',
      'capabilities cap_chown=+ep /bin/check',
    ])
  })

  it.each([
    { of: 'its directory', module: 'a${{ x }}' },
    { of: 'its directory, which has line breaks', module: 'a\nb' },
  ])(
    'has no inputs where $of cannot be written, since the rest would build another program',
    ({ module }) => {
      const [service] = plan({ [`${module}/go.mod`]: 'module x\n', [`${module}/main.go`]: 'package main\n' })
      expect(service?.inputs).toBeNull()
      expect(service?.notes).toMatchObject([{ what: `working-directory ${module}` }])
    },
  )

  it('reads one value as one line', () => {
    const [service] = plan(ONE, [null], { inputs: { workdir: '/a\n/b', user: '1:1' } })
    expect(service?.inputs).toEqual({ user: '1:1' })
    expect(service?.notes.map(({ what }) => what)).toEqual(['workdir /a\n/b'])
  })

  it('leaves a place out that cannot be written, and not the program', () => {
    expect(plan(TWO, ['/${{ x }}'])[0]?.inputs).toEqual({ main: './cmd/api' })
  })

  it.each(['e${{ github.token }}', 'e\n      - run: id', 'E F', '..', '-x', 'x'.repeat(200)])(
    'takes no part of a name from a directory called %j',
    directory => {
      const shape = {
        'one/go.mod': 'module example.com/one\n',
        'one/cmd/api/main.go': 'package main\n',
        [`two/${directory}/go.mod`]: 'module example.com/two\n',
        [`two/${directory}/cmd/api/main.go`]: 'package main\n',
      }
      const services = plan(shape, [null, null], {}, true)
      expect(services.map(({ name }) => name)).toEqual(['api', 'api-2'])
    },
  )

  it('writes names as a registry takes them', () => {
    const shape = {
      'one/go.mod': 'module example.com/one\n',
      'one/cmd/api/main.go': 'package main\n',
      'zwei/Two/go.mod': 'module example.com/two\n',
      'zwei/Two/cmd/api/main.go': 'package main\n',
    }
    expect(plan(shape, [null, null], {}, true).map(({ name }) => name)).toEqual(['api', 'two-api'])
    expect(plan(shape, ['/Api_', '/a..b'], {}, true).map(({ name }) => name)).toEqual(['api', 'two-api'])
  })

  it('names each service once', () => {
    const shape = {
      ...MODULES,
      'c/go.mod': 'module example.com/c/a\n',
      'c/main.go': 'package main\n',
      'd/go.mod': 'module example.com/d/main\n',
      'd/main.go': 'package main\n',
      'e/go.mod': 'module example.com/e/main\n',
      'e/main.go': 'package main\n',
    }
    const services = plan(shape, [null, null, null, '/bin/Server', '/@'], {}, true)
    expect(services.map(({ name }) => name)).toEqual(['a', 'b-a', 'c-a', 'server', 'service'])
  })
})
