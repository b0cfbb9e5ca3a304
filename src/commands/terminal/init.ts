import { problemsFailure } from '../../declare/problem.ts'
import type { InitCommand } from '../../declare/init-command.ts'
import { withoutCommands } from '../../host/harmless-text.ts'
import type { Log } from '../../host/log.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import { waitOn } from '../../host/wait.ts'
import type { Note } from '../../init/facts.ts'
import { noteText } from '../../init/note-lines.ts'
import { filesText } from '../../init/written-files.ts'
import type { ExitCode } from '../exit-code.ts'
import { init } from '../init.ts'
import { writeFiles } from '../steps/init/write-files.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

/** The files name the action as README.md does. */
const NEXT = "Write the owner of Bantam's repository for OWNER in"

/** Exit code 1 means that the files are there, and that an image could not be built. */
export async function runInit(terminal: Terminal, log: Log, asked: InitCommand): Promise<ExitCode> {
  const { wait, log: over } = waitOn(terminal.stderr, terminal.env, log)
  const print = (text: string) =>
    terminal.stdout.write(terminal.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands(text) : text)
  try {
    if (asked.problems.length > 0) throw problemsFailure(asked.problems)
    const host = terminalHost(terminal, over)
    const screen = terminalStyle(asked.stdout ? terminal.stderr : terminal.stdout, terminal.env)
    const { top, files, services, notes, unbuilt } = await init(host, asked, { screen, wait })
    if (asked.stdout) print(filesText(files))
    else {
      await writeFiles(top, files).catch((cause: unknown) => {
        print(filesText(files))
        throw cause
      })
      const count = services.length === 1 ? 'one image' : `${services.length} images`
      const names = files.map(file => file.path).join(' and ')
      const [verb, them] = files.length === 1 ? ['is', 'it'] : ['are', 'them']
      host.log.info(
        `\n${names} ${verb} written: ${count}, ${services.join(', ')}. ${NEXT} ${them}, and commit ${them}.`,
      )
    }
    for (const line of noteLines(notes)) host.log.info(line)
    for (const { where, why } of unbuilt)
      host.log.warning(`${where} could not be built, so its budget has no size: ${why}.`)
    return unbuilt.length === 0 ? 0 : 1
  } catch (error) {
    tellOnTerminal(terminal, log, { json: false }, error)
    return 2
  }
}

function noteLines(notes: readonly Note[]): readonly string[] {
  return notes.length === 0 ? [] : ['', 'Not carried over:', ...notes.map(note => `  ${noteText(note)}`)]
}
