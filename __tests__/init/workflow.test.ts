import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { noteText, WORKFLOW_PATH, workflowText } from '../../src/init/workflow.ts'

it('WORKFLOW_PATH is where GitHub looks', () => {
  expect(WORKFLOW_PATH).toBe('.github/workflows/bantam.yml')
})

const SERVICE = { name: 'svc', inputs: {}, image: 'ghcr.io/o/n', budget: ['image: 3MB', 'image: +50kB'] }
const PLAN = { services: [SERVICE], branches: ['main'], tags: [], notes: [] }

describe('workflowText', () => {
  it('has one step for one image, and the inputs in the order of the reference', () => {
    const inputs = { user: '1:1', env: 'A=1\nB=2', main: './cmd/x' }
    const text = workflowText({ ...PLAN, services: [{ ...SERVICE, inputs }] })
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

  it('quotes what a comma would part', () => {
    const text = workflowText({ ...PLAN, branches: ['a,b', 'c'], tags: ['v1,v2'] })
    expect(text).toContain("    branches: ['a,b', c]\n    tags: ['v1,v2']\n")
  })

  it.each([
    { of: 'an input', plan: { services: [{ ...SERVICE, inputs: { user: '${{ x }}' } }] } },
    { of: 'a line of an input', plan: { services: [{ ...SERVICE, inputs: { env: 'A=1\nB=\r- run: id' } }] } },
    { of: 'a branch', plan: { branches: ['${{ x }}'] } },
    { of: 'a tag', plan: { tags: ['a\nb'] } },
    { of: 'a name', plan: { services: [SERVICE, { ...SERVICE, name: 'e${{ github.token }}' }] } },
    { of: 'a limit', plan: { services: [{ ...SERVICE, budget: ['${{ x }}'] }] } },
    { of: 'an image', plan: { services: [{ ...SERVICE, image: 'ghcr.io/o/n\n          env: A=1' }] } },
    {
      of: 'an image with an expression',
      plan: { services: [{ ...SERVICE, image: 'ghcr.io/${{ github.repository }}/${{ github.token }}' }] },
    },
  ])('writes no expression and no line break that $of has, whoever forgot to look', ({ plan }) => {
    expect(() => workflowText({ ...PLAN, ...plan })).toThrow(/^this (?:is no name|would not be plain)/)
  })

  it('has a step for each of several images, and none hides the result of another', () => {
    const text = workflowText({
      ...PLAN,
      services: [SERVICE, { ...SERVICE, name: 'on' }],
      branches: ['main', 'dev'],
      tags: ['v*', '*'],
    })
    expect(parse(text)).toMatchObject({
      on: { push: { branches: ['main', 'dev'], tags: ['v*', '*'] }, pull_request: null },
      permissions: { contents: 'read', packages: 'write', 'pull-requests': 'write' },
      jobs: { image: { steps: [{}, { name: 'svc' }, { name: 'on', if: '${{ !cancelled() }}' }] } },
    })
  })

  it('lists what was not carried over, up to a limit', () => {
    const notes = Array.from({ length: 60 }, (_, at) => ({ where: `D:${at}`, what: 'x', why: 'y' }))
    const lines = workflowText({ ...PLAN, notes }).split('\n')
    expect(lines.filter(line => line.startsWith('# - D:'))).toHaveLength(50)
    expect(lines).toContain('# - and 10 more, which bantam init prints')
    const few = workflowText({ ...PLAN, notes: notes.slice(0, 50) })
    expect(few).toContain('# - D:49: x: y\nname: image')
  })
})

it('noteText is one line without anything that could end it', () => {
  expect(noteText({ where: 'D:1', what: ' a\nb ', why: 'c' })).toBe('D:1: a b: c')
  expect(noteText({ where: '', what: 'a', why: 'b\u2028c' })).toBe('a: b c')
  expect(noteText({ where: 'x'.repeat(999), what: 'y'.repeat(999), why: 'z' }).length).toBeLessThan(450)
  expect(noteText({ where: 'x', what: 'y', why: 'z'.repeat(100_000) }).length).toBeLessThan(1100)
})
