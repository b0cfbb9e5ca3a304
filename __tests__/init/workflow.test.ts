import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { WORKFLOW_PATH, workflowText } from '../../src/init/workflow.ts'

it('WORKFLOW_PATH is where GitHub looks', () => {
  expect(WORKFLOW_PATH).toBe('.github/workflows/bantam.yml')
})

const SERVICE = { name: 'svc', inputs: {}, image: 'ghcr.io/o/n', budget: ['image: 3MB', 'image: +50kB'] }
const PLAN = { service: SERVICE, branches: ['main'], tags: [], notes: [] }

describe('workflowText', () => {
  it('has one step for one image, and the inputs in the order of the reference', () => {
    const inputs = { user: '1:1', env: 'A=1\nB=2', main: './cmd/x' }
    const text = workflowText({ ...PLAN, service: { ...SERVICE, inputs } })
    expect(text.split('\n').slice(0, 7)).toEqual([
      '# Written by bantam init 0.1.0. It is yours to change; the inputs are in docs/reference.md of Bantam.',
      'name: image',
      'on:',
      '  push:',
      '    branches: [main]',
      '  pull_request:',
      '',
    ])
    expect(text.slice(text.indexOf('    steps:'))).toBe(`    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/bantam@v0.1.0 # where Bantam's repository lives
        with:
          main: ./cmd/x
          env: |
            A=1
            B=2
          user: '1:1'
          image: ghcr.io/o/n
          budget: |
            image: 3MB
            image: +50kB
`)
  })

  it('has one step without inputs where bantam.yaml has them', () => {
    const text = workflowText({ ...PLAN, service: null, branches: ['main', 'dev'], tags: ['v*', '*'] })
    expect(parse(text)).toEqual({
      name: 'image',
      on: { push: { branches: ['main', 'dev'], tags: ['v*', '*'] }, pull_request: null },
      permissions: { contents: 'read', packages: 'write', 'pull-requests': 'write' },
      jobs: {
        image: {
          'runs-on': 'ubuntu-latest',
          steps: [{ uses: 'actions/checkout@v7' }, { uses: 'OWNER/bantam@v0.1.0' }],
        },
      },
    })
  })

  it('quotes what a comma would part', () => {
    const text = workflowText({ ...PLAN, branches: ['a,b', 'c'], tags: ['v1,v2'] })
    expect(text).toContain("    branches: ['a,b', c]\n    tags: ['v1,v2']\n")
  })

  it.each([
    { of: 'an input', plan: { service: { ...SERVICE, inputs: { user: '${{ x }}' } } } },
    { of: 'a line of an input', plan: { service: { ...SERVICE, inputs: { env: 'A=1\nB=\r- run: id' } } } },
    { of: 'a branch', plan: { branches: ['${{ x }}'] } },
    { of: 'a tag', plan: { tags: ['a\nb'] } },
    { of: 'a limit', plan: { service: { ...SERVICE, budget: ['${{ x }}'] } } },
    { of: 'an image', plan: { service: { ...SERVICE, image: 'ghcr.io/o/n\n          env: A=1' } } },
    {
      of: 'an image with an expression',
      plan: { service: { ...SERVICE, image: 'ghcr.io/${{ github.repository }}/${{ github.token }}' } },
    },
  ])('writes no expression and no line break that $of has, whoever forgot to look', ({ plan }) => {
    expect(() => workflowText({ ...PLAN, ...plan })).toThrow(/^this (?:is no name|would not be plain)/)
  })

  it('lists what was not carried over', () => {
    const text = workflowText({ ...PLAN, notes: [{ where: 'D:1', what: 'x', why: 'y' }] })
    expect(text).toContain('\n#\n# Not carried over:\n# - D:1: x: y\nname: image')
  })
})
