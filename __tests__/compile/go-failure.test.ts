import { describe, expect, it } from '@jest/globals'
import { goFailure } from '../../src/compile/go-failure.ts'
import type { FailureCode } from '../../src/failure.ts'
import { aFailure } from '../support/a-failure.ts'
import { testHost } from '../support/host.ts'

const ENDED = { exitCode: 1, signal: null, timedOut: false, stoodStill: false, stdout: '', stderr: '', ms: 1 }
const errand = { doing: 'compiling . for linux/amd64', workingDirectory: '/repo' }

describe('goFailure', () => {
  const host = testHost({ cwd: '/repo' })

  it.each<{ name: string; stderr: string; code: FailureCode; why: string | RegExp; fix?: string }>([
    {
      name: 'a full disk',
      stderr: 'link: mapping output file failed: no space left on device',
      code: 'write',
      why: 'no space left on device',
      fix: 'free some space',
    },
    {
      name: 'a read-only disk',
      stderr: 'open /out/x: read-only file system',
      code: 'write',
      why: 'read-only file system',
    },
    {
      name: 'no module',
      stderr: "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      code: 'bad-input',
      why: 'there is no go.mod in /repo or above it',
      fix: 'set working-directory',
    },
    {
      name: 'a module for a newer Go',
      stderr: 'go: a.b/c@v1.0.0 requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)',
      code: 'toolchain',
      why: 'asks for Go 1.99 or newer',
    },
    {
      name: 'no C compiler',
      stderr:
        '# runtime/cgo\ncgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
      code: 'missing-tool',
      why: 'needs the C compiler gcc',
    },
    {
      name: 'a word too many for the linker',
      stderr: '# example.com/x\nusage: link [options] main.o\n  -B note\n',
      code: 'bad-input',
      why: 'ldflags has a word that is neither a flag nor the value of one',
    },
    {
      name: 'a flag that the linker does not know',
      stderr: '# example.com/x\nflag provided but not defined: -y\nusage: link [options] main.o\n',
      code: 'compile',
      why: 'flag provided but not defined: -y',
    },
    {
      name: 'no git checkout',
      stderr: 'error obtaining VCS status: exit status 128\n\tUse -buildvcs=false to disable VCS stamping.',
      code: 'bad-input',
      why: 'build-vcs: true needs a git checkout',
    },
    {
      name: 'one error',
      stderr: '# x\n./main.go:1:2: wrong',
      code: 'compile',
      why: /^main\.go:1:2: wrong$/,
    },
    {
      name: 'more errors',
      stderr: '# x\n./main.go:1:2: wrong\n./main.go:2:2: too\n./main.go:3:2: too',
      code: 'compile',
      why: /^main\.go:1:2: wrong \(and 2 more\)$/,
    },
    {
      name: 'words without a place',
      stderr: 'go: downloading a v1\nfound packages a and b in /repo\n',
      code: 'compile',
      why: /^found packages a and b in \/repo$/,
    },
    { name: 'silence', stderr: '', code: 'compile', why: /^go ended with exit code 1$/ },
  ])('says what to do about $name', ({ stderr, code, why, fix = '' }) => {
    const failure = goFailure(host, errand, { ...ENDED, stderr })
    expect(failure).toEqual(
      aFailure(code, {
        fields: { directory: '/repo' },
        what: /^compiling \. for linux\/amd64 failed$/,
        why,
        fix,
        output: stderr.trimEnd(),
      }),
    )
  })

  it('names the signal that ended it', () => {
    const failure = goFailure(host, errand, { ...ENDED, exitCode: null, signal: 'SIGKILL' })
    expect(failure.message).toBe('Compiling . for linux/amd64 failed: SIGKILL ended go.')
  })
})
