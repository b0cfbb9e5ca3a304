import { describe, expect, it } from '@jest/globals'
import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openBaseline, readFromWeighIn } from '../../../../src/commands/steps/baseline/open.ts'
import { parseReference } from '../../../../src/declare/reference.ts'
import { imageSet } from '../../../../src/image/image-set.ts'
import { writeLayout } from '../../../../src/output/layout.ts'
import { WEIGH_IN_ANNOTATION } from '../../../../src/size/annotation.ts'
import { imageWeight, platformWeight, weighIn } from '../../../report/sample.ts'
import { freePort } from '../../../support/free-port.ts'
import { testHost } from '../../../support/host.ts'
import { image, PLAIN_CONFIG } from '../../../support/images.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { specFor } from '../../../support/service.ts'
import { problemOf } from '../../../support/sentences.ts'

const host = testHost()
const spec = specFor(host)
const ELF = makeElf({ segments: [{ type: 1, content: Buffer.from('code') }] })
const open = (file: string) => openBaseline(host, spec, null, { kind: 'file', path: file })

describe('openBaseline', () => {
  it('reads a weigh-in, from the working directory of the build', async () => {
    writeFileSync(path.join(host.cwd, 'weigh-in.json'), JSON.stringify(weighIn()))
    expect(await open('./weigh-in.json')).toMatchObject({
      status: 'read',
      report: { kind: 'file', reference: './weigh-in.json' },
      images: [{ name: 'proxy', weight: { platform: 'linux/amd64' } }],
    })
  })

  it('reads an image that lies in a layout', async () => {
    await writeLayout(
      path.join(host.cwd, 'layout'),
      imageSet([await image({ name: 'x', bytes: ELF, packed: false })]),
    )
    const found = await open('./layout')
    expect(found).toMatchObject({ status: 'read', images: [{ name: null, budget: null }] })
    expect(found.report?.digest).toMatch(/^sha256:/)
  })

  it('cannot read a layout whose links lead out of the workspace', async () => {
    const here = testHost()
    const outside = path.join(testHost().cwd, 'layout')
    await writeLayout(outside, imageSet([await image({ name: 'x', bytes: ELF, packed: false })]))
    cpSync(outside, path.join(here.cwd, 'layout'), { recursive: true })
    const index = path.join(here.cwd, 'layout', 'index.json')
    rmSync(index)
    symlinkSync(path.join(outside, 'index.json'), index)
    const asked = { kind: 'file', path: './layout' } as const
    expect(await openBaseline(here, specFor(here), null, asked)).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('leads out of the workspace through a link'),
    })
  })

  it('has none in a weigh-in of an older Bantam, with a notice that names it', async () => {
    const here = testHost()
    const older = { ...weighIn(), schemaVersion: 1, bantam: '0.0.9', images: [] }
    writeFileSync(path.join(here.cwd, 'older.json'), JSON.stringify(older))
    const said = 'the weigh-in was written by Bantam 0.0.9 with schemaVersion 1, and this Bantam reads 2'
    const found = await openBaseline(here, specFor(here), null, { kind: 'file', path: './older.json' })
    expect(found).toMatchObject({ status: 'absent', reason: said })
    expect(here.log.lines).toContain(`notice: There is nothing to compare with: ${said}.`)
  })

  it('cannot read a weigh-in of a newer Bantam', async () => {
    writeFileSync(path.join(host.cwd, 'newer.json'), JSON.stringify({ ...weighIn(), schemaVersion: 3 }))
    expect(await open('./newer.json')).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('schemaVersion 3'),
    })
  })

  it('weighs an image that an older Bantam annotated, and says that the annotation is left out', async () => {
    const here = testHost()
    const annotations = { [WEIGH_IN_ANNOTATION]: '{"schemaVersion":1,"bantam":"0.0.9"}' }
    const config = { ...PLAIN_CONFIG, annotations }
    const built = await image({ name: 'x', bytes: ELF, packed: false }, { config })
    await writeLayout(path.join(here.cwd, 'older'), imageSet([built]))
    const found = await openBaseline(here, specFor(here), null, { kind: 'file', path: './older' })
    expect(found).toMatchObject({ status: 'read', images: [{ budget: null }] })
    expect(here.log.lines).toContainEqual(
      expect.stringMatching(/^notice: The annotation .* is left out: it was written by Bantam 0\.0\.9 with/),
    )
  })

  it('refuses what is no baseline at all, which only the user can have named wrongly', async () => {
    writeFileSync(path.join(host.cwd, 'binary'), ELF, { mode: 0o755 })
    await expect(open('./binary')).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('cannot read a weigh-in that is cut off', async () => {
    writeFileSync(path.join(host.cwd, 'cut.json'), JSON.stringify(weighIn()).slice(0, 1000))
    const asked = open('./cut.json').then(
      found => found.status,
      (error: { code: string }) => error.code,
    )
    expect(['unreadable', 'bad-input']).toContain(await asked)
  })

  it('cannot read a registry that does not answer', async () => {
    const reference = parseReference(`127.0.0.1:${await freePort()}/o/x:main`)
    if (!reference.ok) throw new Error(problemOf(reference) ?? undefined)
    const found = await openBaseline(host, spec, null, { kind: 'image', reference: reference.value })
    expect(found).toMatchObject({ status: 'unreadable', report: { kind: 'image' } })
  }, 120_000)
})

describe('readFromWeighIn', () => {
  it('keeps what is for the platform, with the limits that it was held against', () => {
    const arm64 = platformWeight({ platform: 'linux/arm64' })
    const several = {
      ...weighIn(),
      images: [imageWeight(), imageWeight({ name: 'arm', platforms: [arm64] })],
    }
    const found = readFromWeighIn(several, spec.platform, { kind: 'cache', reference: null })
    expect(found.images).toMatchObject([
      { name: 'proxy', budget: [{ subject: { kind: 'image' }, bound: { amount: 3_000_000 } }] },
    ])
  })
})
