import { expect, it } from '@jest/globals'
import { clauseText } from '../../../src/clause.ts'
import { runOfImages } from '../../../src/commands/steps/run-of-images.ts'
import type { Given } from '../../../src/declare/given.ts'
import { declareImage } from '../../../src/declare/image-spec.ts'
import { surroundings } from '../../declare/surroundings.ts'

function run(values: Given['values'], env: Readonly<Record<string, string>>, ...images: readonly string[]) {
  const surface = 'action' as const
  const event = env['GITHUB_EVENT_NAME'] ?? null
  const declared = images.map(image => {
    const given = { surface, values: { ...values, image, tags: 'v1' }, problems: [] }
    const one = declareImage(given, surroundings({ surface, event }))
    if (!one.ok) throw new Error('not declared')
    return { ...one, sboms: [`${image}.json`] }
  })
  const [first] = declared
  if (first === undefined) throw new Error('no image')
  const { sboms, pushReason } = runOfImages({ surface, env }, { values }, first.run, declared)
  return [sboms, clauseText(pushReason ?? [], surface)]
}

it('has the SBOMs of all images and says once whether they are pushed', () => {
  expect(run({}, { GITHUB_EVENT_NAME: 'push' }, 'acme/a', 'acme/b')).toEqual([
    ['acme/a.json', 'acme/b.json'],
    'this run pushes docker.io/acme/a:v1 and 1 more if nothing fails, since push: auto and the event is push',
  ])
  expect(run({ push: 'false' }, { GITHUB_EVENT_NAME: 'push' }, 'acme/a')[1]).toBe(
    'this run does not push, since push: false',
  )
})
