import { unique } from '../declare/list.ts'
import { baseNote } from './base-note.ts'
import { execForm } from './dockerfile.ts'
import { pairsOf, expand, type Run, type Setting, type StageView } from './docker-stage.ts'
import { userNumbers } from './docker-users.ts'
import { type Inputs, inputOf } from './draft.ts'
import type { Note } from './facts.ts'
import { commandsOf, looseWords } from './shell.ts'

export interface DockerConfig {
  readonly inputs: Inputs
  readonly notes: readonly Note[]
}

/** The labels that Bantam writes itself. */
const OWN_LABELS = /^org\.opencontainers\.image\.(?:source|revision|created|version|title|url)$/

/** Images that have nothing that Bantam does not bring. */
const BARE =
  /^scratch$|(?:^|\/)distroless\/static(?:-debian\d+)?(?::|@|$)|(?:^|\/)chainguard\/static(?::|@|$)/

/** What the instructions of the last stage say of an image, except for its programs and what is run. */
export function dockerConfig(view: StageView, allRuns: readonly Run[], file: string): DockerConfig {
  const notes: Note[] = []
  const note = (line: number, what: string, why: string) =>
    void notes.push({ where: `${file}:${line}`, what, why })
  const known = (name: string): readonly (Setting & { readonly text: string })[] =>
    view.settings
      .filter(setting => setting.name === name)
      .flatMap(setting => {
        if (setting.text !== null) return [{ ...setting, text: setting.text }]
        note(
          setting.line,
          `${name} ${setting.written}`,
          'it has a variable that is known only when Docker builds',
        )
        return []
      })

  if (!BARE.test(view.base) && view.base !== '')
    notes.push(baseNote(`${file}:${view.line}`, `FROM ${view.base}`))
  const expose = known('EXPOSE')
    .flatMap(({ text }) => text.split(/\s+/))
    .filter(port => port !== '')
  const volumes = known('VOLUME')
    .flatMap(({ text }) => execForm(text) ?? looseWords(text))
    .filter(volume => volume !== '')
  const env = environment(view, note)
  const labels = labelsOf(view, note)
  const stop = known('STOPSIGNAL').at(-1)?.text
  const user = userOf(known('USER').at(-1), view, allRuns, note)
  for (const { name, line, written } of view.settings) {
    if (name === 'ONBUILD' || name === 'SHELL')
      note(line, `${name} ${written}`, 'nothing is run in the image')
  }
  for (const run of view.runs) noteRun(run, note)
  const workdir = view.directory === '/' ? undefined : view.directory
  return {
    inputs: {
      ...inputOf('env', env),
      ...inputOf('expose', unique(expose)),
      ...(user === null ? {} : { user }),
      ...(workdir === undefined ? {} : { workdir }),
      ...inputOf('volumes', unique(volumes)),
      ...(stop === undefined ? {} : { 'stop-signal': stop }),
      ...inputOf(
        'labels',
        labels.map(([key, value]) => `${key}=${value}`),
      ),
    },
    notes,
  }
}

function labelsOf(view: StageView, note: Say): readonly (readonly [string, string])[] {
  const pairs = view.settings
    .filter(({ name }) => name === 'LABEL')
    .flatMap(({ line, written }) => pairsOf(written).map(([key, value]) => ({ line, key, value })))
    .filter(({ key }) => !OWN_LABELS.test(key))
  return pairs.flatMap(({ line, key, value }) => {
    const filled = expand(value, view.variables)
    if (filled !== null) return [[key, filled] as const]
    note(line, `LABEL ${key}`, 'its value has a variable that is known only when Docker builds')
    return []
  })
}

type Say = (line: number, what: string, why: string) => void

function environment(view: StageView, note: Say): readonly string[] {
  const values = new Map<string, string>()
  for (const { name, line, written } of view.settings) {
    if (name !== 'ENV') continue
    for (const [variable, value] of pairsOf(written)) {
      const filled = expand(value, view.variables)
      if (filled === null || filled.includes(`$${variable}`))
        note(line, `ENV ${variable}`, 'its value has a variable that is known only when Docker builds')
      else values.set(variable, filled)
    }
  }
  return [...values].map(([name, value]) => `${name}=${value}`)
}

function userOf(
  written: Setting | undefined,
  view: StageView,
  allRuns: readonly Run[],
  note: Say,
): string | null {
  if (written !== undefined) {
    const numbers = userNumbers(written.text ?? '', [...view.runs, ...allRuns])
    if (numbers === null)
      note(
        written.line,
        `USER ${written.written}`,
        'its numbers are not known before the build; the image runs as 65532:65532, unless user says otherwise',
      )
    return numbers
  }
  if (!view.base.includes('nonroot'))
    note(
      view.line,
      'no USER',
      'the image ran as root and now runs as 65532:65532; write user: 0:0 if it needs root',
    )
  return null
}

/** Programs that install packages, and the word before their names. */
const INSTALLERS: Readonly<Record<string, string>> = {
  apk: 'add',
  apt: 'install',
  'apt-get': 'install',
  dnf: 'install',
  microdnf: 'install',
  yum: 'install',
}

/** Packages that Bantam has an equal for. */
const NEEDLESS = ['ca-certificates', 'tzdata']

/** What leaves nothing in the image that Bantam lacks, or is read elsewhere. */
const SILENT =
  /^(?:adduser|addgroup|useradd|groupadd|update-ca-certificates|rm|go|set|echo|true|:|export|cd|setcap)$/

function noteRun({ line, script }: Run, note: Say): void {
  for (const { words } of commandsOf(script)) {
    const [command = '', ...args] = words
    const installs = INSTALLERS[command]
    if (installs !== undefined) {
      const packages = args
        .slice(args.indexOf(installs) + 1)
        .filter(word => !word.startsWith('-') && !NEEDLESS.includes(word))
      if (args.includes(installs) && packages.length > 0)
        note(
          line,
          `packages ${packages.join(' ')}`,
          'the image has no package manager; put the programs in with files',
        )
    } else if (command !== '' && !SILENT.test(command))
      note(line, `RUN ${words.join(' ')}`, 'nothing is run in the image; make what it makes in a step before')
  }
}
