import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { COMMENT_INPUTS } from '../../src/declare/command-inputs.ts'
import { GROUPS, INPUTS, inputsOf } from '../../src/declare/inputs.ts'
import { OUTPUTS } from '../../src/declare/outputs.ts'

const root = new URL('../../', import.meta.url)

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description: string; default?: string; required: boolean }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
  readonly runs: unknown
}

function actionFile(file: string): ActionFile {
  return parse(readFileSync(new URL(file, root), 'utf8')) as ActionFile
}

const action = actionFile('action.yml')

describe('the table of inputs', () => {
  it('names each once, in kebab case', () => {
    expect(new Set(INPUTS.map(({ name }) => name)).size).toBe(INPUTS.length)
    for (const { name } of INPUTS) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('says of each what it is, in whole sentences', () => {
    for (const { description } of INPUTS) expect(description).toMatch(/^[A-Z].*\.$/)
  })

  it('has a default among the choices', () => {
    for (const { choices, default: usual } of INPUTS) {
      expect(choices === undefined || choices.includes(usual)).toBe(true)
    }
  })

  it('keeps groups together, in their order', () => {
    const order = INPUTS.map(({ group }) => GROUPS.indexOf(group))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
})

describe('action.yml', () => {
  it('has the inputs of the table, in its order', () => {
    expect(Object.keys(action.inputs)).toEqual(inputsOf('action').map(({ name }) => name))
    for (const { name, description, default: usual } of inputsOf('action')) {
      const declared = action.inputs[name]
      expect([name, declared?.description, declared?.default ?? '']).toEqual([name, description, usual])
    }
  })

  it('has the outputs of the table, in its order', () => {
    const declared = Object.entries(action.outputs).map(([name, { description }]) => ({ name, description }))
    expect(declared).toEqual(OUTPUTS)
  })

  it('runs on Node 24, and saves its cache after success alone', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/main.js',
      post: 'dist/post.js',
      'post-if': 'success()',
    })
  })
})

describe('comment/action.yml', () => {
  const { inputs, outputs, runs } = actionFile('comment/action.yml')

  it('has the inputs of its table, in its order', () => {
    const declared = Object.entries(inputs).map(([name, input]) => ({ default: '', ...input, name }))
    expect(declared).toEqual(
      COMMENT_INPUTS.map(({ name, description, default: usual, required = false }) => {
        return { name, description, default: usual, required }
      }),
    )
    for (const { description } of COMMENT_INPUTS) expect(description).toMatch(/^[A-Z].*\.$/)
  })

  it('runs an entry point of its own, beside those of the main action', () => {
    expect(outputs).toBeUndefined()
    expect(runs).toEqual({ using: 'node24', main: '../dist/comment.js' })
    expect(existsSync(new URL('src/comment.ts', root))).toBe(true)
  })
})

it('action.yml, comment/action.yml and docs/reference.md are what scripts/reference.ts writes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/reference.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  expect([status, stderr]).toEqual([0, ''])
})
