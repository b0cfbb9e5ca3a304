import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { GoSpec } from '../../src/declare/spec.ts'
import { goRequest, readDirectives } from '../../src/toolchain/go-directive.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

const nothing: GoSpec = { version: null, versionFile: null, downloadUrl: null }

/** A tree of files; asks from `from` in it. */
function tree(
  files: Readonly<Record<string, string>>,
  from = '.',
  env: Readonly<Record<string, string>> = {},
) {
  const host = testHost({ env })
  for (const [name, content] of Object.entries({ [`${from}/.keep`]: '', ...files })) {
    mkdirSync(path.dirname(path.join(host.cwd, name)), { recursive: true })
    writeFileSync(path.join(host.cwd, name), content)
  }
  return { host, directory: path.join(host.cwd, from), root: host.cwd }
}

describe('goRequest, by what go itself would find', () => {
  it.each([
    {
      name: 'go.mod',
      files: { 'go.mod': 'module x\n\ngo 1.26.3\n' },
      minimum: '1.26.3',
      why: 'go.mod says 1.26.3 or newer',
    },
    {
      name: 'a language',
      files: { 'go.mod': 'module x\ngo 1.26\n' },
      minimum: '1.26.0-0',
      why: 'go.mod says 1.26 or newer',
    },
    {
      name: 'toolchain before go',
      files: { 'go.mod': 'module x\ngo 1.24.0\ntoolchain go1.26.8 // for now\n' },
      minimum: '1.26.8',
      why: 'go.mod says 1.26.8 or newer',
    },
    {
      name: 'toolchain default',
      files: { 'go.mod': 'go 1.24.0\ntoolchain default\n' },
      minimum: '1.24.0',
      why: 'go.mod says 1.24.0 or newer',
    },
    {
      name: 'Windows lines',
      files: { 'go.mod': 'module x\r\ngo 1.26.3\r\n' },
      minimum: '1.26.3',
      why: 'go.mod says 1.26.3 or newer',
    },
    {
      name: 'go.mod above',
      from: 'cmd/api',
      files: { 'go.mod': 'go 1.25.1\n' },
      minimum: '1.25.1',
      why: 'go.mod says 1.25.1 or newer',
    },
    {
      name: 'the nearest go.mod',
      from: 'sub/cmd',
      files: { 'go.mod': 'go 1.26.0\n', 'sub/go.mod': 'go 1.25.1\n' },
      minimum: '1.25.1',
      why: 'go.mod says 1.25.1 or newer',
    },
    {
      name: 'go.work before a nearer go.mod',
      from: 'sub',
      files: { 'go.work': 'go 1.26.4\nuse ./sub\n', 'sub/go.mod': 'go 1.25.1\n' },
      minimum: '1.26.4',
      why: 'go.work says 1.26.4 or newer',
    },
    {
      name: 'go.mod where GOWORK=off',
      from: 'sub',
      env: { GOWORK: 'off' },
      files: { 'go.work': 'go 1.26.4\n', 'sub/go.mod': 'go 1.25.1\n' },
      minimum: '1.25.1',
      why: 'go.mod says 1.25.1 or newer',
    },
    {
      name: 'no go line',
      files: { 'go.mod': 'module x\n// go 1.26\n' },
      minimum: null,
      why: 'go.mod names no version',
    },
    {
      name: 'a folder named go.mod',
      files: { 'go.mod/x': '' },
      minimum: null,
      why: 'no version is asked for',
    },
    { name: 'no files', files: {}, minimum: null, why: 'no version is asked for' },
  ])('reads $name', async ({ files, from, env, minimum, why }) => {
    const { host, directory } = tree(files, from, env)
    expect(await goRequest(host, nothing, directory)).toMatchObject({
      wanted: minimum === null ? { kind: 'any' } : { kind: 'minimum', version: minimum },
      why,
    })
  })

  it('takes the file that GOWORK names', async () => {
    const { root } = tree({ 'other.work': 'go 1.26.7\n' })
    const host = testHost({ env: { GOWORK: path.join(root, 'other.work') } })
    expect(await goRequest(host, nothing, root)).toMatchObject({
      wanted: { kind: 'minimum', version: '1.26.7' },
    })
  })
})

describe('goRequest, by a file that is named', () => {
  it.each([
    {
      file: '.go-version',
      content: '1.26.8\n',
      wanted: { kind: 'range', range: '1.26.8' },
      why: '.go-version says 1.26.8',
    },
    {
      file: '.go-version',
      content: '# ours\n\ngo1.26.8\n',
      wanted: { kind: 'range', range: '1.26.8' },
      why: '.go-version says go1.26.8',
    },
    {
      file: '.tool-versions',
      content: 'nodejs 24.1.0\ngolang 1.26.8 1.25.1 # old\n',
      wanted: { kind: 'range', range: '1.26.8' },
      why: '.tool-versions says 1.26.8',
    },
    {
      file: 'tools/go.mod',
      content: 'go 1.25.0\n',
      wanted: { kind: 'minimum', version: '1.25.0' },
      why: 'go.mod says 1.25.0 or newer',
    },
    {
      file: 'go.tool.mod',
      content: 'go 1.25.0\n',
      wanted: { kind: 'minimum', version: '1.25.0' },
      why: 'go.tool.mod says 1.25.0 or newer',
    },
  ])('reads $file', async ({ file, content, wanted, why }) => {
    const { host, root } = tree({ [file]: content, 'go.mod': 'go 1.22\n' })
    expect(await goRequest(host, { ...nothing, versionFile: path.join(root, file) }, root)).toMatchObject({
      wanted,
      why,
    })
  })

  it.each([
    {
      name: 'a file that is not there',
      file: 'gone',
      content: null,
      expected: { what: 'could not be read from', why: 'there is no such file', fix: 'name a go.mod' },
    },
    {
      name: 'an empty file',
      file: '.go-version',
      content: '\n',
      expected: { fields: { input: 'go-version-file' }, fix: 'write one such as 1.26.8' },
    },
    {
      name: 'no Go among the tools',
      file: '.tool-versions',
      content: 'nodejs 24\n',
      expected: { fields: { input: 'go-version-file' }, fix: 'write a line such as golang 1.26.8' },
    },
    {
      name: 'what is no version',
      file: '.tool-versions',
      content: 'golang ref:master\n',
      expected: { fields: { file: '.tool-versions', version: 'ref:master' } },
    },
  ])('refuses $name', async ({ file, content, expected }) => {
    const { host, root } = tree(content === null ? {} : { [file]: content })
    await expect(goRequest(host, { ...nothing, versionFile: path.join(root, file) }, root)).rejects.toEqual(
      aFailure('bad-input', expected),
    )
  })
})

describe('goRequest, by the input', () => {
  it('lets the input win over every file', async () => {
    const { host, root } = tree({ 'go.mod': 'go 1.26.0\n', '.go-version': '1.25.0' })
    const spec = { ...nothing, version: '1.24.3', versionFile: path.join(root, '.go-version') }
    expect(await goRequest(host, spec, root)).toEqual({
      wanted: { kind: 'range', range: '1.24.3' },
      why: 'go-version says 1.24.3',
      asked: { version: '1.24.3', from: 'go-version' },
    })
  })

  it('names a version that is none', async () => {
    await expect(goRequest(testHost(), { ...nothing, version: 'banana' }, '/')).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'go-version', value: 'banana' } }),
    )
  })
})

describe('readDirectives', () => {
  it('never throws, and finds only whole words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('go', ' ', '\n', '1.26', 'toolchain', '//', '"', '\t') }),
        text => {
          const { go, toolchain } = readDirectives(text)
          for (const value of [go, toolchain]) expect(value ?? 'none').toMatch(/^\S+$/)
        },
      ),
    )
  })
})
