import { ownIsolation, type Way } from './isolation.ts'
import { prove, type ProofRequest, type ProofAnswer } from './prove.ts'

/** What the helper that runs as root is asked, as JSON. */
export type ProverRequest =
  | { readonly kind: 'isolation'; readonly directory: string }
  | { readonly kind: 'prove'; readonly proof: ProofRequest }

export type ProverAnswer =
  { readonly kind: 'isolation'; readonly way: Way } | { readonly kind: 'prove'; readonly proof: ProofAnswer }

export async function answer(request: ProverRequest): Promise<ProverAnswer> {
  switch (request.kind) {
    case 'isolation':
      return { kind: 'isolation', way: await ownIsolation(request.directory) }
    case 'prove':
      return { kind: 'prove', proof: await prove(request.proof) }
  }
}
