/** What GitHub's runner would do for a line of a step's log. */
export interface Obeyed {
  readonly name: string
  readonly message: string
}

/** Every command that the runner knows, and what only newer or older ones know. */
const KNOWN =
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  )

/**
 * The commands that the runner takes from a log, read as its own source does: lines end as .NET's `ReadLine` ends them,
 * `::name::` counts after blanks, `##[name]` anywhere, and nothing while commands are stopped.
 * https://github.com/actions/runner/blob/v2.335.0/src/Runner.Common/ActionCommand.cs
 */
export function commandsIn(log: string): readonly Obeyed[] {
  const obeyed: Obeyed[] = []
  let stoppedUntil: string | null = null
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = parse(line, stoppedUntil === null ? KNOWN : [...KNOWN, stoppedUntil])
    if (command === null) continue
    if (stoppedUntil !== null) {
      if (command.name === stoppedUntil) stoppedUntil = null
    } else if (command.name === 'stop-commands') stoppedUntil = command.message.toLowerCase()
    else obeyed.push(command)
  }
  if (stoppedUntil !== null) throw new Error('commands are stopped at the end of the log')
  return obeyed
}

/** A comparison by culture gives these no weight. */
const IGNORED = /[\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/gu

function parse(line: string, known: readonly string[]): Obeyed | null {
  const text = line.replace(IGNORED, '').trimStart()
  const [, name = '', message = ''] =
    /^::([^ ]*?)(?: .*?)?::(.*)$/u.exec(text) ?? /##\[([^ \]]*)(?: [^\]]*)?\](.*)$/u.exec(text) ?? []
  return known.includes(name.toLowerCase()) ? { name: name.toLowerCase(), message } : null
}
