import { describe, expect, it } from '@jest/globals'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { leadsOut, realPlace, workspaceRoots } from '../../src/host/workspace.ts'
import { temporaryDirectory } from '../support/cli.ts'

/** A checkout beside things that are none of its business. */
function disk() {
  const root = realpathSync(temporaryDirectory('workspace'))
  const at = (...parts: readonly string[]) => path.join(root, ...parts)
  for (const directory of ['checkout/svc', 'home/.ssh', 'other/.git', 'other/svc'])
    mkdirSync(at(directory), { recursive: true })
  writeFileSync(at('home/.ssh/config'), '')
  writeFileSync(at('other/.git/HEAD'), 'ref: refs/heads/main\n')
  return { at, checkout: at('checkout') }
}

describe('workspaceRoots', () => {
  it('is what GITHUB_WORKSPACE names in a job, as it really is', async () => {
    const { at, checkout } = disk()
    symlinkSync(checkout, at('work'))
    const job = { surface: 'action', cwd: checkout, env: { GITHUB_WORKSPACE: at('work') } } as const
    expect(await workspaceRoots(job, path.join(checkout, 'svc'))).toEqual([checkout])
    expect(await workspaceRoots({ ...job, env: {} }, checkout)).toEqual([checkout])
  })

  it('is the repository at a terminal, or else the current directory', async () => {
    const { at, checkout } = disk()
    const here = { surface: 'terminal', env: { GITHUB_WORKSPACE: '/' } } as const
    expect(await workspaceRoots({ ...here, cwd: at('other/svc') }, at('other/svc'))).toEqual([at('other')])
    expect(await workspaceRoots({ ...here, cwd: checkout }, path.join(checkout, 'svc'))).toEqual([checkout])
    expect(await workspaceRoots({ ...here, cwd: checkout }, at('other/svc'))).toEqual([checkout, at('other')])
    symlinkSync(at('other/svc'), at('link'))
    expect(await workspaceRoots({ ...here, cwd: at('link') }, at('other/svc'))).toEqual([at('other')])
  })

  it('is not smaller where git would not accept the repository', async () => {
    const { at } = disk()
    mkdirSync(at('strange/.git'), { recursive: true })
    mkdirSync(at('strange/svc'))
    const here = { surface: 'terminal', cwd: at('strange/svc'), env: {} } as const
    expect(await workspaceRoots(here, at('strange/svc'))).toEqual([at('strange')])
  })

  it('is no larger for a working directory that is a link out of it', async () => {
    const { at, checkout } = disk()
    symlinkSync(at('home'), path.join(checkout, 'out'))
    const here = { surface: 'terminal', cwd: checkout, env: {} } as const
    expect(await workspaceRoots(here, path.join(checkout, 'out'))).toEqual([checkout])
  })
})

describe('leadsOut', () => {
  it('is into .git too, though that lies in the checkout', async () => {
    const { at } = disk()
    const [root, link] = [at('other'), at('other/svc/report.json')]
    symlinkSync('../.git/config', link)
    expect(await leadsOut([root], link)).toBe(at('other/.git/config'))
    expect(await leadsOut([root], at('other/.git/config'))).toBeNull()
  })

  it.each<{ name: string; make: (checkout: string, home: string) => void; file: string; end: string | null }>(
    [
      { name: 'a file', make: checkout => writeFileSync(`${checkout}/x`, ''), file: 'x', end: null },
      { name: 'what is not there', make: () => {}, file: 'a/b/c', end: null },
      {
        name: 'a link within',
        make: checkout => symlinkSync('svc', `${checkout}/x`),
        file: 'x/y',
        end: null,
      },
      {
        name: 'a link',
        make: (checkout, home) => symlinkSync(`${home}/.ssh/config`, `${checkout}/x`),
        file: 'x',
        end: '.ssh/config',
      },
      {
        name: 'a directory',
        make: (checkout, home) => symlinkSync(home, `${checkout}/x`),
        file: 'x/.ssh/new',
        end: '.ssh/new',
      },
      {
        name: 'a relative link',
        make: checkout => symlinkSync('../../home', `${checkout}/svc/x`),
        file: 'svc/x/y',
        end: 'y',
      },
      {
        name: 'a link to nothing',
        make: (checkout, home) => symlinkSync(`${home}/.ssh/keys`, `${checkout}/x`),
        file: 'x',
        end: '.ssh/keys',
      },
      {
        name: 'a link to a link to nothing',
        make: (checkout, home) => {
          symlinkSync('y', `${checkout}/x`)
          symlinkSync('svc/z', `${checkout}/y`)
          symlinkSync(`${home}/none/keys`, `${checkout}/svc/z`)
        },
        file: 'x',
        end: 'none/keys',
      },
      {
        name: 'a link in a circle',
        make: checkout => symlinkSync('x', `${checkout}/x`),
        file: 'x',
        end: null,
      },
    ],
  )('knows $name', async ({ make, file, end }) => {
    const { at, checkout } = disk()
    make(checkout, at('home'))
    const expected = end === null ? null : at('home', end)
    expect(await leadsOut([checkout], path.join(checkout, file))).toBe(expected)
  })

  it('leaves a path outside to the user, but not one that comes back through the checkout', async () => {
    const { at, checkout } = disk()
    symlinkSync(at('home'), path.join(checkout, 'x'))
    symlinkSync(checkout, at('alias'))
    expect(await leadsOut([checkout], at('home/.ssh/config'))).toBeNull()
    expect(await leadsOut([checkout], at('other'))).toBeNull()
    expect(await leadsOut([checkout], at('alias/x/.ssh/config'))).toBe(at('home/.ssh/config'))
  })
})

it('realPlace follows no more links than a system would', async () => {
  const root = realpathSync(temporaryDirectory('links'))
  for (let link = 0; link < 60; link++) symlinkSync(`l${link + 1}`, path.join(root, `l${link}`))
  expect(path.isAbsolute(await realPlace(path.join(root, 'l0')))).toBe(true)
})
