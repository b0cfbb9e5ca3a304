import * as core from '@actions/core'
import { availableParallelism, tmpdir } from 'node:os'
import type { Location } from '../failure.ts'
import { keptDirectory } from './home.ts'
import type { Environment, Host } from './host.ts'
import type { Log } from './log.ts'
import { redact } from './redact.ts'
import { scratchDirectory } from './scratch-directory.ts'

/** A job step of GitHub's runner, or of what acts like one. */
export function runnerHost(env: Environment, cwd: string): Host {
  return {
    surface: 'action',
    cwd,
    env,
    log: runnerLog(),
    temporary: scratchDirectory(env['RUNNER_TEMP'] ?? tmpdir()),
    kept: keptDirectory(env, env['RUNNER_TEMP'] ?? tmpdir()),
    cores: availableParallelism(),
  }
}

function runnerLog(): Log {
  const secrets = new Set<string>()
  // The runner masks what setSecret names; what acts like a runner may not.
  const safe = (text: string) => redact(text, secrets)
  return {
    info: line => core.info(safe(line)),
    notice: sentence => core.notice(safe(sentence)),
    warning: sentence => core.warning(safe(sentence)),
    error: (sentence, location) => core.error(safe(sentence), annotation(location)),
    quote: text => core.info(safe(text.trimEnd())),
    debug: line => core.debug(safe(line)),
    secret: text => {
      if (text === '') return
      secrets.add(text)
      core.setSecret(text)
    },
  }
}

function annotation(location: Location | undefined): core.AnnotationProperties {
  if (location === undefined) return {}
  return {
    file: location.file,
    ...(location.line === undefined ? {} : { startLine: location.line }),
    ...(location.column === undefined ? {} : { startColumn: location.column }),
  }
}
