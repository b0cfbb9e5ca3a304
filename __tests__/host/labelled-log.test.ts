import { expect, it } from '@jest/globals'
import { clause } from '../../src/clause.ts'
import { input } from '../../src/declare/input-part.ts'
import { labelledLog } from '../../src/host/labelled-log.ts'
import { recordingLog } from '../support/host.ts'

it('labelledLog names what a message is about, and leaves everything else as it is', () => {
  const log = recordingLog()
  const labelled = labelledLog(log, 'Image api')
  labelled.info('api  linux/amd64')
  labelled.notice('Raised since the baseline: image.')
  labelled.warning(clause`the input ${input('files')} is empty`)
  labelled.error('It failed.', { file: 'main.go', line: 3, message: '' })
  labelled.secret('hush')
  expect(labelled.hide('say hush')).toBe(log.hide('say hush'))
  expect(log.lines).toEqual([
    'info: api  linux/amd64',
    expect.stringMatching(/^notice: Image api: Raised since/),
    expect.stringMatching(/^warning: Image api: the input .*files is empty/),
    expect.stringMatching(/^error: .*Image api: It failed\./),
    'secret: hush',
  ])
})
