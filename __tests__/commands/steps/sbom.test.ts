import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { sbomOf } from '../../../src/commands/steps/sbom.ts'
import { serviceParts } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'sbomOf', () => {
  it('lists what go version -m lists, and the binary as it ships', async () => {
    const { spec, parts } = await serviceParts({ sbom: 'embedded' })
    const document = JSON.parse(Buffer.from(parts.sbom!.bytes).toString()) as {
      readonly packages: readonly { readonly name: string; readonly versionInfo?: string }[]
      readonly files: readonly { readonly checksums: readonly { readonly checksumValue: string }[] }[]
    }
    const [binary] = parts.binaries
    const said = execFileSync('go', ['version', '-m', binary!.linked.file], { encoding: 'utf8' })
    const modules = Array.from(said.matchAll(/^\t(?:mod|dep)\t(\S+)/gm), ([, name]) => name)
    const goVersion = /: go(\S+)/.exec(said)?.[1]
    expect(document.packages.map(({ name }) => name)).toEqual(['svc', ...modules, 'stdlib'])
    expect(document.packages.at(-1)).toMatchObject({ versionInfo: goVersion })
    const shipped = createHash('sha256').update(parts.shipped[0]!.bytes).digest('hex')
    expect(document.files[0]?.checksums.map(({ checksumValue }) => checksumValue)).toContain(shipped)
    expect(sbomOf(spec, parts.binaries, parts.shipped)).toEqual(parts.sbom)
  }, 60_000)

  it('is none where none is asked for', async () => {
    const { parts } = await serviceParts({ sbom: 'none' })
    expect(parts.sbom).toBeNull()
  }, 60_000)
})
