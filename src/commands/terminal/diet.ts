import { formatPlatform } from '../../declare/platform.ts'
import { problemsFailure, wrongValue } from '../../declare/problem.ts'
import type { ImageSpec, PlatformSpec } from '../../declare/spec.ts'
import type { Log } from '../../host/log.ts'
import { progressOn } from '../../host/progress.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import { dietJson } from '../../report/diet-json.ts'
import { dietLines } from '../../report/diet-lines.ts'
import { declare } from '../declare.ts'
import { diet } from '../diet.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Asked } from './asked.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

export async function runDiet(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  const progress = progressOn(terminal.stderr, terminal.env)
  try {
    const host = terminalHost(terminal, log)
    const { spec } = await declare(host, given)
    const found = await diet(host, onlyPlatform(spec), progress)
    progress.end()
    const screen = terminalStyle(terminal.stdout, terminal.env)
    for (const line of json ? [] : dietLines(found, screen)) host.log.info(line)
    if (json) terminal.stdout.write(dietJson(found))
    return 0
  } catch (error) {
    progress.end()
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}

/** Every try builds, packs and proves, so a diet is for one platform. */
function onlyPlatform({ platforms: [first, ...others] }: ImageSpec): PlatformSpec {
  if (others.length === 0) return first
  const names = [first, ...others].map(({ platform }) => formatPlatform(platform))
  throw problemsFailure([
    wrongValue(
      'platforms',
      names.join(','),
      `names ${names.length} platforms, and a diet is for one; write ${names[0]}`,
    ),
  ])
}
