import { formatBytes } from '../declare/bytes.ts'
import { breaks } from '../diet/change.ts'
import type { Diet, NewerGo } from '../diet/diet.ts'
import type { Finding, Tried } from '../diet/findings.ts'
import type { DietWeight, Saved } from '../diet/weight.ts'
import { isNoise } from '../size/noise.ts'
import { deadCodeLines, importLines } from './diet-advice-lines.ts'
import {
  changeCommands,
  changesPrice,
  changesTitle,
  failureWords,
  nothingWords,
  settingsText,
  untriedWords,
} from './diet-words.ts'
import { formatDelta, formatMemory, formatMs } from './figures.ts'
import { listed, listedBeside } from './listed.ts'
import { printable } from './printable.ts'
import { layOut } from './row.ts'
import { type Screen, paint } from './screen.ts'
import { headline } from './stage-line.ts'

/**
 * Returns the output of `bantam diet`: the image's size, the changes that would make it smaller, and those that would
 * not.
 */
export function dietLines(diet: Diet, screen: Screen): readonly string[] {
  const { name, platform, asItIs, findings, imports, deadCode } = diet
  return [
    headline(name, platform, screen),
    '',
    ...asItIsLines(asItIs, screen),
    ...findingsLines('smaller', findings.saves, screen),
    ...findingsLines('larger, but saves something else', findings.trades, screen),
    ...importLines(imports, screen),
    ...deadCodeLines(deadCode, screen),
    ...restLines(diet, screen),
  ]
}

function asItIsLines(
  { imageSize, downloadSize, linkedSize, packed, price }: DietWeight,
  screen: Screen,
): readonly string[] {
  const pull = `${formatBytes(downloadSize)} to pull`
  const linked = `${formatBytes(linkedSize)} before packing`
  const rows = [
    {
      label: 'image',
      what: formatBytes(imageSize),
      note: packed ? `${pull}, ${linked}` : `${pull}, not packed`,
    },
    ...(price === null
      ? []
      : [
          {
            label: 'memory',
            what: `${formatMemory(price.memory.shipped)} private`,
            note: `${formatMs(price.processorMs.shipped)} of processor time to start`,
          },
        ]),
  ]
  return rows.flatMap(row => layOut({ ...row, figure: '' }, screen))
}

function findingsLines(title: string, findings: readonly Finding[], screen: Screen): readonly string[] {
  if (findings.length === 0) return []
  return ['', `  ${title}`, ...findings.flatMap(finding => ['', ...findingLines(finding, screen)])]
}

const INDENT = 12

/** The line with the settings is not wrapped, so that it can be copied. */
function findingLines({ changes, settings, saved }: Finding, screen: Screen): readonly string[] {
  const title = [changesTitle(changes), ...besides(saved)].join(', ')
  const figure = formatDelta(-saved.image).padStart(INDENT - 2)
  const price = `price: ${changes.length > 1 ? 'the prices of all these changes' : changesPrice(changes)}`
  return [
    ...listedBeside(
      `${paint(screen, saved.image < 0 ? 'doubtful' : 'good', figure)}  `,
      [title],
      INDENT,
      screen,
    ),
    ...[
      ...changeCommands(changes),
      ...(settings.length === 0 ? [] : [settingsText(settings, 'terminal')]),
    ].map(line => `${' '.repeat(INDENT)}${paint(screen, 'strong', printable(line))}`),
    ...listed([price], INDENT, screen).map(line => (changes.some(breaks) ? paintBelow(line, screen) : line)),
  ]
}

function paintBelow(line: string, screen: Screen): string {
  return line.slice(0, INDENT) + paint(screen, 'bad', line.slice(INDENT))
}

function besides({ download, memory, processorMs }: Saved): readonly string[] {
  return [
    `${formatDelta(-download)} to pull`,
    ...(memory === null || isNoise({ kind: 'memory' }, 0, memory)
      ? []
      : [`${memory > 0 ? '−' : '+'}${formatMemory(Math.abs(memory))} memory`]),
    ...(processorMs === null
      ? []
      : [`${formatMs(Math.abs(processorMs))} ${processorMs > 0 ? 'less' : 'more'} to start`]),
  ]
}

/** Lists the tries that saved nothing, as briefly as possible. */
function restLines(
  { asItIs, findings, untried, go, newerGo, modulesUnknown }: Diet,
  screen: Screen,
): readonly string[] {
  const { nothing, failed } = findings
  const texts = [
    ...(nothing.length === 0 ? [] : [`tried, but saved nothing: ${nothingWords(asItIs, nothing)}`]),
    ...failed.map(failedWords),
    ...(untried.length === 0 ? [] : [untriedWords(untried)]),
    ...goWords(go, newerGo),
    ...(modulesUnknown === null ? [] : [`no newer module was tried: ${modulesUnknown}`]),
  ]
  return texts.length === 0 ? [] : ['', ...listed(texts, 2, screen)]
}

function failedWords({ changes, outcome }: Tried): string {
  const why = outcome.status === 'failed' ? failureWords(outcome) : ''
  return `${changesTitle(changes)} ${why}`
}

function goWords(go: string, newerGo: NewerGo): readonly string[] {
  switch (newerGo.status) {
    case 'tried':
      return []
    case 'newest':
      return [`${go} is the newest Go`]
    case 'unknown':
      return [`no newer Go was tried: ${newerGo.reason}`]
  }
}
