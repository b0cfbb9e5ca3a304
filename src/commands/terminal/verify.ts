import { declareVerify } from '../../declare/declare-verify.ts'
import { problemsFailure } from '../../declare/problem.ts'
import type { Log } from '../../host/log.ts'
import { progressOn } from '../../host/progress.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import { verifyJson } from '../../report/verify-json.ts'
import { verifyLines } from '../../report/verify-lines.ts'
import { isSame } from '../../verify/verification.ts'
import type { ExitCode } from '../exit-code.ts'
import { verify } from '../verify.ts'
import type { Asked } from './asked.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

/** Exit code 1 means that the image was built again, and is another one. */
export async function runVerify(
  terminal: Terminal,
  log: Log,
  { given, json, image }: Asked & { readonly image: string },
): Promise<ExitCode> {
  const progress = progressOn(terminal.stderr, terminal.env)
  try {
    const host = terminalHost(terminal, log)
    const declared = declareVerify(given)
    if (!declared.ok) throw problemsFailure(declared.problems)
    if (declared.value.credentials !== null) host.log.secret(declared.value.credentials.password)
    const found = await verify(host, image, declared.value, progress)
    progress.end()
    const screen = terminalStyle(terminal.stdout, terminal.env)
    for (const line of json ? [] : verifyLines(found, screen)) host.log.info(line)
    if (json) terminal.stdout.write(verifyJson(found, host.surface))
    return isSame(found) ? 0 : 1
  } catch (error) {
    progress.end()
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}
