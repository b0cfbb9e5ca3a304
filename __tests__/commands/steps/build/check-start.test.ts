import { sentencesOf } from '../../../support/sentences.ts'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { checkStart, namesOf } from '../../../../src/commands/steps/build/check-start.ts'
import { readFiles } from '../../../../src/commands/steps/files.ts'
import { declareImage } from '../../../../src/declare/image-spec.ts'
import type { Given } from '../../../../src/declare/given.ts'
import type { BaseImage } from '../../../../src/image/base-image.ts'
import type { Entry } from '../../../../src/image/entry.ts'
import { surroundings } from '../../../declare/surroundings.ts'
import { aFailure } from '../../../support/a-failure.ts'
import { ACCOUNTS, openedBase } from '../../../support/base-images.ts'
import { handMade, layoutOf, writeTree } from '../../../support/layouts.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { serviceHost } from '../../../support/service.ts'

function specOf(values: Given['values']) {
  const declared = declareImage(
    { surface: 'action', values, problems: [] },
    surroundings({ surface: 'action' }),
  )
  if (!declared.ok) throw new Error(sentencesOf(declared.problems, 'action').join('\n'))
  return declared.spec.platforms[0]
}

const tool = (path: string, mode = 0o755): Entry => ({
  kind: 'file',
  path,
  mode,
  uid: 0,
  gid: 0,
  bytes: makeElf(),
})

function sentence(values: Given['values'], files: readonly Entry[] = []): string | null {
  try {
    checkStart(specOf(values), files, [{ name: 'api' }, { name: 'migrate' }])
    return null
  } catch (error) {
    return (error as Error).message
  }
}

describe('checkStart', () => {
  it.each([
    [{}],
    [{ entrypoint: '/migrate --up' }],
    [{ entrypoint: 'api', env: 'PATH=/' }],
    [{ entrypoint: '/tools/x', files: 'x:/tools/x' }],
    [{ workdir: '/srv:0700', volumes: '/data:0775:65532:0' }],
    [{ cmd: '/migrate --up' }],
    [{ healthcheck: 'CMD /migrate --check' }],
    [{ healthcheck: 'NONE' }],
    [{ accounts: 'app:1000:1000:/srv', user: 'app', workdir: '/srv' }],
  ])('lets %j pass', values => {
    expect(sentence(values, [tool('/tools/x')])).toBeNull()
  })

  it('says what is wrong, what is there, and what to write', () => {
    expect(sentence({ entrypoint: '/bin/sh -c "x"' })).toBe(
      'entrypoint "/bin/sh" is not in the image: the image has /api, /migrate; write one of these, or correct what files adds.',
    )
    expect(sentence({ entrypoint: '/usr/bin/api' })).toMatch(
      /the image has \/api, \/migrate; write \/api, or/,
    )
    expect(sentence({ entrypoint: '/migrat' })).toMatch(/write \/migrate, or/)
    expect(sentence({ entrypoint: '/x' }, [tool('/x', 0o600)])).toMatch(
      /^entrypoint "\/x" may not be executed/,
    )
  })

  it('says so of a cmd and of a health check', () => {
    expect(sentence({ cmd: '/apii' })).toMatch(/^cmd "\/apii" is not in the image: .*write \/api, or/)
    expect(sentence({ healthcheck: 'CMD curl -f localhost' })).toMatch(
      /^healthcheck "curl" is in no directory of PATH/,
    )
    expect(sentence({ healthcheck: 'CMD /usr/bin/curl localhost' })).toMatch(
      /^healthcheck "\/usr\/bin\/curl" is not in the image/,
    )
  })

  it('says so of a link that leads nowhere', () => {
    const linked = (target: string, entrypoint = '/api') => {
      const link: Entry = { kind: 'symlink', path: '/usr/bin/api', target, mode: 0o777, uid: 0, gid: 0 }
      return sentence({ entrypoint, files: `/usr/bin/api -> ${target}` }, [link])
    }
    expect(linked('/api', '/usr/bin/api')).toBeNull()
    expect(linked('/apu')).toBe(
      'files "/usr/bin/api -> /apu" leads nowhere, since /apu is not in the image; write /usr/bin/api -> /api.',
    )
    expect(linked('/somewhere/else')).toMatch(
      /since \/somewhere is not in the image; write a path of the image\.$/,
    )
  })

  it('says so of a workdir that the user may not enter', () => {
    expect(sentence({ workdir: '/srv:0700:0:0' })).toMatch(/starts in \/srv, which 65532:65532 may not enter/)
  })

  it('lets no file of the checkout speak to the terminal or the runner', () => {
    const script: Entry = { ...tool('/run.sh'), kind: 'file', bytes: Buffer.from('#!/bin/\x1b[31msh\u2028x') }
    const hostile = sentence({ entrypoint: '/run.sh' }, [script, tool('/a\n::error::b')])
    expect(hostile).toMatch(/^entrypoint "\/run\.sh" is a script for/)
    expect(hostile).not.toMatch(/[\p{Cc}\u2028]/u)
  })

  it('shows a few of many programs', () => {
    const many = Array.from({ length: 50 }, (_, index) => tool(`/bin/x${index}`))
    expect(sentence({ entrypoint: '/nowhere' }, many)).toMatch(
      /the image has (?:\/\S+, ){4}\/\S+ and 47 more; write one of these/,
    )
  })
})

describe('namesOf', () => {
  it.each([
    [{ main: '.=api' }, ['api']],
    [{ main: './a=a\n./b=b' }, ['a', 'b']],
    [{ binary: 'bin/x' }, ['x']],
    [{ main: './a=a\n./b' }, null],
    [{}, null],
  ])('of %j are %j', (values, names) => {
    expect(namesOf(specOf(values).source)?.map(({ name }) => name) ?? null).toEqual(names)
  })
})

describe('checkStart on a base', () => {
  let on: BaseImage
  beforeAll(async () => {
    on = await openedBase(
      writeTree(
        layoutOf(
          handMade([
            [
              ...ACCOUNTS,
              { name: 'usr/bin/', type: '5', mode: 0o755, owner: 0 },
              { name: 'usr/bin/tool', content: makeElf(), mode: 0o755, owner: 0 },
              { name: 'bin', type: '2', link: 'usr/bin' },
            ],
          ]),
        ),
      ),
    )
  })

  const onBase = async (values: Given['values']) => {
    const host = serviceHost()
    const spec = { ...specOf({ base: './base', user: '1000', ...values }), on }
    const files = await readFiles(host, { ...spec, files: [] })
    return () => checkStart(spec, files, [{ name: 'api' }])
  }

  it.each([
    [{ entrypoint: '/bin/tool' }],
    [{ cmd: 'tool up', env: 'PATH=/bin' }],
    [{ healthcheck: 'CMD /bin/tool health' }],
    [{ files: '/bin/other -> tool' }],
    [{ files: '/opt/tool -> /bin/tool' }],
    [{ accounts: 'proxy:2000', user: 'proxy' }],
  ])('finds what the base has: %j', async values => {
    const check = await onBase(values)
    expect(check).not.toThrow()
  })

  it.each([
    [
      { entrypoint: '/bin/none' },
      { what: /^entrypoint "\/bin\/none" leads nowhere, because \/usr\/bin\/none is not in the image/ },
    ],
    [
      { cmd: '/bin/none' },
      { what: /^cmd "\/bin\/none" leads nowhere, because \/usr\/bin\/none is not in the image/ },
    ],
    [
      { healthcheck: 'CMD /bin/none' },
      { what: /^healthcheck "\/bin\/none" leads nowhere, because \/usr\/bin\/none is not in the image/ },
    ],
    [{ files: '/bin/other -> none' }, { what: /^files "\/usr\/bin\/other -> none" leads nowhere/ }],
    [
      { capabilities: 'cap_net_raw=+ep /usr/bin/tool' },
      { what: /^capabilities "\/usr\/bin\/tool" is a file of \.\/base, which stays as it is/ },
    ],
    [{ files: '/usr/bin -> /opt' }, { why: '"/usr/bin" is a directory of the base' }],
  ])('refuses %j', async (values, expected) => {
    const check = await onBase(values)
    expect(check).toThrow(aFailure('bad-input', expected))
  })
})
