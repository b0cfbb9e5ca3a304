import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { sourceValues } from '../../src/declare/source-values.ts'
import { fillTemplate } from '../../src/declare/template.ts'
import { COMMIT, surroundings } from './surroundings.ts'

const tagged = sourceValues(surroundings({}, { tag: 'v1.2.3' }), 1_700_000_000)
const untagged = sourceValues(surroundings(), 1_700_000_000)
const nowhere = sourceValues(surroundings({}, { commit: null, branch: null }), null)

const onBranch = sourceValues(surroundings({}, { ref: 'refs/heads/main' }), 1_700_000_000)
const refused = sourceValues(
  surroundings({}, { commit: null, branch: null, refused: 'it has dubious ownership' }),
  null,
)

describe('fillTemplate', () => {
  it.each([
    ['v{{.Version}}', tagged, 'v1.2.3'],
    ['{{ .Version }}', untagged, COMMIT.slice(0, 7)],
    ['{{.Commit}} {{.ShortCommit}}', tagged, `${COMMIT} ${COMMIT.slice(0, 7)}`],
    ['{{.Date}}', tagged, '2023-11-14T22:13:20Z'],
    ['{{.Tag}}/{{.Branch}}', tagged, 'v1.2.3/main'],
    ['{{.Env.STAGE}}', tagged, 'blue'],
    ['no braces { here }', tagged, 'no braces { here }'],
    ['a {{"{{"}}mustache}} b', tagged, 'a {{mustache}} b'],
    ['{{`{{.Vresion}} and {{.Tag}}`}}', tagged, '{{.Vresion}} and {{.Tag}}'],
    [String.raw`{{ "a \"b\" \\" }}`, tagged, String.raw`a "b" \ `.trim()],
  ])('fills in %s', (text, values, filled) => {
    expect(fillTemplate(text, values, { STAGE: 'blue' })).toEqual({ ok: true, value: filled })
  })

  it.each([
    ['{{.Tag | default "dev"}}', tagged, 'v1.2.3'],
    ['{{.Tag | default "dev"}}', untagged, 'dev'],
    ['{{ .Tag|default "dev" }}', untagged, 'dev'],
    ['{{.Tag | default `}} "dev"`}}', untagged, '}} "dev"'],
    [String.raw`{{.Tag | default "a \"b}}\" | c"}}`, untagged, 'a "b}}" | c'],
    ['{{.Tag | default .Branch}}', untagged, 'main'],
    ['{{.Tag | default .Branch | default "dev"}}', nowhere, 'dev'],
    ['{{.Tag | default ""}}', untagged, ''],
    ['{{.Tag | default "" | default "dev"}}', untagged, 'dev'],
    ['{{.Prerelease | default "stable"}}', tagged, 'stable'],
    ['{{.Env.EMPTY | default "none"}}', tagged, 'none'],
    ['{{.Env.MISSING | default .Env.STAGE}}', tagged, 'blue'],
    ['{{.Major | default "0"}}.{{.Minor | default "0"}}', tagged, '1.2'],
    ['{{.Major | default "0"}}.{{.Minor | default "0"}}', untagged, '0.0'],
    ['{{"" | default "x"}}', tagged, 'x'],
  ])('fills in a default: %s', (text, values, filled) => {
    expect(fillTemplate(text, values, { STAGE: 'blue', EMPTY: '' })).toEqual({ ok: true, value: filled })
  })

  it('does not fill in what a value brings along', () => {
    expect(fillTemplate('{{.Env.A}}', tagged, { A: '{{.Env.B}}$&', B: 'b' })).toEqual({
      ok: true,
      value: '{{.Env.B}}$&',
    })
  })

  it.each([
    ['{{.Vresion}}', tagged, 'did you mean ".Version"'],
    ['{{.Git.Tag}}', tagged, 'did you mean ".Tag"'],
    ['{{.Git.FullCommit}}', tagged, 'did you mean ".FullCommit"'],
    ['{{.version}}', tagged, 'did you mean ".Version"'],
    ['{{Version}}', tagged, 'did you mean ".Version"'],
    ['{{.Os}}', tagged, 'differs by platform'],
    ['{{.Nowhere}}', tagged, 'the keys are .Version, .RawVersion'],
    ['{{.constructor}}', tagged, 'is unknown'],
    ['{{}}', tagged, 'is unknown'],
    ['{{.Tag}}', untagged, 'no tag points at this commit'],
    ['{{.Version}}', nowhere, 'there is no git commit'],
    ['{{.Date}}', nowhere, 'there is no git commit'],
    ['{{.Branch}}', nowhere, 'no branch is checked out'],
    ['{{.Env.MISSING}}', tagged, 'MISSING is empty or not set'],
    ['{{.Env.EMPTY}}', tagged, 'EMPTY is empty or not set'],
    ['{{.Env.toString}}', tagged, 'toString is empty or not set'],
    ['{{.Version}', tagged, 'without "}}"'],
    ['{{mustache}}', tagged, 'for braces that are no template write {{"{{"}}'],
    ['{{mustache', tagged, 'for braces that are no template write {{"{{"}}'],
    ['{{.Tag}}', onBranch, 'this run is on refs/heads/main, which is not a tag'],
    ['{{.Tag}}', onBranch, 'or give it a default: {{.Tag | default "dev"}}'],
    ['{{.Commit}}', refused, 'git cannot read this checkout: it has dubious ownership'],
    ['{{.Tag}}', refused, 'git cannot read this checkout: it has dubious ownership'],
    ['{{.Tag | default .Branhc}}', tagged, 'did you mean ".Branch"'],
    ['{{.Tgg | default "dev"}}', tagged, 'did you mean ".Tag"'],
    ['{{.Tag | default .Branch}}', nowhere, 'no tag points at this commit'],
  ])('refuses %s', (text, values, because) => {
    expect(fillTemplate(text, values, { EMPTY: '' })).toEqual({
      ok: false,
      problem: expect.stringContaining(because),
    })
  })

  it('never throws, and leaves text without braces alone', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[{}. a-zA-Z|"`\\]{0,40}$/))
    fc.assert(
      fc.property(text, text => {
        const filled = fillTemplate(text, tagged)
        if (!text.includes('{{')) expect(filled).toEqual({ ok: true, value: text })
      }),
    )
  })
})
