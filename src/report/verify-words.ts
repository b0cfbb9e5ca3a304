import { firstOf } from '../declare/first-of.ts'
import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { FileDifference, LayerDifference } from '../verify/verification.ts'
import type { ModuleDifference, Reason } from '../verify/reason.ts'
import { formatBytes } from '../declare/bytes.ts'
import { formatDelta } from './figures.ts'
import { printable, shorten } from './printable.ts'

/** More names would hide the rest of the sentence. */
const MOST_NAMES = 5
const LONGEST_NAME = 120

/** Why an image differs from its rebuild. */
export function reasonWords(reason: Reason): Clause {
  switch (reason.kind) {
    case 'go':
      return clause`Go: ${shown(reason.path)} was built with ${shown(reason.image)}, and the image says ${shown(reason.rebuilt)}`
    case 'setting':
      return clause`flags: ${shown(reason.path)} was built with ${setting(reason.name, reason.image)}, and the rebuild with ${setting(reason.name, reason.rebuilt)}`
    case 'ldflags':
      return clause`flags: ${shown(reason.path)} does not have the value that ${input('ldflags')} in the image gives to ${names(reason.variables)}`
    case 'modules':
      return clause`modules: ${shown(reason.path)} was built with ${names(reason.modules.map(moduleWords))}`
    case 'source':
      return sourceWords(reason)
    case 'packer':
      return clause`packer: the same linked binary gives another ${shown(reason.path)} with ${reason.packer ?? 'the packer'}, so another one packed it, or it was changed afterwards`
    case 'packed':
      return reason.where === 'rebuild'
        ? clause`packer: ${shown(reason.path)} is not packed, and the rebuild is`
        : clause`packer: ${shown(reason.path)} is packed, and the rebuild is not (${shown(reason.why ?? 'it could not be')})`
    case 'unread':
      return clause`${shown(reason.path)} could not be compared further: ${shown(reason.why)}`
    case 'contents':
      return clause`${input(reason.of)}: the image has ${shown(reason.image ?? 'none')}, and the rebuild ${shown(reason.rebuilt ?? 'none')}`
    case 'files':
      return clause`source: what ${input('files')} copied is not what commit ${reason.revision.slice(0, 7)} has: ${names(reason.paths)}`
    case 'foreign':
      return clause`not built: ${shown(reason.what)} is in the image, and its build does not make it`
    case 'bantam':
      return clause`Bantam ${shown(reason.image)} built the image, and this is ${reason.rebuilt}`
  }
}

function sourceWords({ path, revision, packages }: Extract<Reason, { kind: 'source' }>): Clause {
  const where =
    packages.length === 0
      ? clause`the size of every package is the same`
      : clause`the size of ${names(packages)} differs`
  return clause`source: ${shown(path)} was built from other source than commit ${revision.slice(0, 7)}, from changes that were not committed, or with other values of ${input('ldflags')} or ${input('build-env')}; ${where}`
}

function setting(name: string, value: string | null): string {
  return value === null ? `no ${shown(name)}` : `${shown(name)}=${shown(value)}`
}

function moduleWords({ path, image, rebuilt }: ModuleDifference): string {
  const there = image === null ? `without ${path}` : `${path} ${image}`
  return rebuilt === null ? `${there}, which the commit does not use` : `${there} instead of ${rebuilt}`
}

function names(all: readonly string[]): string {
  return firstOf(all.map(shown), MOST_NAMES)
}

function shown(text: string): string {
  return shorten(printable(text), LONGEST_NAME)
}

/** What differs in a layer as a whole, where no file does. */
export function layerWords({ digest, rebuilt, how }: LayerDifference): string {
  if (rebuilt === null) return 'only the image has this layer'
  if (digest === null) return 'only the rebuild has this layer'
  switch (how) {
    case 'compression':
      return 'the same tar, compressed in another way'
    case 'headers':
      return 'the same files, with other times or headers in the tar'
    case 'files':
      return ''
  }
}

/** `content; 532.1 kB in the image, +12 B in the rebuild` */
export function fileWords({ aspects, bytes, rebuiltBytes }: FileDifference): string {
  return [aspects.join(', '), ...sizeWords(bytes, rebuiltBytes)].join('; ')
}

function sizeWords(bytes: number | null, rebuilt: number | null): readonly string[] {
  if (bytes === null || rebuilt === null) {
    const only = bytes ?? rebuilt
    return only === null ? [] : [formatBytes(only)]
  }
  return bytes === rebuilt
    ? [`${formatBytes(bytes)} in both`]
    : [`${formatBytes(bytes)} in the image, ${formatDelta(rebuilt - bytes)} in the rebuild`]
}
