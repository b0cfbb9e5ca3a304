import { baseWords } from './base-words.ts'
import { formatBytes } from '../declare/bytes.ts'
import type { BinaryWeight, ImageWeight, PlatformWeight, Settings } from '../weigh-in/weigh-in.ts'
import { type Section, paragraph } from './document.ts'
import { code, escape } from './escape.ts'
import { formatChange } from './figures.ts'
import { growthSections } from './growth-table.ts'
import { lacks } from './lacks.ts'
import { limitsTable } from './limits-table.ts'
import { otherProgramWords } from './other-programs.ts'
import { packedWith } from './packed-with.ts'
import { describePrice } from './stages.ts'
import { filesTable, layersTable } from './tables.ts'
import { treeSection } from './tree-section.ts'

/** All that the job summary says of an image for one platform, except what is in its binaries. */
export function platformSections(weight: PlatformWeight, image: ImageWeight): readonly Section[] {
  return [
    paragraph(`${escape(weight.platform)}, ${builtWith(weight)}`),
    limitsTable(weight, image),
    ...growthSections(weight.growth, image.baseline),
    {
      head: [],
      rows: [
        ...weight.binaries.flatMap(binary => binaryLines(binary, weight.settings.base)),
        ...otherLines(weight),
        ...smokeLines(weight),
      ],
      foot: [],
    },
    filesTable(weight),
    layersTable(weight),
  ]
}

/** Placed last because they are long. */
export function treeSections({ platform, binaries }: PlatformWeight): readonly Section[] {
  return binaries.flatMap(binary => treeSection(binary, platform))
}

function builtWith(weight: PlatformWeight): string {
  const { go, goSource, base } = weight.settings
  const packer = packedWith(weight)
  const compiler = go === null ? 'a prebuilt binary' : `${go}${goSource === null ? '' : ` (${goSource})`}`
  const parts = [
    compiler,
    ...(packer === null ? [] : [packer]),
    ...(base === undefined ? [] : [`on ${baseWords(base)}`]),
  ]
  return escape(parts.join(', '))
}

function binaryLines(binary: BinaryWeight, base: Settings['base']): readonly string[] {
  const { path, linkedSize, shippedSize, pack, proof, price, needs, fromFiles = false } = binary
  const lacked = lacks(needs, base)
  const packing =
    pack.status === 'packed'
      ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})`
      : `ships unpacked, ${formatBytes(shippedSize)}: ${escape(pack.reason)}`
  const costs = price === null ? [] : [`- the price: ${describePrice(price)}`]
  const needed = lacked === null ? [] : [`- needs: ${escape(lacked)}`]
  if (fromFiles && proof.status !== 'proven') return [`- ${code(path)} ${packing}`]
  return [`- ${code(path)} ${packing}`, `- proof: ${proofOf(proof)}`, ...costs, ...needed]
}

function otherLines({ otherPrograms = [] }: PlatformWeight): readonly string[] {
  const { read, unread, more } = otherProgramWords(otherPrograms)
  const lines = [read, ...unread, more].filter(line => line !== null)
  return lines.map(line => `- ${escape(line)}`)
}

/** A reason together with `proven` says what could not be checked. */
function proofOf({ status, reason, isolation, environments }: BinaryWeight['proof']): string {
  const why = reason === null ? '' : `, ${escape(reason)}`
  if (status !== 'proven') return `**${status}**${why}`
  const where =
    isolation === 'namespaces' ? 'in an empty root directory of its own' : 'in an ordinary process'
  const memory = reason === null ? 'has the same code in memory as the linked binary and ' : ''
  return `${memory}starts with ${environments.join(', ').replace(/, (?=\d+$)/, ' and ')} environment variables, ${where}${why}`
}

function smokeLines({ smokeTest: { status, seen } }: PlatformWeight): readonly string[] {
  switch (status) {
    case 'passed':
    case 'not run':
      return [`- smoke test: ${status}, ${escape(seen.join(', '))}`]
    case 'not asked':
      return []
  }
}
