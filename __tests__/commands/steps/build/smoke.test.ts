import { isolationsOf } from '../../../../src/isolation/isolation.ts'
import { beforeAll, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { ReadBinary } from '../../../../src/commands/steps/read.ts'
import { smokeTestImage } from '../../../../src/commands/steps/build/smoke.ts'
import type { Host } from '../../../../src/host/host.ts'
import type { Image } from '../../../../src/image/image.ts'
import { baseFor, baseLayout, openedBase } from '../../../support/base-images.ts'
import { image } from '../../../support/images.ts'
import { readService, SERVICE, serviceHost, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'
import { aFailure } from '../../../support/a-failure.ts'

/** Ends with 3 when it is given a word, and says what a missing certificate makes a program say. */
const CHOOSY = `package main

import (
	"crypto/x509"
	"os"
)

func main() {
	if len(os.Args) > 1 {
		_, err := (&x509.Certificate{}).Verify(x509.VerifyOptions{})
		println("x509: certificate signed by unknown authority", err != nil)
		os.Exit(3)
	}
}
`

const PLATFORM = { os: 'linux', architecture: 'amd64' }
/** Neither native nor emulated, on any machine that runs these tests. */
const FOREIGN = 'linux/loong64'

describeWith(['go'], 'smokeTestImage', () => {
  let host: Host
  let binaries: readonly ReadBinary[]
  let made: Image
  beforeAll(async () => {
    host = serviceHost({ ...SERVICE, 'main.go': CHOOSY })
    binaries = await readService(host, specFor(host))
    const bytes = readFileSync(binaries[0]?.linked.file ?? '')
    made = await image({ name: 'svc', bytes, packed: false })
  }, 120_000)

  it('starts nothing that nobody asked to start', async () => {
    expect(
      await smokeTestImage(host, specFor(host), made, {
        binaries,
        isolations: isolationsOf(host),
        isAlone: true,
      }),
    ).toEqual({
      status: 'not asked',
      seen: [],
    })
  })

  it('runs one of several platforms that this machine can run', async () => {
    const spec = specFor(host, { 'smoke-env': 'A=1', 'smoke-args': '[]' })
    expect(
      await smokeTestImage(host, spec, made, { binaries, isolations: isolationsOf(host), isAlone: false }),
    ).toMatchObject({ status: 'passed' })
  })

  it('says why one of several platforms was not run, and fails where it is the only one', async () => {
    const spec = specFor(host, { platforms: FOREIGN, 'smoke-args': '[]' })
    const { status, seen } = await smokeTestImage(host, spec, made, {
      binaries,
      isolations: isolationsOf(host),
      isAlone: false,
    })
    expect({ status, seen }).toEqual({ status: 'not run', seen: [expect.stringMatching(/\S/)] })
    expect(
      await smokeTestImage(host, specFor(host, { platforms: FOREIGN }), made, {
        binaries,
        isolations: isolationsOf(host),
        isAlone: false,
      }),
    ).toEqual({
      status: 'not asked',
      seen: [],
    })
  })

  it('does not begin with a base that would fill the memory', async () => {
    const base = await openedBase(baseLayout([[PLATFORM, baseFor(PLATFORM)]]))
    const [layer] = base.layers
    if (layer === undefined) throw new Error('a base without layers')
    const large = { ...layer, files: [{ path: '/large', bytes: 1_000_000_001 }] }
    const spec = { ...specFor(host, { 'smoke-args': 'word' }), on: { ...base, layers: [large] } }
    await expect(
      smokeTestImage(host, spec, made, { binaries, isolations: isolationsOf(host), isAlone: true }),
    ).rejects.toEqual(
      aFailure('smoke-test', { why: 'have 1000000001 bytes, and the limit is 1000000000', fix: /./ }),
    )
  })

  it('fails where the service does, and says what its output points to', async () => {
    const spec = specFor(host, { 'smoke-args': 'word' })
    await expect(
      smokeTestImage(host, spec, made, { binaries, isolations: isolationsOf(host), isAlone: true }),
    ).rejects.toEqual(
      aFailure('smoke-test', { why: 'by its output, ', fix: /^set certificates/, output: 'x509' }),
    )
  })
})
