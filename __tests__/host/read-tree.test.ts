import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileSpec } from '../../src/declare/spec.ts'
import { readTree as readTreeIn } from '../../src/host/read-tree.ts'
import { aFailure } from '../support/a-failure.ts'

function directory(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'bantam-files-')))
}

function spec(source: string, destination: string, owned: Partial<FileSpec> = {}): FileSpec {
  return { source, destination, mode: null, uid: 0, gid: 0, ...owned }
}

/** Where the source itself matters, the whole disk is the workspace. */
const readTree = (file: FileSpec, workspace = ['/']) => readTreeIn(file, workspace)

describe('readTree', () => {
  it('reads a file, and takes its mode from the owner’s execute bit alone', async () => {
    const root = directory()
    const file = path.join(root, 'page.html')
    writeFileSync(file, 'text')
    chmodSync(file, 0o600)
    expect(await readTree(spec(file, '/www/index.html'))).toEqual([
      { kind: 'file', path: '/www/index.html', mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from('text') },
    ])
    chmodSync(file, 0o710)
    expect(await readTree(spec(file, '/x', { uid: 7, gid: 8 }))).toMatchObject([
      { mode: 0o755, uid: 7, gid: 8 },
    ])
    expect(await readTree(spec(file, '/x', { mode: 0o400 }))).toMatchObject([{ mode: 0o400 }])
  })

  it('puts a file into a destination that ends with a slash, under its own name', async () => {
    const root = directory()
    writeFileSync(path.join(root, 'data'), '')
    symlinkSync('data', path.join(root, 'called'))
    expect(await readTree(spec(path.join(root, 'called'), '/www/'))).toMatchObject([
      { kind: 'file', path: '/www/called' },
    ])
  })

  it.each(['file', 'directory'])('refuses a %s whose own name deletes files in an image', async kind => {
    const source = path.join(directory(), '.wh.x')
    if (kind === 'file') writeFileSync(source, '')
    else mkdirSync(source)
    const destination = kind === 'file' ? '/www/' : '/www/.wh.x'
    await expect(readTree(spec(source, destination))).rejects.toThrow('has a name that deletes files')
  })

  it('refuses a directory on the way whose name deletes files in an image', async () => {
    const source = path.join(directory(), 'f')
    writeFileSync(source, '')
    await expect(readTree(spec(source, '/www/.wh.x/f'))).rejects.toThrow('has a name that deletes files')
  })

  it('reads a directory, each level in byte order, links and empty directories too', async () => {
    const root = directory()
    for (const name of ['b/deep', 'B', 'empty']) mkdirSync(path.join(root, name), { recursive: true })
    for (const name of ['b/deep/x', 'b-c', 'B/y', 'ä']) writeFileSync(path.join(root, name), name)
    symlinkSync('../b-c', path.join(root, 'B', 'link'))
    symlinkSync('b/deep', path.join(root, 'to-directory'))
    symlinkSync('nothing', path.join(root, 'to-nothing'))
    const entries = await readTree(spec(root, '/www/', { mode: 0o440, uid: 5, gid: 6 }))
    expect(entries.map(({ kind, path, mode, uid }) => `${kind} ${path} ${mode.toString(8)} ${uid}`)).toEqual([
      'directory /www 755 5',
      'directory /www/B 755 5',
      'symlink /www/B/link 777 5',
      'file /www/B/y 440 5',
      'directory /www/b 755 5',
      'directory /www/b/deep 755 5',
      'file /www/b/deep/x 440 5',
      'file /www/b-c 440 5',
      'directory /www/empty 755 5',
      'symlink /www/to-directory 777 5',
      'symlink /www/to-nothing 777 5',
      'file /www/ä 440 5',
    ])
    expect(entries.find(entry => entry.path === '/www/B/link')).toMatchObject({ target: '../b-c' })
  })

  it.each([
    ['a file', 'config.yaml', '.git/config'],
    ['a directory', 'conf', '.git'],
    ['a link to a link', 'app.yaml', 'second'],
  ])('follows no link into .git, where the token of the job lies: %s', async (_, name, target) => {
    const root = directory()
    mkdirSync(path.join(root, '.git'))
    writeFileSync(path.join(root, '.git/config'), 'token')
    symlinkSync('.git/config', path.join(root, 'second'))
    symlinkSync(target, path.join(root, name))
    await expect(readTree(spec(path.join(root, name), '/x'), [root])).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'files' }, why: 'where git keeps what it logs in with' }),
    )
    const written = spec(path.join(root, '.git/config'), '/x')
    expect(await readTree(written, [root])).toMatchObject([{ bytes: Buffer.from('token') }])
  })

  it('lays a directory over the root', async () => {
    const root = directory()
    writeFileSync(path.join(root, 'x'), '')
    expect((await readTree(spec(root, '/'))).map(entry => entry.path)).toEqual(['/x'])
  })

  it.each<{ name: string; make: (root: string) => void; problem: RegExp }>([
    {
      name: 'an absolute link',
      make: root => symlinkSync('/etc/passwd', `${root}/l`),
      problem: /holds the link .*\/l to \/etc\/passwd, which leads out of it/,
    },
    { name: 'a link upwards', make: root => symlinkSync('../x', `${root}/l`), problem: /leads out of it/ },
    {
      name: 'a link that leads out through another',
      make: root => {
        symlinkSync('.', `${root}/here`)
        symlinkSync('here/..', `${root}/l`)
      },
      problem: /the link .*\/l to here\/\.\., which leads out of it/,
    },
    {
      name: 'a FIFO',
      make: root => execFileSync('mkfifo', [`${root}/pipe`]),
      problem: /holds .*\/pipe, which is no file, directory or link/,
    },
    {
      name: 'a name that is no UTF-8',
      make: root => writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.of(0xff)]), ''),
      problem: /whose name is not UTF-8/,
    },
    {
      name: 'a whiteout',
      make: root => writeFileSync(`${root}/.wh.x`, ''),
      problem: /\.wh\.x, a name that deletes files in an image/,
    },
  ])('refuses $name', async ({ make, problem }) => {
    const root = directory()
    make(root)
    const line = spec(root, '/www')
    await expect(readTree(line)).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'files', file: root }, why: problem }),
    )
  })

  it('refuses what is not there, with the line', async () => {
    await expect(readTree(spec('/no/such', '/x'))).rejects.toMatchObject({
      code: 'bad-input',
      message: 'files cannot add /no/such to the image as /x: there is no such file.',
    })
  })

  it.each<{ name: string; source: string; make: (checkout: string, home: string) => void }>([
    {
      name: 'a link',
      source: 'app.yaml',
      make: (checkout, home) => symlinkSync(`${home}/config.json`, `${checkout}/app.yaml`),
    },
    {
      name: 'a link through another',
      source: 'app.yaml',
      make: (checkout, home) => {
        symlinkSync('deep/link', `${checkout}/app.yaml`)
        mkdirSync(`${checkout}/deep`)
        symlinkSync(`${home}/config.json`, `${checkout}/deep/link`)
      },
    },
    {
      name: 'a directory that is a link',
      source: 'conf',
      make: (checkout, home) => symlinkSync(home, `${checkout}/conf`),
    },
    {
      name: 'a file below such a directory',
      source: 'conf/config.json',
      make: (checkout, home) => symlinkSync(home, `${checkout}/conf`),
    },
    { name: 'what is written as a path outside', source: '../home/config.json', make: () => {} },
    {
      name: "this process's own environment",
      source: 'env',
      make: checkout => symlinkSync('/proc/self/environ', `${checkout}/env`),
    },
  ])('refuses $name that leads out of the workspace', async ({ source, make }) => {
    const root = directory()
    const [checkout, home] = [path.join(root, 'checkout'), path.join(root, 'home')]
    for (const place of [checkout, home]) mkdirSync(place)
    writeFileSync(path.join(home, 'config.json'), 'secret')
    make(checkout, home)
    await expect(readTree(spec(path.join(checkout, source), '/x'), [checkout])).rejects.toEqual(
      aFailure('bad-input', {
        fields: { input: 'files' },
        why: /^it leads to \/.*, which is outside the workspace$/,
      }),
    )
  })

  it('refuses the .git of a checkout, in which a token of the job can lie', async () => {
    const checkout = directory()
    mkdirSync(path.join(checkout, 'sub', '.git'), { recursive: true })
    writeFileSync(path.join(checkout, 'sub', '.git', 'config'), '')
    await expect(readTree(spec(checkout, '/app'), [checkout])).rejects.toEqual(
      aFailure('bad-input', {
        fields: { input: 'files', file: checkout },
        why: '.git, which can hold a token',
      }),
    )
  })

  it('follows a link that stays in the workspace', async () => {
    const root = directory()
    writeFileSync(path.join(root, 'x'), 'text')
    mkdirSync(path.join(root, 'svc'))
    symlinkSync('../x', path.join(root, 'svc', 'y'))
    expect(await readTree(spec(path.join(root, 'svc/y'), '/y'), [root])).toMatchObject([
      { bytes: Buffer.from('text') },
    ])
  })

  it('refuses a device', async () => {
    await expect(readTree(spec('/dev/null', '/x'))).rejects.toEqual(
      aFailure('bad-input', { why: 'holds /dev/null, which is no file' }),
    )
  })
})
