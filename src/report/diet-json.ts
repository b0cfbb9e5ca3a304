import type { Diet } from '../diet/diet.ts'
import type { Finding, Tried } from '../diet/findings.ts'
import { VERSION } from '../version.ts'
import { changeCommands, changesPrice, changesTitle, failureWords, settingsText } from './diet-words.ts'
import { jsonText } from './json-text.ts'

/** Returns the result of a diet for `--json`; schema/diet.json describes it. */
export function dietJson(diet: Diet): string {
  const { name, platform, go, newerGo, modulesUnknown, asItIs, findings, untried, imports, deadCode } = diet
  const { saves, trades, nothing, failed } = findings
  const value = {
    schemaVersion: 1,
    bantam: VERSION,
    name,
    platform,
    go,
    newerGo,
    modulesUnknown,
    asItIs,
    findings: [
      ...saves.map(finding => findingValue('smaller', finding)),
      ...trades.map(finding => findingValue('larger', finding)),
    ],
    nothing: nothing.map(triedValue),
    failed: failed.map(tried => ({ ...triedValue(tried), reason: reasonOf(tried) })),
    untried,
    imports,
    deadCode,
  }
  return jsonText(value)
}

function findingValue(image: 'smaller' | 'larger', { changes, settings, weight, saved }: Finding) {
  return {
    ...triedValue({ changes, settings }),
    image,
    commands: changeCommands(changes),
    flags: settingsText(settings, 'terminal'),
    yaml: settingsText(settings, 'action'),
    price: changesPrice(changes),
    weight,
    saved,
  }
}

function triedValue({ changes, settings }: Pick<Tried, 'changes' | 'settings'>) {
  return {
    title: changesTitle(changes),
    changes: changes.map(({ kind }) => kind),
    settings: Object.fromEntries(settings.map(({ input, value }) => [input, value])),
  }
}

function reasonOf({ outcome }: Tried): string {
  return outcome.status === 'failed' ? failureWords(outcome) : ''
}
