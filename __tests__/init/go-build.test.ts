import { describe, expect, it } from '@jest/globals'
import { goBuildsOf, isKeptFlag } from '../../src/init/go-build.ts'

const NONE = { directory: '.', packages: [], output: null, ldflags: [], tags: [], flags: [], env: {} }

describe('goBuildsOf', () => {
  it('goes no deeper than a directory can', () => {
    const [build] = goBuildsOf(`${'cd a; '.repeat(5000)}go build`)
    expect(build?.directory.length).toBeLessThanOrEqual(1000)
  })

  it.each([
    { script: 'go test ./... && gofmt -l .', builds: [] },
    { script: 'go build', builds: [NONE] },
    { script: 'go build -o /x ./cmd/x', builds: [{ ...NONE, output: '/x', packages: ['./cmd/x'] }] },
    { script: 'go install ./cmd/x', builds: [{ ...NONE, packages: ['./cmd/x'] }] },
    { script: '/usr/local/go/bin/go build .', builds: [{ ...NONE, packages: ['.'] }] },
    {
      script: '$(GO) build .\n${GOBUILD} -o a',
      builds: [
        { ...NONE, packages: ['.'] },
        { ...NONE, output: 'a' },
      ],
    },
    {
      script:
        'CGO_ENABLED=0 go build -a -v -trimpath -tags "a b,c" -mod=vendor -ldflags="-s -X a.b=$C" -p 4 ./x 2>&1',
      builds: [
        {
          ...NONE,
          packages: ['./x'],
          ldflags: ['-s -X a.b=$C'],
          tags: ['a', 'b', 'c'],
          flags: ['-mod=vendor'],
          env: { CGO_ENABLED: '0' },
        },
      ],
    },
    {
      script: 'export GOEXPERIMENT=x; A=1; cd cmd && go build',
      builds: [{ ...NONE, directory: 'cmd', env: { GOEXPERIMENT: 'x', A: '1' } }],
    },
    { script: 'cd /src; go -C x build; go build -C y', builds: [{ ...NONE, directory: 'y' }] },
    { script: 'go build $(FLAGS) -o x .', builds: [{ ...NONE, output: 'x', packages: ['.'] }] },
    { script: 'go build -o', builds: [{ ...NONE, output: '' }] },
  ])('reads $script', ({ script, builds }) => {
    expect(goBuildsOf(script)).toEqual(builds)
  })

  it('reads no more than a person writes', () => {
    expect(goBuildsOf('go build\n'.repeat(9000))).toHaveLength(200)
    const deep = goBuildsOf(`${'cd ..\n'.repeat(9000)}go build\ncd a\ngo build`)
    expect(deep.map(({ directory }) => directory.length < 256)).toEqual([true, true])
    expect(goBuildsOf(`go build${' ./a'.repeat(9000)}`)[0]?.packages).toHaveLength(100)
  })
})

it('isKeptFlag keeps what build-flags takes and Bantam does not set itself', () => {
  const flags = ['-mod=vendor', '-pgo=auto', '-gcflags=-l', '-tags=a', '-mod', '-modcacherw', '-o=x']
  expect(flags.filter(isKeptFlag)).toEqual(['-mod=vendor', '-pgo=auto', '-gcflags=-l'])
})
