import type { Log } from '../../host/log.ts'
import type { Terminal } from '../../host/terminal.ts'
import { failureJson } from '../../report/failure-json.ts'
import { tellFailure } from '../tell-failure.ts'

/** Shows why a command failed, and writes it to stdout where a script asked for JSON. */
export function tellOnTerminal(
  { stdout }: Pick<Terminal, 'stdout'>,
  log: Log,
  { json }: { readonly json: boolean },
  error: unknown,
): void {
  tellFailure(log, error, 'terminal')
  if (json) stdout.write(failureJson(error, 'terminal', text => log.hide(text)))
}
