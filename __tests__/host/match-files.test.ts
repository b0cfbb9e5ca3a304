import { describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parsePattern } from '../../src/declare/glob.ts'
import type { FileSpec } from '../../src/declare/spec.ts'
import { matchFiles } from '../../src/host/match-files.ts'

/** A workspace with these files; a name that ends in a slash is an empty directory. */
function workspace(...names: readonly string[]): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'bantam-match-')))
  for (const name of names) {
    const file = path.join(root, name)
    mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(file, name)
  }
  return root
}

function lineOf(root: string, source: string, destination = '/srv/'): FileSpec {
  const pattern = parsePattern(source)
  if (!pattern.ok || pattern.value === null) throw new Error(`${source} is no pattern`)
  const { start, names } = pattern.value
  return { source: path.join(root, start), pattern: names, destination, mode: 0o444, uid: 1, gid: 2 }
}

/** `source → destination`, with sources from the workspace on. */
async function found(root: string, source: string, roots = [root]): Promise<readonly string[]> {
  const files = await matchFiles(lineOf(root, source), roots)
  return files.map(file => `${path.relative(root, file.source)} → ${file.destination}`)
}

const TREE = [
  'web/index.html',
  'web/b.html',
  'web/style.css',
  'web/.hidden.html',
  'web/docs/a.html',
  'web/docs/deep/index.html',
  'web/img/x.png',
  'web/.git/config.html',
]

describe('matchFiles', () => {
  it.each([
    ['web/*.html', ['web/b.html → /srv/b.html', 'web/index.html → /srv/index.html']],
    ['web/?.html', ['web/b.html → /srv/b.html']],
    ['web/*/a.html', ['web/docs/a.html → /srv/docs/a.html']],
    ['web/*/index.html', []],
    [
      'web/**/*.html',
      [
        'web/b.html → /srv/b.html',
        'web/docs/a.html → /srv/docs/a.html',
        'web/docs/deep/index.html → /srv/docs/deep/index.html',
        'web/index.html → /srv/index.html',
      ],
    ],
    [
      'web/**/index.html',
      ['web/docs/deep/index.html → /srv/docs/deep/index.html', 'web/index.html → /srv/index.html'],
    ],
    ['web/docs/**', ['web/docs/a.html → /srv/a.html', 'web/docs/deep/index.html → /srv/deep/index.html']],
    ['w*/docs', ['web/docs → /srv/web/docs']],
    ['web/d*', ['web/docs → /srv/docs']],
    ['**/d*', ['web/docs → /srv/web/docs']],
    ['web/.*.html', ['web/.hidden.html → /srv/.hidden.html']],
    ['**/*.png', ['web/img/x.png → /srv/web/img/x.png']],
  ])('%s', async (source, files) => {
    const root = workspace(...TREE)
    if (files.length === 0) await expect(found(root, source)).rejects.toThrow('it matches no file')
    else expect(await found(root, source)).toEqual(files)
  })

  it('gives each file the mode and owner of its line', async () => {
    const root = workspace('a/x')
    expect(await matchFiles(lineOf(root, 'a/*', '/'), [root])).toEqual([
      { source: `${root}/a/x`, destination: '/x', mode: 0o444, uid: 1, gid: 2 },
    ])
  })

  it('leaves a line without a pattern as it is', async () => {
    const file = { source: '/nowhere', destination: '/x', mode: null, uid: 0, gid: 0 }
    expect(await matchFiles(file, [])).toEqual([file])
  })

  it('goes through no link', async () => {
    const root = workspace('web/a/x.html')
    const outside = workspace('x.html')
    symlinkSync(outside, path.join(root, 'web', 'b'))
    symlinkSync('a', path.join(root, 'web', 'c'))
    symlinkSync('..', path.join(root, 'web', 'a', 'up'))
    expect(await found(root, 'web/*/x.html')).toEqual(['web/a/x.html → /srv/a/x.html'])
    expect(await found(root, 'web/**/*.html')).toEqual(['web/a/x.html → /srv/a/x.html'])
  })

  it('starts in no directory outside, nor in .git, whatever links say', async () => {
    const root = workspace('.git/config', 'sub/')
    const outside = workspace('x.html')
    symlinkSync(outside, path.join(root, 'out'))
    symlinkSync('.git', path.join(root, 'conf'))
    await expect(found(root, 'out/*.html')).rejects.toThrow('outside the workspace')
    await expect(found(root, 'conf/*')).rejects.toThrow('where git keeps what it logs in with')
    await expect(found(root, '../*')).rejects.toThrow('outside the workspace')
    await expect(found(path.join(root, 'sub'), '../*.html', [root])).rejects.toThrow('it matches no file')
  })

  it('says where nothing can be found', async () => {
    const root = workspace('a')
    await expect(found(root, 'b/*')).rejects.toThrow(
      `${root}/b/* to the image as /srv/: there is no such file`,
    )
    await expect(found(root, 'a/*')).rejects.toThrow('no directory')
  })

  it('takes no exponential time', async () => {
    const root = workspace(`${'a/'.repeat(30)}x`)
    await expect(found(root, `${'**/a/'.repeat(12)}y`)).rejects.toThrow('it matches no file')
  })
})
