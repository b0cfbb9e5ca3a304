import { describe, expect, it } from '@jest/globals'
import { imageRows, urgentFirst } from '../../src/report/image-rows.ts'
import { imageWeight, limitVerdict } from './sample.ts'
import { JOB, oneOf, severalImages } from './many-images.ts'

const weighIn = severalImages([
  oneOf('api'),
  oneOf('web', { over: true, platforms: 2 }),
  oneOf('cron', { grown: true }),
])

describe('imageRows', () => {
  it('has a row for each platform: size, limit and what is used of it, growth, status', () => {
    const [api, web, cron, job] = imageRows(weighIn)
    expect(api).toMatchObject({ name: 'api', matters: false, fails: false })
    expect(api?.rows).toEqual([
      {
        image: 'api',
        platform: 'linux/amd64',
        size: '2.20 MB',
        limit: 'image 3 MB',
        used: '73 %',
        growth: 'unchanged',
        status: 'within',
        mark: 'good',
      },
    ])
    expect(web?.rows.map(({ platform, limit, status, mark }) => [platform, limit, status, mark])).toEqual([
      ['linux/amd64', 'image 2 MB', 'over', 'bad'],
      ['linux/arm64', 'image 2 MB', 'over', 'bad'],
    ])
    expect(cron).toMatchObject({ matters: true, fails: false, rows: [{ growth: '+41.0 kB' }] })
    expect(job).toMatchObject({
      hasFailed: true,
      rows: [{ image: 'job', size: '', status: 'failed: compile' }],
    })
  })

  it('is in the order in which the run was asked for them, and failures come first where what is urgent does', () => {
    const asked = { file: 'bantam.yaml', images: ['web', 'job', 'api', 'cron'] }
    const rows = imageRows({ ...weighIn, asked })
    expect(rows.map(({ name }) => name)).toEqual(asked.images)
    expect(urgentFirst(rows).map(({ name }) => name)).toEqual(['job', 'web', 'cron', 'api'])
  })

  it('says of an image that was weighed and then not published that it failed', () => {
    const failed = [{ name: 'api', code: 'registry', message: 'denied.' }]
    const [api] = imageRows({ ...weighIn, failed })
    expect(api).toMatchObject({ hasFailed: true, rows: [{ size: '2.20 MB', status: 'failed: registry' }] })
    expect(imageRows({ ...weighIn, failed })).toHaveLength(3)
  })

  it.each([
    [{ status: 'none', limits: [] }, 'no budget'],
    [{ status: 'unmeasured', limits: [limitVerdict({ status: 'unmeasured', actual: null })] }, 'not checked'],
    [{ status: 'within', limits: [limitVerdict({ reason: 'a first run' })] }, 'passes unchecked'],
    [{ status: 'over', waived: true, limits: [limitVerdict({ status: 'over' })] }, 'over, allowed'],
    [
      { status: 'over', limits: [limitVerdict({ status: 'over' }), limitVerdict({ status: 'over' })] },
      'over, 2 limits',
    ],
  ] as const)('says in a word how the budget was kept: %j', (budget, status) => {
    const image = imageWeight({ budget: { waived: false, dropped: [], ...budget } })
    expect(imageRows(severalImages([image], [JOB]))[0]?.rows[0]?.status).toBe(status)
  })
})
