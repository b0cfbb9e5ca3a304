import { expect, it } from '@jest/globals'
import { withWeighInAnnotation } from '../../../src/commands/steps/weigh-in-annotation.ts'
import { readAnnotation, WEIGH_IN_ANNOTATION } from '../../../src/size/annotation.ts'
import { serviceParts } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'annotate', () => {
  it('notes what a later run wants to know, beside what the user asked for', async () => {
    const { spec, tools, parts } = await serviceParts({ annotations: 'a=b' })
    const { annotations } = withWeighInAnnotation(spec, tools, parts.base, parts.binaries)
    expect(annotations['a']).toBe('b')
    expect(readAnnotation(annotations[WEIGH_IN_ANNOTATION] ?? '', spec.platform)).toMatchObject({
      ok: true,
      value: {
        settings: { go: 'go on PATH', certificates: expect.stringMatching(/^Mozilla/), packer: null },
        budget: [{ subject: { kind: 'image' } }],
      },
    })
  })
})
