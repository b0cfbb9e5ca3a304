import { describe, expect, it } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { plan } from '../../src/commands/plan.ts'
import type { Given } from '../../src/declare/given.ts'
import { readPlan } from '../../src/plan/read-plan.ts'
import { gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

function planning(values: Given['values'], files: Readonly<Record<string, string>> = {}) {
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  for (const [name, text] of Object.entries({ 'go.mod': 'module example.com/x\n', ...files }))
    writeFileSync(path.join(host.cwd, name), text)
  return plan(host, { surface: 'terminal', values: { plan: 'plan.json', ...values }, problems: [] })
}

const ALL = ['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mipsle', 'riscv64', 's390x', 'ppc64le']

describe('plan', () => {
  it('writes what it returns', async () => {
    const planned = await planning({ main: '.=x', platforms: 'linux/amd64,linux/arm64', budget: '3MB' })
    const { file, plan: made } = planned.written ?? { file: '', plan: null }
    expect(readPlan(readFileSync(file))).toEqual({ ok: true, value: made })
    expect(planned.matrix.include.map(({ id }) => id)).toEqual(['linux-amd64', 'linux-arm64'])
  })

  it('has the images of bantam.yaml, and the runners that are named', async () => {
    const file = 'images:\n  api: { main: ./a }\n  web: { main: ./b, platforms: linux/arm64 }\n'
    const { matrix } = await planning({ runners: 'linux/arm64=mine' }, { 'bantam.yaml': file })
    expect(matrix.include).toMatchObject([
      { image: 'api', platform: 'linux/amd64' },
      { image: 'web', platform: 'linux/arm64', runner: 'mine' },
    ])
  })

  it('refuses a runner for a platform that is not planned, and names it', async () => {
    const given = { main: '.=x', platforms: 'linux/amd64,linux/arm64' }
    await expect(planning({ ...given, runners: 'linux/s390x=big\nlinux/arm64=a' })).rejects.toMatchObject({
      code: 'bad-input',
      fields: { input: 'runners', value: 'linux/s390x' },
      message: expect.stringContaining(
        'runners "linux/s390x" is not a platform of the plan, which has linux/amd64, linux/arm64; leave it out, or add it to platforms',
      ),
    })
    await expect(planning({ ...given, runners: 'linux/s390x=a\nlinux/arm=b' })).rejects.toMatchObject({
      inputs: [{ value: 'linux/s390x' }, { value: 'linux/arm/v7' }],
    })
  })

  it('refuses more pieces than a matrix has jobs', async () => {
    const images = Array.from({ length: 26 }, (_, at) => `  i${at}: { main: ./m${at}=x }`).join('\n')
    const platforms = ALL.map(name => `linux/${name}`).join(', ')
    const file = `defaults: { platforms: [${platforms}] }\nimages:\n${images}\n`
    await expect(planning({}, { 'bantam.yaml': file })).rejects.toThrow(
      'The plan has 260 pieces: a matrix has 256',
    )
  })

  it('refuses wrong inputs of the image', async () => {
    await expect(planning({ budget: '3' })).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describeWith(['git'], 'plan with changed-since', () => {
  const FILE = 'images:\n  api: { main: ./a, platforms: linux/arm64 }\n  web: { main: ./b }\n'
  const program = (text: string) => `package main\n\nfunc main() { println("${text}") }\n`

  async function since(change: Readonly<Record<string, string>>, runners: Given['values'] = {}) {
    const { directory, commit } = gitRepository()
    const files = { 'a/main.go': program('a'), 'b/main.go': program('b'), 'bantam.yaml': FILE }
    const base = commit({ 'go.mod': 'module example.com/x\n\ngo 1.21\n', ...files })
    commit({ 'README.md': 'x', ...change })
    const made = testHost({ cwd: directory })
    const values = { plan: path.join(made.temporary, 'plan.json'), 'changed-since': base, ...runners }
    return plan(made, { surface: 'terminal', values, problems: [] })
  }

  it('has only the images that changed', async () => {
    const { matrix, written } = await since({ 'b/main.go': program('c') })
    expect(matrix.include).toMatchObject([{ image: 'web' }])
    expect(written?.plan.images).toMatchObject([{ key: 'web' }])
  })

  it('takes a runner for a platform of which no image changed', async () => {
    const { matrix } = await since({ 'b/main.go': program('c') }, { runners: 'linux/arm64=mine' })
    expect(matrix.include).toMatchObject([{ image: 'web', platform: 'linux/amd64' }])
  })

  it('has an empty matrix and writes nothing where none changed', async () => {
    expect(await since({})).toEqual({ matrix: { include: [] }, written: null })
  })
})
