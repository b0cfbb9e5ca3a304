import { expect, it } from '@jest/globals'
import { quietLog } from '../../src/host/quiet-log.ts'
import { recordingLog } from '../support/host.ts'

it('drops everything but what was asked for by --verbose, and keeps secrets secret', () => {
  const log = recordingLog()
  const quiet = quietLog(log)
  quiet.info('a')
  quiet.notice('b')
  quiet.warning('c')
  quiet.error('d')
  quiet.quote('e')
  quiet.debug('f')
  quiet.secret('g')
  expect(log.lines).toEqual(['debug: f', 'secret: g'])
})
