import { expect, it } from '@jest/globals'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findImages } from '../../../src/commands/steps/images-file.ts'
import type { Given } from '../../../src/declare/given.ts'
import { testHost } from '../../support/host.ts'
import { sentencesOf } from '../../support/sentences.ts'

const TEXT = 'images: {api: {main: ./cmd/api}}\n'

async function find(files: Readonly<Record<string, string>>, values: Given['values'] = {}) {
  const host = testHost()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(host.cwd, name)), { recursive: true })
    writeFileSync(path.join(host.cwd, name), text)
  }
  const found = await findImages(host, { surface: 'terminal', values, problems: [] })
  return { cwd: host.cwd, found, said: host.log.lines }
}

it('finds the file of the working directory', async () => {
  const { cwd, found } = await find({ 'bantam.yaml': TEXT })
  expect(found).toMatchObject({
    ok: true,
    value: {
      name: 'bantam.yaml',
      path: path.join(cwd, 'bantam.yaml'),
      directory: cwd,
      root: realpathSync(cwd),
      file: { images: [{ key: 'api' }] },
      faults: [],
    },
  })
})

it('belongs to the checkout around it', async () => {
  const { cwd, found } = await find(
    { '.git/HEAD': 'ref: x', 'deploy/b.yaml': TEXT },
    { config: 'deploy/b.yaml' },
  )
  expect(found).toMatchObject({ value: { name: 'deploy/b.yaml', root: realpathSync(cwd) } })
})

it.each<[string, Readonly<Record<string, string>>, Given['values'], readonly string[]]>([
  ['there is none', {}, {}, []],
  ['none is wanted', { 'bantam.yaml': 'x' }, { config: 'none' }, []],
  [
    'the inputs describe an image',
    { 'bantam.yaml': 'x' },
    { binary: 'x' },
    ['notice: bantam.yaml is not read, since --binary is given; write --config bantam.yaml to read it.'],
  ],
  [
    'it has another name',
    { '.bantam.yaml': 'x' },
    {},
    ['notice: .bantam.yaml is not read; name it bantam.yaml, or write --config .bantam.yaml.'],
  ],
])('reads none where %s', async (_, files, values, said) => {
  expect(await find(files, values)).toMatchObject({ found: { ok: true, value: null }, said })
})

it('refuses a link that leads nowhere, instead of building something else', async () => {
  const host = testHost()
  symlinkSync('gone.yaml', path.join(host.cwd, 'bantam.yaml'))
  const found = await findImages(host, { surface: 'terminal', values: {}, problems: [] })
  expect(found.ok ? [] : sentencesOf(found.problems)).toEqual([
    '--config "bantam.yaml" cannot be read: there is no such file.',
  ])
})
