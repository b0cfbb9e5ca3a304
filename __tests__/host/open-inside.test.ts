import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NotInside, openInside } from '../../src/host/open-inside.ts'
import { temporaryDirectory } from '../support/cli.ts'

const root = realpathSync(temporaryDirectory('inside'))
const inside = path.join(root, 'in')
mkdirSync(path.join(inside, 'a'), { recursive: true })
writeFileSync(path.join(root, 'secret'), 'secret')
writeFileSync(path.join(inside, 'a/file'), 'text')

it('reads a file', async () => {
  await using handle = await openInside(['/nowhere', inside], path.join(inside, 'a/file'))
  expect(await handle.readFile('utf8')).toBe('text')
})

it('refuses a link, and a file below a link that took the place of a directory meanwhile', async () => {
  symlinkSync(path.join(root, 'secret'), path.join(inside, 'link'))
  await expect(openInside([inside], path.join(inside, 'link'))).rejects.toThrow('ELOOP')
  mkdirSync(path.join(root, 'elsewhere'))
  writeFileSync(path.join(root, 'elsewhere/file'), 'secret')
  renameSync(path.join(inside, 'a'), path.join(inside, 'b'))
  symlinkSync(path.join(root, 'elsewhere'), path.join(inside, 'a'))
  const refused: unknown = await openInside([inside], path.join(inside, 'a/file')).catch(error => error)
  expect(refused).toBeInstanceOf(NotInside)
  expect(String(refused)).toContain(path.join(root, 'elsewhere/file'))
})

it('refuses what is no regular file, and waits for none', async () => {
  execFileSync('mkfifo', [path.join(inside, 'pipe')])
  for (const file of [path.join(inside, 'pipe'), inside])
    await expect(openInside([inside], file)).rejects.toBeInstanceOf(NotInside)
})
