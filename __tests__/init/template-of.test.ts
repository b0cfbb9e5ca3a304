import { describe, expect, it } from '@jest/globals'
import { templateOf } from '../../src/init/template-of.ts'

const MEANING = {
  module: { directory: '', path: 'example.com/svc' },
  project: 'svc',
  definitions: new Map(
    Object.entries({
      VERSION: 'dev',
      GIT: '$(shell git describe --tags)',
      STAMP: '"$(date -u)"',
      PKG: 'example.com/svc/version',
      LIT: 'plain',
      LOOP: '$(POOL)',
      POOL: '$(LOOP)',
      NESTED: 'v$(GIT)',
      X_VERSION_PKG: '$(PKG)',
      CAT: '$(shell cat x)',
      BIG: 'a/'.repeat(3000),
    }),
  ),
}

describe('templateOf', () => {
  it.each([
    { text: 'as it is', template: 'as it is' },
    { text: '$(VERSION)', template: '{{.Version}}' },
    { text: '${VERSION}', template: '{{.Version}}' },
    { text: '$VERSION', template: '{{.Version}}' },
    { text: '$$VERSION-x', template: '{{.Version}}-x' },
    { text: '${UNSET:-none}', template: 'none' },
    { text: '${COMMIT_SHA:-none}', template: '{{.Commit}}' },
    { text: '$(GIT)', template: '{{.Version}}' },
    { text: '$(NESTED)', template: 'v{{.Version}}' },
    { text: '$(STAMP)', template: '{{.Date}}' },
    { text: '$(PKG).Version', template: 'example.com/svc/version.Version' },
    { text: '$(X_VERSION_PKG).V', template: 'example.com/svc/version.V' },
    { text: '$(LIT)', template: 'plain' },
    { text: '$(CAT)', template: null },
    { text: '$(LOOP)', template: null },
    { text: '$(UNKNOWN)', template: null },
    { text: '$(BIG)', template: null },
    { text: '$(shell go list -m).v', template: 'example.com/svc.v' },
    { text: '`git rev-parse HEAD`', template: '{{.Commit}}' },
    { text: '$(git rev-parse --short HEAD)', template: '{{.ShortCommit}}' },
    { text: '$(git log -1 --format=%h)', template: '{{.ShortCommit}}' },
    { text: '$(git log -1 --format=%H)', template: '{{.Commit}}' },
    { text: '$(git log -1 --format=%cI)', template: '{{.Date}}' },
    { text: '$(git rev-parse --abbrev-ref HEAD)', template: '{{.Branch}}' },
    { text: '$(whoami)', template: null },
    { text: '{{.Version}} {{ .Tag }}', template: '{{.Version}} {{.Version}}' },
    {
      text: '{{.FullCommit}}-{{.ShortCommit}}-{{.CommitDate}}',
      template: '{{.Commit}}-{{.ShortCommit}}-{{.Date}}',
    },
    { text: '{{.Env.GIT_BRANCH}}', template: '{{.Branch}}' },
    { text: '{{.Env.TOKEN}}', template: null },
    { text: '{{.ProjectName}}', template: 'svc' },
    { text: '{{ title .Version }}', template: null },
    { text: '$', template: '$' },
    { text: 'a$1', template: 'a$1' },
  ])('writes $text', ({ text, template }) => {
    expect(templateOf(text, MEANING)).toBe(template)
  })

  it.each([
    ['BUILD_DATE', '{{.Date}}'],
    ['BuildTime', '{{.Date}}'],
    ['GITCOMMIT', '{{.Commit}}'],
    ['SHA1', '{{.Commit}}'],
    ['VCS_REF', '{{.Commit}}'],
    ['SHORT_SHA', '{{.ShortCommit}}'],
    ['COMMIT_SHORT', '{{.ShortCommit}}'],
    ['BRANCH', '{{.Branch}}'],
    ['RELEASE_TAG', '{{.Version}}'],
    ['USERNAME', null],
  ])('knows %s by its name', (name, template) => {
    expect(templateOf(`$(${name})`, { definitions: new Map(), module: null })).toBe(template)
  })

  it('does not grow without an end', () => {
    const names = Array.from({ length: 40 }, (_, at) => `A${at}`)
    const definitions = new Map(names.map((name, at) => [name, `/$(A${at + 1})$(A${at + 1})`]))
    expect(templateOf('$(A0)', { definitions: definitions.set('A40', '/'), module: null })).toBeNull()
  })

  it.each([
    { length: 40, template: 'a/b' },
    { length: 60, template: null },
    { length: 20_000, template: null },
  ])('follows a chain of $length variables to $template', ({ length, template }) => {
    const chain = Array.from({ length }, (_, at) => [`V${at}`, `$(V${at + 1})`] as const)
    const definitions = new Map([...chain, [`V${length}`, 'a/b']])
    expect(templateOf('$(V0)', { definitions, module: null })).toBe(template)
  })

  it('does not look into a command that no person wrote', () => {
    expect(templateOf(`$(${'git rev-parse '.repeat(200)})`, MEANING)).toBeNull()
  })
})
