import { beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Built } from '../../src/commands/build.ts'
import type { Host } from '../../src/host/host.ts'
import type { Wait } from '../../src/host/wait.ts'
import { realUpx, writeBrokenUpx } from '../support/broken-packers.ts'
import type { RecordingLog } from '../support/host.ts'
import { SERVICE, serviceHost, imageSpecFor } from '../support/service.ts'
import { describeWith } from '../support/tools.ts'

const screen = { width: 120, colour: false }
const patient: Wait = work => work
const QUICK = { 'upx-version': realUpx().version, 'upx-args': '-1 --lzma' }

/** The stages that were reported so far, in their order. */
function stagesOf({ lines }: RecordingLog): readonly string[] {
  return lines.flatMap(line => /^info: {3}(\w+) /.exec(line)?.[1] ?? [])
}

describeWith(['go', 'upx', 'gcc'], 'build', () => {
  let host: Host & { readonly log: RecordingLog }
  let built: Built
  const waited: { readonly line: string; readonly after: readonly string[] }[] = []

  beforeAll(async () => {
    host = serviceHost()
    const wait: Wait = (work, say) => {
      waited.push({ line: say(61_000), after: stagesOf(host.log) })
      return work
    }
    built = await build(host, imageSpecFor(host, { ...QUICK, output: 'out' }), { screen, wait })
  }, 120_000)

  it('reports every stage when it ends, and waits for the long ones in sight', () => {
    expect(stagesOf(host.log)).toEqual(['compile', 'pack', 'prove', 'assemble'])
    expect(waited).toEqual([
      { line: expect.stringMatching(/^ {2}pack .*still packing .*1 min 1 s$/), after: ['compile'] },
      { line: expect.stringMatching(/^ {2}prove .*still proving .*1 min 1 s$/), after: ['compile', 'pack'] },
    ])
  })

  it('gives an image that lies where it was asked for, and its weigh-in', () => {
    expect(built).toMatchObject({
      name: 'svc',
      gate: { pass: true, publish: true },
      published: { places: [{ kind: 'layout', path: 'out' }], failure: null },
      weighIn: {
        images: [
          {
            name: 'svc',
            digest: built.set.root.digest,
            published: true,
            platforms: [{ binaries: [{ pack: { status: 'packed' }, proof: { status: 'proven' } }] }],
          },
        ],
      },
    })
    expect(readFileSync(path.join(host.cwd, 'out', 'index.json'), 'utf8')).toContain(built.set.root.digest)
    const stages = built.weighIn.stages.map(({ stage }) => stage)
    expect(stages).toEqual([
      'resolve',
      'compile',
      'read',
      'pack',
      'prove',
      'assemble',
      'smoke test',
      'publish',
    ])
  })

  it('makes the images of several platforms beside each other, and reports them in their order', async () => {
    const own = serviceHost()
    const platforms = 'linux/arm64,linux/amd64'
    const spec = imageSpecFor(own, { platforms, ...QUICK, output: 'both' })
    const { set, depths, weighIn, published } = await build(own, spec, { screen, wait: patient })
    const [image] = weighIn.images
    expect(set.images.map(one => one.platform.architecture)).toEqual(['arm64', 'amd64'])
    expect(set.images[1]?.manifest.digest).toBe(built.set.root.digest)
    expect(image).toMatchObject({ digest: set.root.digest, published: true })
    expect(image?.platforms.map(({ platform }) => platform)).toEqual(platforms.split(','))
    expect(depths.map(({ platform }) => platform)).toEqual(platforms.split(','))
    expect(published?.places).toEqual([{ kind: 'layout', path: 'both' }])
    const each = ['compile', 'pack', 'prove', 'assemble']
    expect(stagesOf(own.log)).toEqual([...each, ...each])
    // What all platforms share is counted with the first.
    const stages = (named: string) =>
      weighIn.stages.filter(({ platform }) => platform === named).map(({ stage }) => stage)
    expect(stages('linux/arm64')).toEqual(expect.arrayContaining(['resolve', 'publish']))
    expect(stages('linux/amd64')).not.toContain('resolve')
  }, 120_000)

  it('writes nothing where the gate says no', async () => {
    const spec = imageSpecFor(host, { pack: 'off', budget: 'image: 1kB', output: 'over' })
    const { gate, published, weighIn } = await build(host, spec, { screen, wait: patient })
    expect(gate).toMatchObject({ pass: false, publish: false })
    expect(published).toBeNull()
    expect(weighIn.images[0]).toMatchObject({ published: false, budget: { status: 'over' } })
    expect(existsSync(path.join(host.cwd, 'over'))).toBe(false)
  })

  it('says that the linked binary ships where the proof refuses what was packed', async () => {
    const upx = writeBrokenUpx('crashes with an odd number of variables')
    const env = {
      ...process.env,
      PATH: `${path.dirname(upx.command)}${path.delimiter}${process.env['PATH']}`,
    }
    const broken = serviceHost(SERVICE, { env })
    const { weighIn } = await build(broken, imageSpecFor(broken, { ...QUICK, output: 'out' }), {
      screen,
      wait: patient,
    })
    expect(weighIn.images[0]?.platforms[0]?.binaries[0]).toMatchObject({
      pack: { status: 'unpacked', reason: expect.stringMatching(/^it fails its proof: /) },
      proof: { status: 'failed' },
    })
    expect(stagesOf(broken.log)).toEqual(['compile', 'pack', 'prove', 'pack', 'assemble'])
    expect(broken.log.lines.filter(line => line.includes('not packed'))).toHaveLength(1)
  }, 120_000)

  it('fails under pack: require where the proof refuses what was packed', async () => {
    const upx = writeBrokenUpx('crashes with an odd number of variables')
    const env = {
      ...process.env,
      PATH: `${path.dirname(upx.command)}${path.delimiter}${process.env['PATH']}`,
    }
    const broken = serviceHost(SERVICE, { env })
    const spec = imageSpecFor(broken, { ...QUICK, pack: 'require', output: 'out' })
    await expect(build(broken, spec, { screen, wait: patient })).rejects.toMatchObject({ code: 'proof' })
    expect(readdirSync(broken.cwd)).not.toContain('out')
  }, 120_000)
})

describe('build, before it compiles anything', () => {
  /** Were Go needed, it would not be found. */
  const early = async (files: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>) => {
    const host = serviceHost({ ...SERVICE, ...files }, { env: { PATH: '/nowhere' } })
    const spec = imageSpecFor(host, { pack: 'off', ...values })
    return build(host, spec, { screen, wait: patient })
  }

  it.each([
    ['an output below a file', { output: 'main.go/out' }, 'write'],
    ['an archive below a file', { output: 'main.go/out.tar' }, 'write'],
    ['an output that is a directory of something else', { output: '.' }, 'write'],
    ['an archive that is a directory', { output: 'there.tar' }, 'write'],
    ['an output that no directory can be made for', { output: '/proc/nowhere/out' }, 'write'],
    ['certificates that are not there', { certificates: 'nowhere.pem' }, 'bad-input'],
    ['certificates that are none', { certificates: 'main.go' }, 'bad-input'],
    ['extra certificates that are none', { 'extra-certificates': 'main.go' }, 'bad-input'],
    ['files that are not there', { files: 'nowhere:/x' }, 'bad-input'],
  ])('refuses %s', async (_, values, code) => {
    await expect(early({ 'there.tar/x': '' }, values)).rejects.toMatchObject({ code })
  })

  it('refuses the usual place too, and leaves nothing behind', async () => {
    await expect(early({ '.bantam': '' }, { main: '.=svc' })).rejects.toMatchObject({ code: 'write' })
    const host = serviceHost(SERVICE, { env: { PATH: '/nowhere' } })
    writeFileSync(path.join(host.cwd, 'x'), '')
    const spec = imageSpecFor(host, { pack: 'off', output: 'a/b/out' })
    await expect(build(host, spec, { screen, wait: patient })).rejects.not.toMatchObject({ code: 'write' })
    expect(
      readdirSync(host.cwd)
        .filter(name => !name.startsWith('temporary-'))
        .sort(),
    ).toEqual(['go.mod', 'main.go', 'x'])
  })
})
