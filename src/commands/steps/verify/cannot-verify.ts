import { type Clause, clause } from '../../../clause.ts'
import { Failure, type FailureDetails } from '../../../failure.ts'

/** The failure to build an image again. `why` is a clause about it. */
export function cannotVerify(
  name: string,
  why: Clause,
  { fix, cause, fields }: { readonly fix?: Clause } & Pick<FailureDetails, 'cause' | 'fields'> = {},
): Failure {
  return new Failure(
    'bad-input',
    { what: clause`${name} cannot be verified`, why, fix },
    { cause, fields: { ...fields, thing: name } },
  )
}
