import { describe, expect, it } from '@jest/globals'
import { declareVerify } from '../../src/declare/declare-verify.ts'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { sentencesOf } from '../support/sentences.ts'

function problemsOf(argv: readonly string[]) {
  const command = parseCommandLine(['verify', ...argv])
  if (!command.ok) return command.problems
  if (command.value.kind !== 'verify') throw new Error(argv.join(' '))
  const declared = declareVerify(command.value.given)
  return declared.ok ? [] : declared.problems
}

describe('bantam verify', () => {
  it('takes an image, and has a default for everything else', () => {
    const command = parseCommandLine(['verify', './image', '--json'])
    expect(command).toMatchObject({ ok: true, value: { kind: 'verify', image: './image', json: true } })
    expect(declareVerify({ surface: 'terminal', values: {}, problems: [] })).toEqual({
      ok: true,
      value: { platforms: 'all', workingDirectory: '.', credentials: null, own: {} },
    })
  })

  it('takes the platforms that are asked for', () => {
    const read = (platforms: string) =>
      declareVerify({ surface: 'terminal', values: { platforms }, problems: [] })
    expect(read('all')).toMatchObject({ ok: true, value: { platforms: 'all' } })
    expect(read('linux/arm64')).toMatchObject({
      ok: true,
      value: { platforms: [{ os: 'linux', architecture: 'arm64' }] },
    })
  })

  it.each([
    { argv: [], input: 'bantam verify', says: 'write bantam verify IMAGE, where IMAGE is an OCI layout' },
    { argv: ['a:1', 'b:1'], input: 'bantam verify', says: 'but got 2' },
    { argv: ['a:1', '--platforms', 'amd64'], input: 'platforms', says: 'amd64' },
    { argv: ['a:1', '--platforms', 'all,linux/amd64'], input: 'platforms', says: 'all' },
    { argv: ['a:1', '--platforms='], input: 'platforms', says: 'is empty' },
    { argv: ['a:1', '--build-env', 'GOOS=linux'], input: 'build-env', says: 'set by Bantam' },
    { argv: ['a:1', '--build-env', 'GOFLAGS=-toolexec=x'], input: 'build-env', says: '-toolexec' },
    { argv: ['a:1', '--build-env', 'nothing'], input: 'build-env', says: 'build-env' },
    { argv: ['a:1', '--go-download-url', 'ftp://x'], input: 'go-download-url', says: 'http' },
    { argv: ['a:1', '--upx-download-url', 'x'], input: 'upx-download-url', says: 'http' },
    { argv: ['a:1', '--upx-sha256', 'abc'], input: 'upx-sha256', says: 'is not a SHA-256' },
    { argv: ['a:1', '--registry-password', 'x'], input: 'registry-password', says: 'registry-username' },
    { argv: ['a:1', '--ldflags', '-s'], input: '--ldflags', says: 'is not a flag of bantam verify' },
    { argv: ['a:1', '--nope'], input: '--nope', says: 'is not a flag of bantam verify' },
    {
      argv: ['a:1', '--working-directory', 'a', '--working-directory', 'b'],
      input: 'working-directory',
      says: 'twice',
    },
  ])('refuses $argv', ({ argv, input, says }) => {
    const problems = problemsOf(argv)
    expect(problems.map(problem => problem.input)).toEqual([input])
    expect(sentencesOf(problems)[0]).toContain(says)
  })
})
