import { describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { init } from '../../src/commands/init.ts'
import { waitInLog } from '../../src/host/wait.ts'
import { temporaryDirectory } from '../support/cli.ts'
import { testHost } from '../support/host.ts'
import { SHAPES, writeShape } from '../support/shapes.ts'

describe('init', () => {
  const run = (cwd: string, directory: string | null) => {
    const host = testHost({ cwd, env: { ...process.env, PATH: '/nowhere' } })
    const surface = { screen: { width: 80, colour: false }, wait: waitInLog(host.log) }
    return init(host, { directory, build: false }, surface)
  }

  it('takes the current directory, or one that is named from there', async () => {
    const top = temporaryDirectory('init')
    writeShape(top, SHAPES.boutique)
    const all = await run(top, null)
    expect(all).toMatchObject({ top, services: ['checkoutservice', 'frontend'], unbuilt: [] })
    expect(all.files.map(file => file.path)).toEqual(['bantam.yaml', '.github/workflows/bantam.yml'])
    const one = await run(path.join(top, 'src'), 'frontend')
    expect(one).toMatchObject({ top: path.join(top, 'src/frontend'), services: ['frontend'] })
    expect(one.files).toMatchObject([{ path: '.github/workflows/bantam.yml' }])
    expect(one.files[0]?.text).not.toContain('working-directory')
    expect(one.notes.map(({ what }) => what)).toEqual(['no USER'])
  })

  it('fails where there is nothing to build', async () => {
    const top = temporaryDirectory('init')
    await expect(run(top, null)).rejects.toMatchObject({ code: 'bad-input', fields: { directory: top } })
    await expect(run(top, 'nowhere')).rejects.toMatchObject({ code: 'bad-input' })
  })
})
