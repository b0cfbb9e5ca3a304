import { expect, it } from '@jest/globals'
import { offeredExperiments } from '../../src/compile/go-experiments.ts'
import type { ExperimentValue } from '../../src/diet/experiments.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

describeWith(['go'], 'offeredExperiments', () => {
  const ask = (values: readonly string[], buildEnv = {}) => {
    const host = testHost()
    const platform = { os: 'linux', architecture: 'amd64' }
    const context = { spec: compileSpec({ buildEnv }), platform, workingDirectory: host.cwd }
    return offeredExperiments(host, goOnPath(), context, values as readonly ExperimentValue[])
  }

  it('asks the toolchain, which knows what it still offers', async () => {
    expect(await ask(['nojsonv2', 'noswissmapofold', 'nogreenteagc'])).toEqual(['nojsonv2', 'nogreenteagc'])
  })

  it('offers none beside a value that the toolchain refuses', async () => {
    expect(await ask(['nojsonv2'], { GOEXPERIMENT: 'nonsense' })).toEqual([])
  })
})
