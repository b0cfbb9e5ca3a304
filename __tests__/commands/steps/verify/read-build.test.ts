import { describe, expect, it } from '@jest/globals'
import { readBuild, seeLinked } from '../../../../src/commands/steps/verify/read-build.ts'
import { writeAnnotation } from '../../../../src/size/annotation.ts'
import { Failure } from '../../../../src/failure.ts'
import { tarOf } from '../../../support/archives.ts'
import { testHost } from '../../../support/host.ts'
import { handMade, layoutOf, writeTemporary, writeTree } from '../../../support/layouts.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { onlyPlatform } from '../../../support/things.ts'

const ANNOTATION = writeAnnotation({
  bantam: '0.1.0',
  settings: {
    go: 'go1.26.8',
    packer: null,
    ldflags: '-s -w',
    buildTags: [],
    buildFlags: [],
    cgo: 'off',
    certificates: 'none',
    timezones: 'none',
    layerCompression: 'gzip',
  },
  budget: [],
  embedded: new Map(),
  inputs: { 'working-directory': '.' },
})
const REVISION = 'org.opencontainers.image.revision'
const COMMIT = 'c'.repeat(40)
const ELF = makeElf()

function made(annotations: Readonly<Record<string, string>>, config: object = {}) {
  const layers = [[{ name: 'app', content: ELF, mode: 0o755 }]]
  return handMade(layers, { manifest: { annotations }, config })
}

async function read(annotations: Readonly<Record<string, string>>, config: object = {}) {
  const image = await onlyPlatform(writeTree(layoutOf(made(annotations, config))), {}, testHost())
  return readBuild('x', image, async () => null)
}

const GOOD = { 'dev.bantam.weigh-in': ANNOTATION, [REVISION]: COMMIT }

describe('readBuild', () => {
  it('reads what an image says of its build', async () => {
    const config = {
      created: '2023-11-14T22:13:20Z',
      config: { Entrypoint: ['/app'], Cmd: ['x'], Env: ['A=1=2'], ExposedPorts: { '80/tcp': {} } },
    }
    expect(await read(GOOD, config)).toMatchObject({
      name: 'x',
      revision: COMMIT,
      created: 1_700_000_000,
      buildInfo: null,
      record: {
        inputs: { 'working-directory': '.' },
        config: { entrypoint: ['/app'], args: ['x'], env: { A: '1=2' }, expose: ['80/tcp'] },
        programs: null,
        base: null,
        sbom: false,
        vcs: false,
        goEnv: {},
      },
      programs: [{ path: '/app', packer: null }],
    })
  })

  it('takes the commit from a label where no annotation names it', async () => {
    const { [REVISION]: _, ...annotations } = GOOD
    const config = { config: { Labels: { [REVISION]: COMMIT } } }
    expect(await read(annotations, config)).toMatchObject({ revision: COMMIT })
  })

  it.each<{ name: string; annotations: Readonly<Record<string, string>>; says: string }>([
    { name: 'no annotation', annotations: { [REVISION]: COMMIT }, says: 'Bantam did not build it' },
    {
      name: 'no commit',
      annotations: { 'dev.bantam.weigh-in': ANNOTATION },
      says: 'does not name the commit',
    },
    { name: 'a branch', annotations: { ...GOOD, [REVISION]: 'main' }, says: 'does not name the commit' },
    {
      name: 'something else',
      annotations: { ...GOOD, 'dev.bantam.weigh-in': '{}' },
      says: 'was not written by',
    },
    {
      name: 'no place, and a program that Go did not build',
      annotations: { ...GOOD, 'dev.bantam.weigh-in': ANNOTATION.replace('"working-directory":"."', '') },
      says: '/app in it does not name the package that it was built from',
    },
  ])('refuses $name', async ({ annotations, says }) => {
    await expect(read(annotations)).rejects.toThrow(says)
    await expect(read(annotations)).rejects.toThrow(Failure)
  })

  it('refuses an archive that keeps no manifest', async () => {
    const { config, layers } = made(GOOD)
    const archive = tarOf([
      { name: 'manifest.json', content: JSON.stringify([{ Config: 'c', RepoTags: [], Layers: ['l'] }]) },
      { name: 'c', content: Buffer.from(config.bytes) },
      { name: 'l', content: Buffer.from(layers[0]?.bytes ?? []) },
    ])
    const image = await onlyPlatform(writeTemporary('x.tar', archive), {}, testHost())
    await expect(readBuild('x', image, async () => null)).rejects.toThrow('this archive keeps no manifest')
  })
})

it('says of a damaged program that it is not complete', () => {
  expect(seeLinked('/x', ELF.subarray(0, 40))).toEqual({ why: 'it is not a complete executable' })
})
