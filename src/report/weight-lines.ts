import { limitsFor } from '../weigh-in/verdict.ts'
import { formatBytes } from '../declare/bytes.ts'
import type { Needs } from '../weigh-in/needs.ts'
import type { Breakdown, BreakdownKind } from '../weigh-in/breakdown.ts'
import type {
  BinaryWeight,
  ImageWeight,
  OtherProgram,
  PlatformWeight,
  WeighIn,
} from '../weigh-in/weigh-in.ts'
import { baseWords } from './base-words.ts'
import { breakdownLines, type BreakdownView } from './breakdown-lines.ts'
import { formatChange } from './figures.ts'
import { growthLines } from './growth-lines.ts'
import { otherProgramWords } from './other-programs.ts'
import { printable } from './printable.ts'
import { layOut } from './row.ts'
import type { Screen } from './screen.ts'
import { headline } from './stage-line.ts'
import { proveStage } from './stages.ts'
import { verdictLines } from './terminal.ts'

const VIEWS: Readonly<Record<'package' | 'function', BreakdownView>> = {
  package: { depth: 2, count: 8 },
  function: { depth: 3, count: 5 },
}
const FILES: BreakdownView = { depth: 1, count: 10 }

/**
 * Returns the output of `bantam weigh`: for each image and platform its settings and needs, the verdict, and both
 * trees.
 */
export function weightLines(
  weighIn: WeighIn,
  depth: 'package' | 'function',
  screen: Screen,
): readonly string[] {
  const { failed: _, ...weighed } = weighIn
  return weighIn.images.flatMap((image, index) => [
    ...(index === 0 ? [] : ['']),
    ...image.platforms.flatMap((weight, at) => [
      ...(at === 0 ? [] : ['']),
      headline(image.name, weight.platform, screen),
      '',
      ...platformLines(weight, screen),
      ...verdictLines({ ...weighed, images: [alone(image, weight)] }, screen),
      ...treeLines(weight, depth),
    ]),
  ])
}

/** Returns the output of `bantam diff`. */
export function comparisonLines({ images }: WeighIn, screen: Screen): readonly string[] {
  const lines = images.flatMap(({ name, platforms, baseline }) =>
    platforms.flatMap(({ platform, growth }) => [
      '',
      headline(name, platform, screen),
      '',
      ...(growth === null ? [] : growthLines(growth, baseline, screen)),
    ]),
  )
  return lines.slice(1)
}

/** Returns the image with this platform only, and the limits for it. */
function alone(image: ImageWeight, weight: PlatformWeight): ImageWeight {
  const limits = limitsFor(image.budget, weight.platform)
  return { ...image, platforms: [weight], budget: { ...image.budget, limits } }
}

function platformLines(
  { settings, binaries, otherPrograms = [], capabilities = [], sizes }: PlatformWeight,
  screen: Screen,
): readonly string[] {
  const { go, cgo, ldflags, buildTags, base } = settings
  const flags = [
    ...(cgo === null ? [] : [`cgo ${cgo}`]),
    ...(buildTags === null || buildTags.length === 0 ? [] : [`tags ${buildTags.join(',')}`]),
    ...(ldflags === null || ldflags === '' ? [] : [`ldflags ${ldflags}`]),
  ]
  return [
    ...(go === null ? [] : layOut({ label: 'go', what: go, figure: '', note: flags.join(', ') }, screen)),
    ...(base === undefined
      ? []
      : layOut({ label: 'base', what: baseWords(base), figure: '', note: '' }, screen)),
    ...binaries.flatMap(binary => binaryLines(binary, screen)),
    ...otherProgramLines(otherPrograms, screen),
    ...capabilities.flatMap(({ path, capabilities: what }, index) =>
      layOut(
        { label: index === 0 ? 'caps' : '', what: printable(`${path} ${what}`), figure: '', note: '' },
        screen,
      ),
    ),
    ...(sizes.downloadSize === null
      ? []
      : layOut(
          { label: 'download', what: formatBytes(sizes.downloadSize), figure: '', note: 'to pull' },
          screen,
        )),
  ]
}

function binaryLines(binary: BinaryWeight, screen: Screen): readonly string[] {
  const { path, linkedSize, shippedSize, pack, price, proof, needs } = binary
  const packed = pack.status === 'packed'
  const unread = packed && binary.breakdown === null
  const note = unread
    ? `packed by ${pack.packer}, not unpacked`
    : packed
      ? `${formatBytes(linkedSize)} before ${pack.packer}`
      : 'not packed'
  const figure = packed && !unread ? formatChange(linkedSize, shippedSize) : ''
  const what = `${formatBytes(shippedSize)}  ${path}`
  const proven = proof.status !== 'not run' || price !== null
  return [
    ...layOut({ label: 'binary', what, figure, note }, screen),
    ...(proven ? layOut({ ...rowOf(proveStage(binary, null)), figure: '' }, screen) : []),
    ...(needs === null
      ? []
      : layOut({ label: 'needs', what: describeNeeds(needs), figure: '', note: '' }, screen)),
  ]
}

/** Returns one line for the programs that were read, and one for each that was not, ten at most. */
function otherProgramLines(programs: readonly OtherProgram[], screen: Screen): readonly string[] {
  const { read, unread, more } = otherProgramWords(programs)
  const rows = [...(read === null ? [] : [read]), ...unread, ...(more === null ? [] : [more])]
  return rows.flatMap((what, index) =>
    layOut({ label: index === 0 ? 'others' : '', what: printable(what), figure: '', note: '' }, screen),
  )
}

function rowOf({ stage, what, note }: ReturnType<typeof proveStage>) {
  return { label: stage, what, note }
}

const NEEDS: readonly (readonly [keyof Needs, string])[] = [
  ['certificates', 'certificates'],
  ['timezones', 'time zones'],
  ['exec', 'programs to start'],
  ['users', 'users to look up'],
  ['temp', 'a temporary directory'],
]

function describeNeeds(needs: Needs): string {
  const named = NEEDS.filter(([need]) => needs[need]).map(([, words]) => words)
  return named.length === 0 ? 'nothing beyond the binary' : named.join(', ')
}

const OF_PACKAGES: readonly BreakdownKind[] = ['main', 'std', 'module']

/**
 * Leaves out a part that is all of its node, such as the only section of the function table, and the parts of the
 * headers. They add nothing to the sum.
 */
function withoutRepetition(tree: Breakdown): Breakdown {
  const children = tree.children ?? []
  if (!children.some(({ kind }) => OF_PACKAGES.includes(kind))) return tree
  return {
    ...tree,
    children: children.map(({ children: parts = [], ...node }) => {
      const tells = OF_PACKAGES.includes(node.kind) || (parts.length > 1 && node.kind !== 'header')
      return tells ? { ...node, children: parts } : node
    }),
  }
}

function treeLines(
  { binaries, breakdown }: PlatformWeight,
  depth: 'package' | 'function',
): readonly string[] {
  const trees = binaries.flatMap(({ path, pack, breakdown: tree }) =>
    tree === null
      ? []
      : [
          '',
          `  ${printable(path)}${pack.status === 'packed' ? ', before packing' : ''}`,
          ...breakdownLines(depth === 'package' ? withoutRepetition(tree) : tree, VIEWS[depth]),
        ],
  )
  const files = breakdown.children ?? []
  return [...trees, ...(files.length < 2 ? [] : ['', '  in the image', ...breakdownLines(breakdown, FILES)])]
}
