import { errorMessage } from '../host/error-code.ts'
import { secretsOf } from '../host/secrets.ts'

/** The most characters of a server's message to show. */
const LONGEST = 300

/** Why GitHub refused a request, as a clause, followed by what to do if that is known. It never contains the token. */
export function reasonOf(error: unknown, token: string): string {
  const said = errorMessage(error)
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/[.\s]+$/, '')
  const status = statusOf(error)
  const answer = status === null ? said : `GitHub answered ${status} (${said})`
  const advice = status === null ? null : adviceOn(status, said)
  const secrets = secretsOf()
  secrets.add(token)
  return secrets.hide(advice === null ? answer : `${answer}; ${advice}`)
}

function adviceOn(status: number, said: string): string | null {
  if (status === 401) return 'give a github-token that is valid'
  if (status === 429 || /rate limit/i.test(said)) return 'the next run will write it'
  if (status === 403)
    return 'give the job `permissions: pull-requests: write`; on a pull request from a fork its token can only read, and the `comment/` action in a workflow on workflow_run writes it'
  if (status === 404) return 'the token cannot see that pull request: check its permissions'
  return null
}

/** The status of a real answer. The error of a request without an answer has a status too, but it means nothing. */
function statusOf(error: unknown): number | null {
  const { status, response } = error as { readonly status?: unknown; readonly response?: unknown }
  return typeof status === 'number' && response !== undefined ? status : null
}
