import { expect, it } from '@jest/globals'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { weighInJson } from '../../src/report/json.ts'
import { grown, weighIn } from '../report/sample.ts'
import { actRepository, commitAll, runAct } from '../support/act.ts'
import { example } from '../support/cli.ts'
import { gitHubServer, TOKEN } from '../support/github-api.ts'
import { PAYLOADS } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

const SIZES = `
on: pull_request
jobs:
  sizes:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: within
        uses: ./.github/bantam
        with:
          budget: 3MB
      - run: echo "within is \${{ steps.within.outcome }}, \${{ steps.within.outputs.budget-status }} at \${{ steps.within.outputs.image-size }}"
      - id: over
        continue-on-error: true
        uses: ./.github/bantam
        with:
          budget: 500kB
      - run: echo "over is \${{ steps.over.outcome }}, \${{ steps.over.outputs.budget-status }}, image <\${{ steps.over.outputs.image }}>"
`

const COMMENT = `
on: workflow_run
jobs:
  comment:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./.github/bantam/comment
        with:
          weigh-in: weigh-ins
`

describeWith(['act', 'git', 'go', 'upx'], 'a workflow run by act', () => {
  it('has a passing step and a failing one, each with its outputs', async () => {
    const directory = actRepository(SIZES)
    cpSync(example('hello'), directory, { recursive: true })
    await commitAll(directory)
    const ended = await runAct(directory, { event: 'pull_request' })
    const said = ended.stdout + ended.stderr
    expect(said).toMatch(/within is success, within at \d{6}/)
    expect(said).toMatch(/over is failure, over, image <>/)
    expect(ended.exitCode).toBe(0)
  }, 180_000)

  it('comments on the pull request of another run, with the token and the inputs that comment/action.yml gives it', async () => {
    const directory = actRepository(COMMENT)
    mkdirSync(path.join(directory, 'weigh-ins'))
    writeFileSync(path.join(directory, 'weigh-ins', 'bantam.json'), weighInJson(weighIn(grown)))
    await commitAll(directory)
    const server = await gitHubServer()
    const ended = await runAct(directory, {
      event: 'workflow_run',
      payload: PAYLOADS.workflow_run,
      secrets: { GITHUB_TOKEN: TOKEN },
      env: { GITHUB_API_URL: server.url },
    })
    await server.stop()
    expect([ended.exitCode, [...server.tokens]]).toEqual([0, [`token ${TOKEN}`]])
    expect(server.commentsOn(7).map(({ body }) => body)).toEqual([
      expect.stringContaining('<code>golang.org/x/net</code>'),
    ])
  }, 180_000)
})
