import { expect, it } from '@jest/globals'
import { kindOf } from '../../src/init/source-kind.ts'

it.each([
  ['Dockerfile', 'dockerfile'],
  ['a/Dockerfile.alpine', 'dockerfile'],
  ['build/api.Dockerfile', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['Dockerfile.dockerignore', null],
  ['Dockerfiles', null],
  ['a\n/Dockerfile\n', null],
  ['.goreleaser.yaml', 'goreleaser'],
  ['goreleaser.yml', 'goreleaser'],
  ['.goreleaser.prod.yml', 'goreleaser'],
  ['.ko.yaml', 'ko'],
  ['Makefile', 'script'],
  ['a/Makefile.common', 'script'],
  ['a.mk', 'script'],
  ['build.sh', 'script'],
  ['scripts/build.sh', 'script'],
  ['test/build.sh', null],
  ['.github/workflows/a.yml', 'workflow'],
  ['a/.github/workflows/a.yml', null],
  ['main.go', null],
])('kindOf %s is %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind)
})
