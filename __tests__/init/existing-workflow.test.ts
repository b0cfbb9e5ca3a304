import { describe, expect, it } from '@jest/globals'
import { platformsIn, readWorkflow } from '../../src/init/existing-workflow.ts'

function read(text: string) {
  return readWorkflow({ path: '.github/workflows/a.yml', text })
}

describe('readWorkflow', () => {
  it('reads when a workflow publishes, for what, and where', () => {
    const found = read(`
on:
  push: {branches: [main, 'release/*', '\${{ x }}'], tags: ['v*', "x y"]}
  workflow_run: {}
jobs:
  a:
    steps:
      - uses: docker/build-push-action@v6
        with:
          platforms: linux/amd64, \${{ matrix.x }}
          images: |
            name=ghcr.io/o/N,enable=true
            o/n
            plain
            ghcr.io/\${{ github.repository }}
          tags: |
            type=sha
            quay.io:443/o/n:v1
            docker.io/o/n:\${{ x }}
      - run: docker buildx build --platform linux/s390x .
`)
    expect(found).toEqual({
      branches: ['main', 'release/*'],
      tags: ['v*'],
      platforms: ['linux/amd64', 'linux/s390x'],
      images: ['ghcr.io/o/n', 'o/n', 'quay.io:443/o/n', 'docker.io/o/n'],
      notes: [
        {
          where: '.github/workflows/a.yml',
          what: 'on: workflow_run',
          why: 'Bantam publishes on push, release, schedule and workflow_dispatch; push: true publishes on every event',
        },
      ],
    })
  })

  it.each([
    { on: 'on: release', tags: ['v*'] },
    { on: 'on: [push, release]', tags: ['v*'] },
    { on: 'on: {release: {types: [published]}}', tags: ['v*'] },
    { on: 'on: {push: {tags: [a]}, release: }', tags: ['a'] },
    { on: 'on: push', tags: [] },
    { on: 'on: [', tags: [] },
  ])('knows the tags of $on', ({ on, tags }) => {
    expect(read(`# docker push\n${on}\n`)?.tags).toEqual(tags)
  })

  it('leaves out a workflow that publishes no image', () => {
    expect(read('on: push\njobs: {a: {steps: [{run: go test}]}}')).toBeNull()
  })
})

it('platformsIn finds what follows --platform', () => {
  const script =
    'ko build --platform=linux/amd64,linux/arm64\ndocker buildx build --platform "linux/arm" --platform $X --platform=all'
  expect(platformsIn(script)).toEqual(['linux/amd64', 'linux/arm64', 'linux/arm'])
})
