import { expect, it } from '@jest/globals'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { measure } from '../../../../src/commands/steps/init/measure.ts'
import { waitInLog } from '../../../../src/host/wait.ts'
import { temporaryDirectory } from '../../../support/cli.ts'
import { testHost } from '../../../support/host.ts'
import { SERVICE } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

describeWith(['go'], 'measure', () => {
  const run = async (inputs: Readonly<Record<string, string>>) => {
    const top = temporaryDirectory('measure')
    for (const [file, text] of Object.entries(SERVICE)) writeFileSync(path.join(top, file), text)
    const host = testHost()
    const surface = { screen: { width: 80, colour: false }, wait: waitInLog(host.log) }
    const measured = await measure(host, top, { name: 'svc', inputs }, surface)
    expect(existsSync(path.join(top, '.bantam'))).toBe(false)
    return measured
  }

  it('gives one limit where the platforms weigh alike, and growth', async () => {
    expect(await run({ pack: 'off' })).toEqual({
      budget: [expect.stringMatching(/^image: [\d.]+[kM]B$/), 'image: +50kB'],
    })
  })

  it('gives each platform its limit where they do not', async () => {
    const platforms = { platforms: 'linux/amd64,linux/386', pack: 'off' }
    expect(await run(platforms)).toEqual({
      budget: [
        expect.stringMatching(/^image@linux\/amd64: [\d.]+[kM]B$/),
        expect.stringMatching(/^image@linux\/386: [\d.]+[kM]B$/),
        'image: +50kB',
      ],
    })
  })

  it('says why an image cannot be built', async () => {
    expect(await run({ main: './nowhere' })).toEqual({ why: expect.stringContaining('./nowhere') })
    expect(await run({ files: 'nowhere:/x' })).toEqual({ why: expect.stringContaining('nowhere') })
    expect(await run({ user: 'x' })).toEqual({ why: expect.stringContaining('numeric') })
  })
})
