import { formatDelta } from './figures.ts'
import type { Surface } from '../clause.ts'
import { formatShellWords } from '../declare/shell-words.ts'
import type { Change } from '../diet/change.ts'
import type { ExperimentValue } from '../diet/experiments.ts'
import type { Outcome, Tried } from '../diet/findings.ts'
import type { Setting } from '../diet/settings.ts'
import type { DietWeight } from '../diet/weight.ts'
import { tagPrice } from './tag-words.ts'

/** Names the changes of a try: `no inlining`, `build tag nomsgpack`. */
export function changesTitle(changes: readonly Change[]): string {
  const [first, ...others] = changes
  if (first === undefined) return 'as it is'
  return others.length === 0 ? changeTitle(first) : 'all changes together'
}

function changeTitle(change: Change): string {
  switch (change.kind) {
    case 'build tag':
      return `build tag ${change.tag}`
    case 'no inlining':
      return 'no inlining'
    case 'no certificates':
      return 'no certificates'
    case 'no time zones':
      return 'no time zones'
    case 'zstd layers':
      return 'zstd layers'
    case 'zstd for packing':
      return 'zstd layers, not packed'
    case 'packing':
      return 'packed'
    case 'newer go':
      return change.version
    case 'newer module':
      return `${change.module} ${change.to} (${change.from} now)`
    case 'experiment':
      return `GOEXPERIMENT=${change.value}`
  }
}

/** Describes the cost of a change: a clause after `price:`. */
export function changePrice(change: Change): string {
  switch (change.kind) {
    case 'build tag':
      return tagPrice(change.tag, change.packages)
    case 'no inlining':
      return 'slower code, because small functions are called instead of copied into their callers'
    case 'no certificates':
      return change.needed
        ? 'TLS to any other server fails (x509: certificate signed by unknown authority), unless certificates are mounted'
        : "none: the binary cannot reach the system's certificates"
    case 'no time zones':
      return change.needed
        ? 'time.LoadLocation fails for every zone except UTC, and Local is UTC, unless zones are mounted'
        : 'none: the binary cannot reach time.LoadLocation'
    case 'zstd layers':
      return 'pulling needs Docker 23 or containerd 1.5, or newer'
    case 'zstd for packing':
      return 'a node stores the linked binary, and pulling needs Docker 23 or containerd 1.5, or newer'
    case 'packing':
      return 'the binary is unpacked into private memory at every start'
    case 'newer go':
      return 'none except the upgrade itself; read the release notes'
    case 'newer module':
      return 'none except the upgrade itself; read its release notes'
    case 'experiment':
      return EXPERIMENT_PRICES[change.value]
  }
}

const EXPERIMENT_PRICES: Readonly<Record<ExperimentValue, string>> = {
  nojsonv2:
    'encoding/json is the implementation of Go 1.26 and earlier, which decodes more slowly; a later Go may no longer offer it',
  nosizespecializedmalloc:
    'the runtime allocates small objects more slowly, as Go 1.26 and earlier do; a later Go may no longer offer it',
}

/** Returns the commands for changes that no input can make. */
export function changeCommands(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(change =>
    change.kind === 'newer module' ? [`go get ${formatShellWords([`${change.module}@${change.to}`])}`] : [],
  )
}

/** Joins the costs of several changes. */
export function changesPrice(changes: readonly Change[]): string {
  return changes.map(changePrice).join('; ')
}

/** Writes the settings as one line for the command line, or as lines of a workflow. */
export function settingsText(settings: readonly Setting[], surface: Surface): string {
  return surface === 'terminal'
    ? settings.map(({ input, value }) => flag(input, value)).join(' ')
    : settings.map(({ input, value }) => `${input}: ${yamlText(value)}`).join('\n')
}

/** Uses `=` if the value could be taken for an option because it begins with a dash. */
function flag(input: string, value: string): string {
  const word = formatShellWords([value])
  return value.startsWith('-') ? `--${input}=${word}` : `--${input} ${word}`
}

/** Quotes numbers and other values that YAML would interpret. */
function yamlText(value: string): string {
  return /^[A-Za-z][\w.,/-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null)$/i.test(value)
    ? value
    : JSON.stringify(value)
}

type Failed = Extract<Outcome, { status: 'failed' }>

/** Says why a try failed: a clause. */
export function failureWords({ stage, reason }: Failed): string {
  switch (stage) {
    case 'compile':
      return `does not compile: ${reason}`
    case 'start':
      return `does not start: ${reason}`
    case 'pack':
      return `cannot be packed: ${reason}`
    case 'other':
      return `could not be tried: ${reason}`
  }
}

/** Lists the tries that saved nothing, in few words. Build tags are combined. */
export function nothingWords({ linkedSize: before }: DietWeight, nothing: readonly Tried[]): string {
  const tags = nothing.flatMap(({ changes }) =>
    changes.flatMap(one => (one.kind === 'build tag' ? [one.tag] : [])),
  )
  const others = nothing
    .filter(({ changes }) => changes.every(({ kind }) => kind !== 'build tag'))
    .map(({ changes, outcome }) => {
      const grown = outcome.status === 'not smaller' ? outcome.linkedSize - before : 0
      return `${changesTitle(changes)}${grown > 0 ? ` (${formatDelta(grown)} before packing)` : ''}`
    })
  return [...others, ...(tags.length === 0 ? [] : [namedTags(tags)])].join(', ')
}

const MOST_UNTRIED = 5

/** Names the build tags that were not tried for lack of time. */
export function untriedWords(tags: readonly string[]): string {
  const more = tags.length - MOST_UNTRIED
  const named = namedTags(tags.slice(0, MOST_UNTRIED))
  return `not tried, to save time: ${named}${more > 0 ? ` and ${more} more` : ''}`
}

function namedTags(tags: readonly string[]): string {
  return `build ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`
}
