import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PlatformWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { compileC } from '../support/compile-c.ts'
import { bantam, type Ended, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { gitRepository, type GitRepository } from '../support/git.ts'
import { buildGoPrograms } from '../support/go-programs.ts'
import { withBundle } from '../support/oci-tools.ts'
import { describeWith } from '../support/tools.ts'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const SERVICE = {
  'go.mod': 'module example.com/svc\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() { println("svc") }\n',
  'bantam.yaml': `defaults: { budget: none, main: .=svc, pack-files: /usr/bin/tool }
images:
  plain: { files: "tool-{{.Arch}}:/usr/bin/tool:0750:5:6" }
  other: { files: "tool-{{.Arch}}:/usr/bin/tool:0750:5:6", env: A=b }
`,
}
const TOOL = 'package main\n\nimport "os"\n\nfunc main() { println("tool", len(os.Args)) }\n'
const FLAGS = ['--main', '.=svc', '--budget', 'none']

describeWith(['go', 'upx', 'git', 'gcc', 'umoci'], 'programs of files that are packed', () => {
  let repository: GitRepository
  beforeAll(async () => {
    repository = gitRepository()
    const { directory, git } = repository
    for (const architecture of ['amd64', 'arm64']) {
      const { tool } = await buildGoPrograms({ tool: TOOL }, { architecture })
      writeFileSync(path.join(directory, `tool-${architecture}`), readFileSync(tool))
    }
    const c = temporaryDirectory('c')
    writeFileSync(path.join(c, 'main.c'), 'int main(void) { return 0; }\n')
    writeFileSync(path.join(directory, 'of-c'), readFileSync(compileC(c)))
    git('add', '.')
    repository.commit(SERVICE)
  })
  const run = (...args: readonly string[]): Promise<Ended> => bantam(args, { cwd: repository.directory, env })
  const platformsOf = ({ stdout }: Ended): readonly PlatformWeight[] =>
    (JSON.parse(stdout) as WeighIn).images.flatMap(({ platforms }) => platforms)

  it('ships the third-party program packed and proven, with its mode, its owner and its modules', async () => {
    const files = ['--files', 'tool-{{.Arch}}:/usr/bin/tool:0750:5:6', '--pack-files', '/usr/bin/tool']
    const args = ['build', ...FLAGS, ...files, '--output', 'made', '--sbom', 'embedded']
    const ended = await run(...args, '--json')
    expect(ended).toMatchObject({ exitCode: 0 })
    const [was] = platformsOf(ended)
    const linkedSize = statSync(path.join(repository.directory, 'tool-amd64')).size
    expect(was?.binaries).toMatchObject([
      { path: '/svc', pack: { status: 'packed' }, proof: { status: 'proven' } },
      {
        path: '/usr/bin/tool',
        fromFiles: true,
        linkedSize,
        pack: { status: 'packed' },
        proof: { status: 'proven' },
      },
    ])

    const layout = `${path.join(repository.directory, 'made')}:latest`
    withBundle(layout, bundle => {
      const tool = path.join(bundle, 'rootfs/usr/bin/tool')
      expect(statSync(tool)).toMatchObject({ size: was?.binaries[1]?.shippedSize, mode: 0o100750 })
      expect(statSync(tool).size).toBeLessThan(linkedSize / 2)
      expect(execFileSync(tool, { stdio: 'pipe', encoding: 'utf8' })).toBe('')
      const sbom = JSON.parse(
        readFileSync(path.join(bundle, 'rootfs/var/lib/db/sbom/image.spdx.json'), 'utf8'),
      ) as { readonly packages: readonly { readonly name: string }[] }
      expect(sbom.packages.map(({ name }) => name)).toContain('example.com/programs')
    })

    const weighed = platformsOf(await run('weigh', 'made', '--json'))
    const sizes = (of: PlatformWeight | undefined) =>
      of?.binaries.map(one => [one.path, one.linkedSize, one.shippedSize]).sort()
    expect(sizes(weighed[0])).toEqual(sizes(was))
    expect(await run('verify', 'made')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('the same'),
    })
    const shown = await run(...args)
    expect(shown.stdout).toMatch(/program +\/usr\/bin\/tool +[\d.]+ MB\n +pack +upx/)
  })

  it('leaves what it cannot prove as it is, says why, and fails where packing is required', async () => {
    const given = ['--files', 'of-c:/c:0755', '--pack-files', '/c', '--json']
    const ended = await run('build', ...FLAGS, ...given)
    expect(platformsOf(ended)[0]?.binaries[1]).toMatchObject({
      path: '/c',
      pack: { status: 'unpacked', reason: expect.stringContaining('the smoke test does not start it') },
    })
    const required = await run('build', ...FLAGS, ...given, '--pack', 'require')
    expect(required).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('Go did not build it') })
  })

  it('says before it compiles that there is no such program', async () => {
    const ended = await run('build', ...FLAGS, '--files', 'of-c:/usr/bin/c', '--pack-files', '/usr/bin/d')
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('did you mean "/usr/bin/c"') })
    expect(ended.stderr).not.toContain('compile')
  })

  it('is the same for each flavor of a service and for each platform', async () => {
    const ended = await run('build', '--platforms', 'linux/amd64,linux/arm64', '--json')
    expect(ended).toMatchObject({ exitCode: 0 })
    const tools = platformsOf(ended).map(({ platform, binaries }) => [
      platform,
      ...binaries.map(({ path: place, pack }) => `${place} ${pack.status}`),
    ])
    const [amd64, arm64] = [
      ['linux/amd64', '/svc packed', '/usr/bin/tool packed'],
      ['linux/arm64', '/svc unpacked', '/usr/bin/tool unpacked'],
    ]
    expect(tools).toEqual([amd64, arm64, amd64, arm64])
  })
})
