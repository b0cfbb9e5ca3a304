import { describe, expect, it } from '@jest/globals'
import { Failure } from '../../src/failure.ts'
import { clause } from '../../src/clause.ts'
import { commentReport, isUnchanged } from '../../src/report/comment.ts'
import { failedDetails } from '../../src/report/failure-summary.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import { recordedGate } from '../../src/report/recorded-gate.ts'
import { proxyBinary, proxyTree } from './sample.ts'
import { manyImages, oneOf, severalImages } from './many-images.ts'

/** As large as the trees of real services. */
const LARGE_TREE = {
  ...proxyTree,
  children: Array.from({ length: 150 }, (_, module) => ({
    name: `example.com/modules/module-${module}`,
    kind: 'module' as const,
    version: 'v1.0.0',
    bytes: 1_000,
    children: Array.from({ length: 10 }, (__, at) => ({
      name: `example.com/modules/module-${module}/package-${at}`,
      kind: 'package' as const,
      bytes: 100,
    })),
  })),
}

function large(count: number, platforms: number) {
  const weighIn = manyImages(count, platforms)
  const binaries = [{ ...proxyBinary, breakdown: LARGE_TREE }]
  return {
    ...weighIn,
    images: weighIn.images.map(image => ({
      ...image,
      platforms: image.platforms.map(weight => ({ ...weight, binaries })),
    })),
  }
}

const folds = (text: string) => [
  text.match(/<details>/g)?.length ?? 0,
  text.match(/<\/details>/g)?.length ?? 0,
]

describe('the job summary of several images', () => {
  it('has the verdict, why images failed, the table, what grew, and folds, in this order', () => {
    const weighIn = severalImages([
      oneOf('api'),
      oneOf('web', { over: true }),
      oneOf('cron', { grown: true }),
    ])
    const text = markdownReport(weighIn, recordedGate(weighIn))
    const places = [
      '### <code>job</code>: failed; 3 more images, of which 1 fails\n',
      '\nImage web: Over budget: ',
      '\n- <code>job</code> **failed** (compile): Compiling ./job for linux/amd64 failed:',
      '\n| image | platform | size | limit | used | growth | |\n',
      '\n#### What changed in <code>cron</code>',
      '\n<details><summary><code>web</code>: over budget',
      '\n<details><summary><code>api</code>: within budget',
      'Published as',
      '\n<details><summary>What is in <code>proxy</code> for linux/amd64',
    ].map(part => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('says why images without a budget fail the run', () => {
    const sentence = 'Image api: There is no budget, so nothing was published. Write `budget: 3MB`.'
    const free = severalImages([oneOf('api'), oneOf('web')])
    const images = free.images.map(image => ({
      ...image,
      budget: { status: 'none', waived: false, limits: [], dropped: [] } as const,
    }))
    const weighIn = { ...free, images }
    expect(markdownReport(weighIn, { pass: false, sentence })).toContain(
      'There is no budget, so nothing was published',
    )
    expect(markdownReport(weighIn, { pass: true, sentence })).not.toContain('There is no budget')
    expect(markdownReport(weighIn, { pass: true, sentence })).toContain('some without a budget')
  })

  it('shows what the tool of a failed image printed, folded', () => {
    const thrown = new Failure(
      'compile',
      { what: clause`compiling failed` },
      { output: '# example.com/job\nbad' },
    )
    const failures = failedDetails([
      { name: 'job', thrown },
      { name: 'odd', thrown: new Error('defect') },
    ])
    const text = markdownReport(
      severalImages([oneOf('api')]),
      { pass: true, sentence: 'All images are within budget.' },
      { failures },
    )
    expect(text).toMatch(
      /<summary>What failed in <code>job<\/code><\/summary>\n\n```text\n# example\.com\/job\nbad\n```/,
    )
    expect(text).toMatch(/<summary>What failed in <code>odd<\/code><\/summary>\n\n```text\nError: defect/)
    expect(text.indexOf('What failed in')).toBeLessThan(text.indexOf('| image | platform |'))
  })

  it('of 50 images for 4 platforms stays under 1 MiB, closes every fold, and says what it left out', () => {
    const weighIn = large(50, 4)
    const text = markdownReport(weighIn, recordedGate(weighIn))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(900_000)
    const [open, closed] = folds(text)
    expect(open).toBe(closed)
    // The table of all is there, and the details of each.
    for (const { name } of weighIn.images) {
      expect(text).toContain(`| <code>${name}</code> | linux/s390x |`)
      expect(text).toContain(`<details><summary><code>${name}</code>: `)
    }
    expect(text.trimEnd().split('\n').at(-1)).toMatch(
      /^The rest was left out\. A summary can have 1 MiB\. It was about <code>service-\d+<\/code>, .* \d+ more\.$/,
    )
  })
})

describe('the comment on several images', () => {
  it.each([
    [50, 4],
    [200, 1],
    [30, 2],
  ])(
    'of %i images for %i platforms stays under 65,536 characters and closes every fold',
    (count, platforms) => {
      const weighIn = large(count, platforms)
      const text = commentReport(weighIn, recordedGate(weighIn), 'many')
      expect(text.length).toBeLessThanOrEqual(65_536)
      const [open, closed] = folds(text)
      expect(open).toBe(closed)
      for (const { name } of weighIn.images) expect(text).toContain(`| <code>${name}</code> | linux/amd64 |`)
      // What a reader sees before unfolding anything.
      const seen = text.replaceAll(/<details>[^]*?<\/details>/g, '')
      expect(seen.split('\n').filter(line => line !== '').length).toBeLessThan(80)
      expect(seen).not.toMatch(/<code>service-0<\/code>/)
    },
  )

  it('says whose details it left out', () => {
    const weighIn = large(50, 4)
    const text = commentReport(weighIn, recordedGate(weighIn), 'many')
    expect(text.split('\n').at(-1)).toMatch(/The job summary has all of it\. It was about <code>service-\d+/)
  })

  it('is not short where an image failed, though nothing else changed', () => {
    const quiet = [oneOf('api'), oneOf('web')]
    const pass = { pass: true, sentence: 'All images are within budget.' }
    expect(isUnchanged(severalImages(quiet, []), pass)).toBe(true)
    expect(isUnchanged(severalImages(quiet), pass)).toBe(false)
    const short = commentReport(severalImages(quiet, []), pass, 'k')
    expect(short.split('\n')).toHaveLength(2)
    expect(short).toMatch(
      /Nothing changed beyond noise since the image ghcr\.io\/o\/proxy:main, commit fedcba9$/,
    )
    expect(commentReport(severalImages(quiet), pass, 'k')).toContain('<code>job</code> **failed**')
  })
})
