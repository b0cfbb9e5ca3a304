import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bantam, type Ended, example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { ACCOUNTS, baseFor, baseLayout, pushLayout } from '../support/base-images.ts'
import { annotation, editLayout, type LayoutEdits } from '../support/edit-layout.ts'
import { cloneOf, gitRepository, type GitRepository } from '../support/git.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { tarOf } from '../support/archives.ts'
import { describeWith } from '../support/tools.ts'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const WEIGH_IN = 'dev.bantam.weigh-in'
const REVISION = 'org.opencontainers.image.revision'

const SERVICE = {
  'services/go.mod': 'module example.com/services\n\ngo 1.21\n',
  'services/cmd/api/main.go': `package main

import "os"

var version, note string

func main() {
	println("api", version, note)
	os.Exit(0)
}
`,
  'services/cmd/job/main.go': 'package main\n\nfunc main() { println("job") }\n',
  'services/assets/page.html': '<p>hello</p>\n',
  'services/assets/deep/x.txt': 'x\n',
}

interface Verified {
  readonly same: boolean
  readonly digest: string
  readonly notVerified: readonly string[]
  readonly platforms: readonly {
    readonly platform: string
    readonly same: boolean
    readonly revision: string
    readonly layers: readonly {
      readonly what: string
      readonly how: string
      readonly files: readonly { readonly path: string; readonly aspects: readonly string[] }[]
    }[]
    readonly fields: readonly string[]
    readonly reasons: readonly { readonly kind: string; readonly message: string }[]
  }[]
}

async function build(cwd: string, args: readonly string[]): Promise<Ended> {
  const ended = await bantam(['build', '--budget', 'none', ...args], { cwd, env })
  if (ended.exitCode !== 0) throw new Error(ended.stderr)
  return ended
}

async function verified(cwd: string, thing: string, ...flags: readonly string[]) {
  const ended = await bantam(['verify', thing, '--json', ...flags], { cwd, env })
  if (ended.exitCode === 2) throw new Error(ended.stderr)
  return { exitCode: ended.exitCode, ...(JSON.parse(ended.stdout) as Verified) }
}

/** What the image and the rebuild differ in, and the kinds of reasons. */
function seen({ exitCode, platforms: [platform] }: Awaited<ReturnType<typeof verified>>) {
  return {
    exitCode,
    files: platform?.layers.flatMap(({ what, how, files }) =>
      files.length === 0
        ? [`${what}: ${how}`]
        : files.map(file => `${what} ${file.path} ${file.aspects.join(',')}`),
    ),
    fields: platform?.fields.toSorted(),
    reasons: platform?.reasons.map(({ kind }) => kind),
  }
}

describeWith(
  ['go', 'upx', 'git', 'docker-registry'],
  'bantam verify of what was built from the commit',
  () => {
    let repository: GitRepository
    let registry: TestRegistry
    beforeAll(async () => {
      registry = await startRegistry()
      repository = gitRepository()
      repository.commit(SERVICE)
      const base = baseLayout([
        [{ os: 'linux', architecture: 'amd64' }, baseFor({ os: 'linux', architecture: 'amd64' })],
      ])
      pushLayout(base, `${registry.address}/base:v1`)
    })
    afterAll(() => registry.stop())

    it('is the same for the examples, from a registry and in another clone at a later commit', async () => {
      const examples = gitRepository()
      for (const name of ['hello', 'hash']) {
        for (const file of ['go.mod', 'main.go'])
          examples.commit({ [`${name}/${file}`]: readFileSync(path.join(example(name), file), 'utf8') })
        const image = `${registry.address}/o/${name}`
        const place = ['--working-directory', name, '--image', image, '--tags', 'v1', '--push']
        await build(examples.directory, place)
        examples.commit({ [`${name}/main.go`]: 'package main\n\nfunc main() { panic("later") }\n' })
        const clone = cloneOf(examples)
        const before = clone.git('status', '--porcelain')
        const ended = await bantam(['verify', `${image}:v1`], { cwd: clone.directory, env })
        expect(ended).toMatchObject({
          exitCode: 0,
          stdout: expect.stringMatching(/rebuild +sha256:\w{12} +the same/),
        })
        expect(clone.git('status', '--porcelain')).toBe(before)
        expect(clone.git('worktree', 'list').split('\n')).toHaveLength(1)
      }
    })

    it.each<{ name: string; flags: readonly string[]; main?: string }>([
      {
        name: 'flags of Go, with blanks, quotes and braces',
        flags: [
          '--ldflags',
          `-X main.version={{.Version}} -X 'main.note=a "b" {{"{{"}}.c}}'`,
          '--build-tags',
          'netcgo_no,other',
          '--build-flags',
          '-gcflags=all=-l',
          '--build-vcs=true',
        ],
      },
      {
        name: 'the config',
        flags: [
          '--entrypoint',
          '["/api", "a b"]',
          '--args',
          '["{{x}}", "--y=1,2"]',
          '--env',
          'A=1\nB=x, "y" # z',
          '--expose',
          '8080,53/udp',
          '--user',
          '1234:99',
          '--workdir',
          '/srv:0770',
          '--volumes',
          '/data:0775:5:6',
          '--stop-signal',
          'SIGINT',
          '--healthcheck',
          '--interval=90s --retries=2 CMD ["/api", "a b"]',
          '--labels',
          'a=b\norg.opencontainers.image.title=my {{.ShortCommit}}',
          '--annotations',
          'c=d',
        ],
      },
      {
        name: 'files, accounts, certificates and zones',
        flags: [
          '--files',
          'assets:/srv/assets',
          '--files',
          'assets/**/*.txt:/t/:0600:7:8',
          '--files',
          '/srv/link -> /srv/assets/page.html',
          '--files',
          '/var/empty/:0700',
          '--accounts',
          'app:1000',
          '--user',
          'app',
          '--capabilities',
          'cap_net_bind_service=+ep',
          '--certificates',
          'mozilla',
          '--timezones',
          'all',
          '--sbom',
          'embedded',
        ],
      },
      { name: 'zstd, without packing', flags: ['--layer-compression', 'zstd', '--pack', 'off'] },
      { name: 'other arguments of UPX', flags: ['--upx-args', '-1'] },
      { name: 'two programs', flags: ['./cmd/job=/usr/local/bin/job'], main: './cmd/api' },
      { name: 'no entrypoint', flags: ['--cmd', '/api'] },
      { name: 'a budget', flags: ['--budget', 'image: 30MB, binary: 20MB, module std: 20MB'] },
    ])('is the same with $name', async ({ flags, main = './cmd/api=api' }) => {
      const layout = path.join(temporaryDirectory('verify'), 'image')
      const services = path.join(repository.directory, 'services')
      const asked = flags.includes('--budget') ? [] : ['--budget', 'none']
      const built = await bantam(['build', main, ...flags, ...asked, '--output', layout], {
        cwd: services,
        env,
      })
      expect(built).toMatchObject({ exitCode: 0 })
      const result = await verified(repository.directory, layout)
      expect(result).toMatchObject({ exitCode: 0, same: true })
    })

    it('is the same for each platform of an index, and on a base whose tag was moved', async () => {
      const services = path.join(repository.directory, 'services')
      const several = `${registry.address}/o/several:v1`
      const push = (image: string) => [
        './cmd/api',
        '--image',
        image.replace(/:v1$/, ''),
        '--tags',
        'v1',
        '--push',
      ]
      await build(services, [...push(several), '--platforms', 'linux/amd64,linux/arm64'])
      const both = await verified(repository.directory, several)
      expect(both.platforms.map(({ platform, same }) => [platform, same])).toEqual([
        ['linux/amd64', true],
        ['linux/arm64', true],
      ])
      const one = await verified(repository.directory, several, '--platforms', 'linux/amd64')
      expect(one).toMatchObject({ exitCode: 0, notVerified: ['linux/arm64'] })

      const onBase = `${registry.address}/o/on-base:v1`
      await build(services, [...push(onBase), '--base', `${registry.address}/base:v1`, '--env', 'A=1'])
      const amd64 = { os: 'linux', architecture: 'amd64' }
      const other = baseLayout([[amd64, baseFor(amd64, [ACCOUNTS])]])
      pushLayout(other, `${registry.address}/base:v1`)
      expect(await verified(repository.directory, onBase)).toMatchObject({ exitCode: 0, same: true })
    })
  },
)

describeWith(['go', 'upx', 'git'], 'bantam verify of what is not what its commit gives', () => {
  let repository: GitRepository
  let layout: string
  let commit: string
  const services = () => path.join(repository.directory, 'services')
  const flags = ['--ldflags', '-X main.version=1.2.3-first', '--files', 'assets:/srv']
  const edited = (edits: LayoutEdits) => editLayout(layout, edits)
  const settings = (change: (settings: Record<string, unknown>) => Record<string, unknown>) =>
    edited(
      annotation(WEIGH_IN, text => {
        const all = JSON.parse(text) as { settings: Record<string, unknown> }
        return JSON.stringify({ ...all, settings: { ...all.settings, ...change(all.settings) } })
      }),
    )
  beforeAll(async () => {
    repository = gitRepository()
    commit = repository.commit(SERVICE)
    layout = path.join(temporaryDirectory('verify'), 'image')
    await build(services(), ['./cmd/api', ...flags, '--output', layout])
  }, 120_000)

  it('names the packages of a build with changes that were not committed', async () => {
    const dirty = path.join(temporaryDirectory('dirty'), 'image')
    const main = path.join(services(), 'cmd/api/main.go')
    const page = path.join(services(), 'assets/page.html')
    const [before, beforePage] = [readFileSync(main, 'utf8'), readFileSync(page, 'utf8')]
    writeFileSync(main, before.replace('os.Exit(0)', 'for i := range os.Args { println(i, os.Args[i]) }'))
    writeFileSync(page, '<p>other</p>\n')
    await build(services(), ['./cmd/api', ...flags, '--output', dirty])
    const ended = await bantam(['verify', dirty], { cwd: repository.directory, env })
    writeFileSync(main, before)
    writeFileSync(page, beforePage)
    expect(ended.exitCode).toBe(1)
    expect(ended.stderr).toContain(
      'note: This checkout has changes that are not committed; they do not count',
    )
    expect(ended.stdout).toMatch(/files +\/srv\/page.html +content; 13 B in both/)
    expect(ended.stdout).toMatch(/binaries +\/api +content; /)
    expect(ended.stdout).toMatch(
      /Source: \/api was built from other source than commit \w{7}.* the size of example\.com\/services\/cmd\/api differs/,
    )
    expect(ended.stdout).toMatch(
      /Source: what --files copied is not what commit \w{7} has: \/srv\/page\.html\./,
    )
  })

  it('names the file of another commit', async () => {
    const later = repository.commit({ 'services/assets/page.html': '<p>later</p>\n' })
    const forged = edited(annotation(REVISION, () => later))
    expect(seen(await verified(repository.directory, forged))).toEqual({
      exitCode: 1,
      files: ['files /srv/page.html content', 'sbom /var/lib/db/sbom/image.spdx.json content'],
      fields: [],
      reasons: ['files'],
    })
  })

  it('names other flags, other tags, another Go and another packer', async () => {
    const files = ['binaries /api content', 'sbom /var/lib/db/sbom/image.spdx.json content']
    const differing = { exitCode: 1, files, fields: [] }
    const ldflags = settings(() => ({ ldflags: '-s -w -X main.version=1.2.3-other' }))
    expect(seen(await verified(repository.directory, ldflags))).toEqual({
      ...differing,
      reasons: ['ldflags'],
    })
    const tags = await verified(
      repository.directory,
      settings(() => ({ buildTags: ['other'] })),
    )
    expect(seen(tags)).toEqual({ ...differing, reasons: ['setting'] })
    expect(tags.platforms[0]?.reasons[0]?.message).toMatch(
      /^Flags: \/api was built with -tags=.*, and the rebuild with -tags=.*other/,
    )
    const go = await verified(
      repository.directory,
      settings(() => ({ go: 'go1.25.13' })),
    )
    expect(seen(go)).toEqual({ ...differing, reasons: ['go'] })
    expect(go.platforms[0]?.reasons[0]?.message).toMatch(
      /^Go: \/api was built with go1.26.\d+, and the image says go1.25.13\.$/,
    )
    const packer = await verified(
      repository.directory,
      settings(({ packer }) => ({ packer: String(packer).replace('--best --lzma', '-1') })),
    )
    expect(seen(packer)).toEqual({ ...differing, reasons: ['packer'] })
    const unpacked = await verified(
      repository.directory,
      settings(() => ({ packer: null })),
    )
    expect(seen(unpacked)).toEqual({ ...differing, reasons: ['packed'] })
  }, 180_000)

  it('names files, layers and fields that were changed by hand', async () => {
    const replaced = edited({
      layer: (tar, at) =>
        at === 1
          ? tarOf([
              { name: 'srv/page.html', content: 'mine' },
              { name: 'extra', content: '' },
            ])
          : tar,
    })
    expect(seen(await verified(repository.directory, replaced)).files).toEqual([
      'files /extra only in the image',
      'files /srv only in the rebuild',
      'files /srv/deep only in the rebuild',
      'files /srv/deep/x.txt only in the rebuild',
      'files /srv/page.html content',
    ])
    const compressed = await verified(repository.directory, edited({ recompress: true }))
    expect(seen(compressed)).toMatchObject({ exitCode: 1, reasons: [] })
    expect(new Set(compressed.platforms[0]?.layers.map(({ how }) => how))).toEqual(new Set(['compression']))
    const config = edited({
      config: all => ({ ...all, author: 'me', config: { ...all.config, Shell: ['/x'] } }),
    })
    expect(seen(await verified(repository.directory, config))).toEqual({
      exitCode: 1,
      files: [],
      fields: ['author', 'config.Shell'],
      reasons: [],
    })
    const touched = edited({
      layer: (tar, at) => (at === 1 ? Buffer.from(execFileSync('sh', ['-c', RETIME], { input: tar })) : tar),
    })
    expect(seen(await verified(repository.directory, touched)).files).toEqual(['files: headers'])
  })

  describe('what cannot be built again', () => {
    const cases: readonly {
      name: string
      thing: () => string
      says: RegExp
      cwd?: () => string
      flags?: readonly string[]
    }[] = [
      {
        name: 'an image that Bantam did not build',
        thing: () => edited({ annotations: () => ({}) }),
        says: /Bantam did not build it: it has no annotation dev\.bantam\.weigh-in/,
      },
      {
        name: 'an image without a commit',
        thing: () =>
          edited({
            annotations: all => ({ ...all, [REVISION]: 'main' }),
            config: all => ({ ...all, config: { ...all.config, Labels: {} } }),
          }),
        says: /it does not name the commit that it was built from/,
      },
      {
        name: 'a commit that the clone does not have',
        thing: () => edited(annotation(REVISION, () => 'c'.repeat(40))),
        says: /this clone does not have the commit ccccccc that it was built from, and .*; run this in a clone of its repository/,
      },
      {
        name: 'a commit that would be an option of git',
        thing: () => edited(annotation(REVISION, () => '--upload-pack=touch x')),
        says: /it does not name the commit/,
      },
      {
        name: 'a directory without git',
        thing: () => layout,
        cwd: () => temporaryDirectory('none'),
        says: /does not lie in the checkout of a git repository/,
      },
      {
        name: 'another version of the annotation',
        thing: () =>
          edited(annotation(WEIGH_IN, text => text.replace('"schemaVersion":2', '"schemaVersion":1'))),
        says: /its annotation dev\.bantam\.weigh-in for linux\/amd64 was written by Bantam/,
      },
      {
        name: 'a Go that does not exist',
        thing: () => settings(() => ({ go: 'go1.26.999' })),
        flags: ['--go-download-url', 'http://127.0.0.1:1/'],
        says: /cannot be verified without Go 1\.26\.999, which built it: .*set --go-download-url/,
      },
      {
        name: 'a UPX that is not known',
        thing: () => settings(() => ({ packer: 'upx 9.9.9 --best --lzma' })),
        says: /9\.9\.9/,
      },
      {
        name: 'another packer',
        thing: () => settings(() => ({ packer: 'sh -c x' })),
        says: /it was packed by a packer that this Bantam does not know/,
      },
      {
        name: 'flags that run a program',
        thing: () => settings(() => ({ buildFlags: ['-toolexec=./evil'] })),
        says: /it was built with "-toolexec=\.\/evil", which can have a build write files or run programs/,
      },
      {
        name: 'a linker that is a program of the commit',
        thing: () => settings(() => ({ ldflags: '-s -w -extld=./evil' })),
        says: /it was built with "-extld=\.\/evil", which can have a build write files or run programs/,
      },
      {
        name: 'a file of this machine',
        thing: () => edited(annotation(WEIGH_IN, text => text.replace('assets:/srv', '/etc/passwd:/srv'))),
        says: /it was built with \/etc\/passwd, which is not in its commit/,
      },
      {
        name: 'a file above the commit',
        thing: () => edited(annotation(WEIGH_IN, text => text.replace('assets:/srv', '../../x:/srv'))),
        says: /it was built with .*, which is not in its commit/,
      },
      {
        name: 'a file that the commit does not have',
        thing: () => edited(annotation(WEIGH_IN, text => text.replace('assets:/srv', 'built:/srv'))),
        says: /built/,
      },
      {
        name: 'a directory above the commit',
        thing: () =>
          edited(
            annotation(WEIGH_IN, text =>
              text.replace('"working-directory":"services"', '"working-directory":"../.."'),
            ),
          ),
        says: /which is not in its commit/,
      },
      {
        name: 'a main package that the commit does not have',
        thing: () => edited(annotation(WEIGH_IN, text => text.replace('./cmd/api', './cmd/none'))),
        says: /cmd\/none/,
      },
      {
        name: 'a binary',
        thing: () => '/bin/true',
        says: /cannot be verified: it is a binary; name an OCI layout/,
      },
      { name: 'nothing', thing: () => './nothing', says: /there is no such file/ },
      {
        name: 'a platform that it does not have',
        thing: () => layout,
        flags: ['--platforms', 'linux/s390x'],
        says: /has no image for linux\/s390x/,
      },
    ]

    it.each(cases)('$name is one sentence and exit code 2', async ({ thing, says, cwd, flags: own = [] }) => {
      const ended = await bantam(['verify', thing(), ...own], { cwd: cwd?.() ?? repository.directory, env })
      expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
      const errors = ended.stderr.split('\n').filter(line => line.startsWith('error: '))
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatch(says)
      expect(ended.stderr).not.toMatch(/^ +at /m)
      expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
    })
  })

  it('does not know the commit of an image that was built without git', async () => {
    const cwd = temporaryDirectory('without-git')
    writeFileSync(path.join(cwd, 'go.mod'), 'module example.com/x\n\ngo 1.21\n')
    writeFileSync(path.join(cwd, 'main.go'), 'package main\n\nfunc main() {}\n')
    await build(cwd, ['--output', 'image', '--pack', 'off'])
    const ended = await bantam(['verify', path.join(cwd, 'image'), '--json'], {
      cwd: repository.directory,
      env,
    })
    expect(ended.exitCode).toBe(2)
    expect(JSON.parse(ended.stdout)).toMatchObject({ failure: { code: 'bad-input' } })
    expect(commit).toMatch(/^[0-9a-f]{40}$/)
  })
})

const RETIME =
  'd=$(mktemp -d) && tar -xf - -C $d && tar --sort=name --owner=0 --group=0 --numeric-owner --format=ustar -cf - -C $d srv'
