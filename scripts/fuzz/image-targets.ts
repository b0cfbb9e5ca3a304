import type { Host } from '../../src/host/host.ts'
import { wrongArchive, wrongLayout, wrongSaved } from './image-seeds.ts'
import type { Target } from './target.ts'
import { weigh } from './weigh.ts'

/** The whole of `bantam weigh`, on files. */
export function imageTargets(host: Host): readonly Target[] {
  const target = (name: string, input: Target['input']): Target => ({
    name,
    share: 50,
    input,
    read: async input => {
      await weigh(host, input)
      return 'value' as const
    },
  })
  return [
    target('OCI layout', wrongLayout),
    target('OCI archive', wrongArchive),
    target("Docker's archive", wrongSaved),
  ]
}
