import { beforeAll, expect, it } from '@jest/globals'
import { annotate } from '../../../src/commands/steps/annotate.ts'
import { assembleImage, type ImageParts } from '../../../src/commands/steps/assemble.ts'
import { contentsOf, readBase } from '../../../src/commands/steps/base.ts'
import { arrangeFiles, readFiles } from '../../../src/commands/steps/files.ts'
import { settingsOf } from '../../../src/commands/steps/settings.ts'
import { allShipped, beginShipping } from '../../../src/commands/steps/ship.ts'
import type { Tools } from '../../../src/commands/steps/tools.ts'
import { weighImage } from '../../../src/commands/steps/weigh.ts'
import type { ImageSpec } from '../../../src/declare/spec.ts'
import type { Host } from '../../../src/host/host.ts'
import { readAnnotation, WEIGH_IN_ANNOTATION } from '../../../src/size/annotation.ts'
import { goOnPath } from '../../support/go-programs.ts'
import { readService, SERVICE, serviceHost, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'an image that is assembled', () => {
  let host: Host
  let spec: ImageSpec
  let parts: ImageParts
  const tools: Tools = { go: goOnPath(), packer: null, upx: null }
  beforeAll(async () => {
    host = serviceHost({ ...SERVICE, 'static/page.html': '<p>', 'tool.sh': '#!/bin/sh\n' })
    spec = specFor(host, {
      pack: 'off',
      files: 'static:/srv\ntool.sh:/tool.sh:0755',
      certificates: 'mozilla',
      budget: 'image: 9MB',
    })
    const binaries = await readService(host, spec)
    const files = arrangeFiles(spec, await readFiles(host, spec), [{ name: 'svc' }])
    const base = await readBase(host, spec, tools.go, binaries, files)
    const shipped = await allShipped(beginShipping(host, spec, null, binaries))
    parts = { base, files, binaries, shipped }
  })

  it('holds what was asked for, and its weight is the sum of its files', async () => {
    const image = await assembleImage(spec, tools, parts)
    const weight = await weighImage(host, spec, tools, parts, image)
    expect(image.layers.map(({ what }) => what)).toEqual(['base', 'files', 'binaries'])
    expect(weight).toMatchObject({
      platform: 'linux/amd64',
      digest: image.manifest.digest,
      growth: null,
      smokeTest: { status: 'not asked', seen: [] },
    })
    expect(weight.breakdown.bytes).toBe(weight.sizes.imageSize)
    expect(weight.breakdown.children?.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(weight.sizes.imageSize)
    expect(weight).not.toHaveProperty('otherPrograms')
  })

  it('carries what a later run wants to know of it', () => {
    const { annotations } = annotate(spec, tools, parts.base, parts.binaries)
    const read = readAnnotation(annotations[WEIGH_IN_ANNOTATION] ?? '', spec.platform)
    expect(read).toMatchObject({
      ok: true,
      value: {
        settings: { go: 'go on PATH', certificates: expect.stringMatching(/^Mozilla/), packer: null },
        budget: [{ subject: { kind: 'image' } }],
      },
    })
  })

  it('says in a few words what it holds', () => {
    expect(contentsOf(parts.base, parts.files, parts.shipped)).toEqual(['certificates', '2 files', 'svc'])
  })

  it('says what it was made with, and of a binary that was there what that says itself', () => {
    const { base, binaries } = parts
    const made = { goSource: 'PATH', ldflags: '-s -w', cgo: 'off', layerCompression: 'gzip' }
    expect(settingsOf(spec, tools, base, binaries)).toMatchObject(made)
    const binary = specFor(host, { binary: binaries[0]?.linked.file ?? '' })
    expect(settingsOf(binary, { ...tools, go: null }, base, binaries)).toMatchObject({
      go: expect.stringMatching(/^go1\./),
      goSource: null,
      packer: null,
    })
  })
})
