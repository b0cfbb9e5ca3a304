import { gitRepository, mergeCommit, shallowCheckout } from './git.ts'
import { someCode } from './two-packages.ts'

/** A service upstream, and a pull request that makes it heavier. */
export interface HeavierPullRequest {
  /** The base branch's newest commit: the merge commit's first parent. */
  readonly base: string
  readonly head: string
  readonly merge: string
  /** A checkout of one of them, whose `origin` is named as on GitHub. @returns its directory */
  checkout(commit: string): string
  /** What that `origin` is on disk. */
  readonly upstream: string
}

/** The module that the pull request brings. */
export const HEAVIER = 'example.com/barcode'

export function heavierPullRequest(): HeavierPullRequest {
  const repository = gitRepository()
  const base = repository.commit(LIGHT)
  repository.git('checkout', '-q', '-b', 'heavier')
  const head = repository.commit(HEAVY)
  repository.git('checkout', '-q', 'main')
  const merge = mergeCommit(repository, 'main', 'heavier')
  const checkout = (commit: string) => {
    const { directory, git } = shallowCheckout(repository, commit)
    git('remote', 'set-url', 'origin', ORIGIN)
    return directory
  }
  return { base, head, merge, upstream: repository.directory, checkout }
}

export const ORIGIN = 'https://github.com/o/r'

const LIGHT = {
  'go.mod': 'module example.com/service\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() { println("hello") }\n',
}

const CODE = someCode(2000)

const HEAVY = {
  'go.mod': `module example.com/service\n\ngo 1.21\n\nrequire ${HEAVIER} v1.2.0\n\nreplace ${HEAVIER} => ./barcode\n`,
  'main.go': `package main\n\nimport "${HEAVIER}"\n\nfunc main() { println("hello", barcode.Of(len("three"))) }\n`,
  'barcode/go.mod': `module ${HEAVIER}\n\ngo 1.21\n`,
  'barcode/barcode.go': `package barcode\n\n${CODE.source}\nfunc Of(n int) int {\n${CODE.calls}\treturn n\n}\n`,
}
