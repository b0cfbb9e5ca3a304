import { describe, expect, it } from '@jest/globals'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { sentencesOf } from '../support/sentences.ts'
import { surroundings } from './surroundings.ts'

function declare(values: Given['values']) {
  return declareImage({ surface: 'action', values, problems: [] }, surroundings({ surface: 'action' }))
}

function specOf(values: Given['values']) {
  const declared = declare({ main: '.=api', ...values })
  if (!declared.ok) throw new Error(sentencesOf(declared.problems, 'action').join('\n'))
  return declared.spec.platforms[0]
}

function wrong(values: Given['values']): readonly string[] {
  const declared = declare({ main: '.=api', ...values })
  return declared.ok ? [] : sentencesOf(declared.problems, 'action')
}

describe('files', () => {
  it('are sorted by what they are', () => {
    const { files, links, config } = specOf({
      files: 'a:/a\n/b -> /api\nweb/*:/srv/\n/var/lib/x/:0700:1:2\n/var/lib/y/',
      volumes: '/data',
    })
    expect(files.map(({ destination }) => destination)).toEqual(['/a', '/srv/'])
    expect(links).toEqual([{ path: '/b', target: '/api' }])
    expect(config.emptyDirectories).toEqual(['/var/lib/x', '/var/lib/y'])
    expect(config.directories).toEqual([{ path: '/var/lib/x', mode: 0o700, owner: { uid: 1, gid: 2 } }])
    expect(config.volumes).toEqual(['/data'])
  })

  it('may say the mode of a volume, of workdir and of a directory that they fill', () => {
    const { config } = specOf({
      files: '/data/:0700\n/srv/:0711\nweb:/srv',
      volumes: '/data',
      workdir: '/srv',
    })
    expect(config.directories.map(({ path, mode }) => [path, mode])).toEqual([
      ['/srv', 0o711],
      ['/data', 0o700],
    ])
  })

  it.each([
    ['a:/srv/\nb/a:/srv/', []],
    ['x/api:/', ['has the same place as the binary']],
    ['x/passwd:/etc/', ['a file of Bantam’s own']],
    ['/etc/passwd -> /x', ['a file of Bantam’s own']],
    ['a:/srv/a\nb:/srv/a', ['another file']],
    // b/a may be a directory, whose content goes to /srv.
    ['a:/srv/a\nb/a:/srv/', []],
    ['x:/api/y', ['goes below the binary']],
    ['x:/api/', ['goes below the binary']],
    ['*:/api/', []],
  ])('%j', (files, because) => {
    const problems = wrong({ files })
    expect(problems).toHaveLength(because.length)
    because.forEach((piece, at) => expect(problems[at]).toContain(piece))
  })
})

describe('capabilities, accounts, cmd and healthcheck', () => {
  it('are part of the spec', () => {
    const { capabilities, config } = specOf({
      capabilities: 'cap_net_bind_service=+ep\ncap_net_raw=p /x',
      accounts: 'app:1000, db:5:6:/var/lib/db',
      user: 'app',
      cmd: '/api serve',
      healthcheck: 'CMD /api health',
    })
    expect(capabilities.map(({ path }) => path)).toEqual([null, '/x'])
    expect(config).toMatchObject({
      user: { uid: 1000, gid: 1000 },
      accounts: [{ name: 'app' }, { name: 'db', home: '/var/lib/db' }],
      entrypoint: [],
      args: ['/api', 'serve'],
      healthcheck: { kind: 'command', words: ['/api', 'health'] },
    })
  })

  it('are not there unless they are asked for', () => {
    const { capabilities, links, config } = specOf({})
    expect([capabilities, links, config.accounts, config.emptyDirectories]).toEqual([[], [], [], []])
    expect(config).toMatchObject({ healthcheck: null, entrypoint: null, args: [] })
  })

  it('smoke-args begin with a program where there is only a cmd', () => {
    expect(wrong({ cmd: '/api', 'smoke-args': '/api check' })).toEqual([])
    expect(wrong({ cmd: '/api', 'smoke-args': '--version' })).toEqual([
      expect.stringContaining('write the program first: /api --version'),
    ])
  })
})
