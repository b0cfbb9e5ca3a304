import { expect, it } from '@jest/globals'
import { sayOnPullRequest } from '../../../src/commands/steps/say-on-pull-request.ts'
import { weighIn } from '../../report/sample.ts'
import { gitHubServer, TOKEN } from '../../support/github-api.ts'
import { testHost } from '../../support/host.ts'

const gate = { pass: true, sentence: 'Within budget.' }

it('writes the comment of a weigh-in, and the next time that one again', async () => {
  const server = await gitHubServer({})
  const spec = {
    token: TOKEN,
    repository: 'o/r',
    apiUrl: server.url,
    pullRequest: 7,
    silentWhenUnchanged: false,
  }
  const saidBy = '0123456789abcdef0123456789abcdef01234567'
  await sayOnPullRequest(testHost(), spec, { weighIn: weighIn(), gate })
  await sayOnPullRequest(testHost(), spec, { weighIn: weighIn(), gate, saidBy })
  expect(server.comments).toHaveLength(1)
  expect(server.comments[0]?.body).toContain('proxy')
  expect(server.comments[0]?.body).toContain(saidBy.slice(0, 7))
  await server.stop()
})

it('is a notice where the comment cannot be written', async () => {
  const host = testHost()
  const spec = { token: '', repository: 'o/r', apiUrl: '', pullRequest: 7, silentWhenUnchanged: false }
  await sayOnPullRequest(host, spec, { weighIn: weighIn(), gate })
  expect(host.log.lines).toEqual([expect.stringMatching(/^notice: No comment was written/)])
})
