import type { Repository, Surroundings } from '../../src/declare/surroundings.ts'

export const COMMIT = '0123456789abcdef0123456789abcdef01234567'

export const BASE_COMMIT = 'b'.repeat(40)

/** A terminal in a clean checkout of `main`, without a tag. */
export function surroundings(
  overrides: Partial<Omit<Surroundings, 'repository'>> = {},
  repository: Partial<Repository> = {},
): Surroundings {
  return {
    surface: 'terminal',
    cwd: '/checkout/service',
    env: {},
    event: null,
    pullRequest: null,
    base: { commit: { status: 'known', commit: BASE_COMMIT }, branch: null },
    ...overrides,
    repository: {
      commit: COMMIT,
      committedAt: 1_700_000_000,
      tag: null,
      tagPrefix: '',
      described: { status: 'no tag' },
      ref: null,
      refused: null,
      branch: 'main',
      source: 'https://github.com/owner/service',
      ...repository,
    },
  }
}
