import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readElf } from '../src/binary/elf.ts'
import { readExecutable } from '../src/binary/executable.ts'
import { requireStatic } from '../src/binary/static.ts'
import { clause, type Surface } from '../src/clause.ts'
import { cannotVerify } from '../src/commands/steps/verify/cannot-verify.ts'
import { goFailure } from '../src/compile/go-failure.ts'
import { problemsFailure, wrongInput, wrongValue } from '../src/declare/problem.ts'
import { Failure, failureSentence } from '../src/failure.ts'
import { whyNotWritten } from '../src/host/disk.ts'
import { HttpError } from '../src/host/http-error.ts'
import { isolationFault } from '../src/isolation/tools.ts'
import { whyRequired, Refusal } from '../src/pack/refusal.ts'
import { startFault } from '../src/proof/start-fault.ts'
import { otherPlatform } from '../src/registry/other-platform.ts'
import { refused, unanswered, unusable } from '../src/registry/registry-error.ts'
import { NoResponse } from '../src/registry/send.ts'
import { choose } from '../src/thing/choose.ts'
import { cannotWeigh, damaged, noSuchTag, unreadable } from '../src/thing/unreadable.ts'
import { testHost } from './support/host.ts'
import { makeElf } from './support/make-elf.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM64 = { os: 'linux', architecture: 'arm64' }
const ELF = makeElf({ type: 1 })

/** Failures of every room, made with a text that comes from elsewhere. */
const FAILURES: Readonly<Record<string, (text: string) => unknown>> = {
  'a wrong input': text => problemsFailure([wrongValue('tags', text, 'is no tag; write another')]),
  'a wrong variable': text => problemsFailure([wrongInput(text || 'X', `is wrong (${text})`)]),
  'a compiler error': text => go(`# x\nmain.go:1:2: ${text}\n`),
  'a full disk for go': text => go(`${text}: no space left on device`),
  'no module': text => go('go: go.mod file not found', text),
  'other words of go': text => go(text),
  'no ELF file': text => thrown(() => readElf(new TextEncoder().encode(text), text)),
  'no program': text => thrown(() => requireStatic(readExecutable(ELF, text), ELF, text, AMD64, 'compiled')),
  'a disk': text => whyNotWritten(text, Object.assign(new Error(text), { code: 'ENOSPC' })),
  'a disk in the words of the system': text => whyNotWritten(text, new Error(text)),
  'an isolation': text => isolationFault(text),
  'a start': text => startFault(text),
  'a pack that is required': text =>
    whyRequired({ name: text, platform: AMD64 }, { title: text }, new Refusal('pack', text)),
  'another platform': text =>
    otherPlatform({ registry: 'ghcr.io', repository: 'o/x', identifier: text }, [AMD64], [ARM64], 'before'),
  'a registry that refuses': text =>
    refused(operation(text), { ...answer(text), status: 403, headers: new Headers(), body: '' }),
  'an answer that cannot be used': text => unusable(operation(text), answer(text), `holds ${text}`),
  'no answer': text =>
    unanswered(operation(text), new NoResponse(answer(text).url, new HttpError(text), text || 'reset')),
  'a platform that is not there': text => thrown(() => choose(text, [{ platform: ARM64 }], [AMD64])),
  'a platform that is there twice': text =>
    thrown(() => choose(text, [{ platform: AMD64 }, { platform: AMD64 }], [AMD64])),
  'an unreadable image': text => unreadable(text, text),
  'a damaged image': text => damaged(text, text),
  'no such tag': text => noSuchTag(`place:${text}`, text, [text]),
  'nothing to weigh': text => cannotWeigh(text, text),
  'nothing to build again': text => cannotVerify(text, clause`${text}`),
}

function go(stderr: string, workingDirectory = '/checkout'): Failure {
  const finished = {
    exitCode: 1,
    signal: null,
    timedOut: false,
    stoodStill: false,
    stdout: '',
    stderr,
    ms: 0,
  }
  return goFailure(testHost(), { doing: 'compiling . for linux/amd64', workingDirectory }, finished)
}

function operation(text: string) {
  const access = { registry: 'ghcr.io', repository: 'o/x', action: 'push', source: text } as const
  return { what: `store ${text}`, access, secrets: new Set<string>() }
}

function answer(text: string) {
  const url = new URL('https://ghcr.io/v2/')
  url.searchParams.set('x', text)
  return { method: 'POST', url } as const
}

function thrown(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

const TEXT = fc.oneof(fc.string(), fc.constantFrom('a\nb', 'x\r\n', '\u2028', 'what?', 'no.', 'ünïcode', ''))

describe('the sentence of a failure', () => {
  it.each(Object.entries(FAILURES))('is on one line, with a capital and an end: %s', (_, make) => {
    fc.assert(
      fc.property(TEXT, fc.constantFrom<Surface>('action', 'terminal'), (text, surface) => {
        const failure = make(text)
        if (!(failure instanceof Failure)) throw new Error(`no failure for ${JSON.stringify(text)}`)
        const sentence = failureSentence(failure, surface)
        expect(sentence).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(sentence).toMatch(/[.?!]$/)
        if (failure.clauses.what[0]?.kind === 'words') expect(sentence).toMatch(/^[^\p{Ll}]/u)
      }),
    )
  })

  it('has a line for each of several wrong inputs, and no other', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { minLength: 2, maxLength: 5 }), texts => {
        const failure = problemsFailure(texts.map(text => wrongValue('tags', text, `is ${text}`)))
        expect(failureSentence(failure, 'terminal').split(/[\n\r\u2028\u2029]/)).toHaveLength(
          texts.length + 1,
        )
      }),
    )
  })
})

const SOURCE = new URL('../src/', import.meta.url).pathname

const SITES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && file !== 'failure.ts')
  .flatMap(file => sitesIn(file, readFileSync(path.join(SOURCE, file), 'utf8')))

/** Every place that makes a failure, with its arguments. */
function sitesIn(file: string, text: string): readonly { readonly file: string; readonly made: string }[] {
  return [...text.matchAll(/new (?:Failure|Absent|Interrupted|Unreachable|Kind|Why)\(/g)].map(match => {
    let end = match.index + match[0].length
    for (let depth = 1; depth > 0 && end < text.length; end += 1)
      depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
    return { file, made: text.slice(match.index, end) }
  })
}

/** Failures that know nothing that a field could hold. */
const WITHOUT_FIELDS = [
  // The helper sends only the clauses.
  'isolation/as-root.ts',
  'declare/problem.ts',
  'host/current-directory.ts',
  'isolation/tools.ts',
  'proof/start-fault.ts',
  'smoke/smoke-test.ts',
]

describe('every failure in src', () => {
  it('has fields, unless it knows nothing that a script could use', () => {
    expect(SITES.length).toBeGreaterThan(80)
    const without = SITES.filter(({ made }) => !/\bfields\b/.test(made)).map(({ file }) => file)
    expect(without.toSorted()).toEqual(WITHOUT_FIELDS.toSorted())
  })

  it('begins with a small letter, with a value or an input, or with a name', () => {
    const beginnings = SITES.flatMap(({ made }) => [...made.matchAll(/\bwhat: clause`([^`]*)/g)])
    const wrong = beginnings.map(([, words = '']) => words).filter(words => !BEGINNING.test(words))
    expect(wrong).toEqual([])
  })
})

const BEGINNING = /^(?:[a-z]|\$\{|(?:Go|GOFLAGS|Git|UPX)\b)/
