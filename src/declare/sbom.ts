import path from 'node:path'
import { clause } from '../clause.ts'
import { input } from './input-part.ts'
import { formatPlatform, type Platform } from './platform.ts'
import { parseChoice, type Reader } from './reader.ts'
import type { RunSpec } from './run-spec.ts'
import type { ImageSpec, SbomForm } from './spec.ts'
import { unique } from './list.ts'

const CHOICES = ['embedded', 'file', 'referrer', 'none'] as const

/** Reads the forms of the SBOM, in the order of the table and each once. */
export function declareSbom(reader: Reader): readonly SbomForm[] {
  if (reader.text('sbom') === null) return ['embedded']
  const asked = reader.each('sbom', unique(reader.items('sbom')), text => parseChoice(text, CHOICES))
  if (asked.length > 1 && asked.includes('none'))
    reader.wrong('sbom', 'none', 'cannot stand beside others; write it alone, or leave it out')
  return CHOICES.filter(choice => choice !== 'none').filter(choice => asked.includes(choice))
}

/** Refuses a form that has no place to go to. */
export function checkSbom(
  reader: Reader,
  { sbom, publish }: Pick<ImageSpec, 'sbom' | 'publish'>,
  { report, sboms }: Pick<RunSpec, 'report' | 'sboms'>,
): void {
  if (sbom.includes('referrer')) {
    if (reader.text('image') === null && publish.references.length === 0)
      reader.wrong(
        'sbom',
        'referrer',
        clause`goes to the registry of the image, and no image is named; write ${input('image', 'ghcr.io/owner/name')}`,
      )
    // A job pushes on some events, and the same step serves the others.
    else if (reader.surface === 'terminal' && !publish.push)
      reader.wrong(
        'sbom',
        'referrer',
        clause`is pushed after the image, and nothing is pushed; write ${input('push')} too`,
      )
  }
  if (sbom.includes('file') && report === null)
    reader.wrong(
      'sbom',
      'file',
      clause`is written beside the report, and none is written; write ${input('report', 'out/bantam.json')}`,
    )
  if (report !== null && sboms.includes(report))
    reader.wrong('report', report, 'is where the SBOM goes; write another name')
}

/** The files beside the report: one, or one for each of several platforms, with the image's key if it has one. */
export function sbomFiles(
  report: string,
  platforms: readonly Platform[],
  key: string | null = null,
): readonly string[] {
  const directory = path.dirname(report)
  const name = key === null ? 'sbom' : `sbom-${key}`
  return platforms.map(platform => {
    const slug = platforms.length === 1 ? '' : `-${formatPlatform(platform).replaceAll('/', '-')}`
    return path.join(directory, `${name}${slug}.spdx.json`)
  })
}
