import { describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { declare, declareRun } from '../../src/commands/declare.ts'
import { init } from '../../src/commands/init.ts'
import { readFacts } from '../../src/commands/steps/init/read-facts.ts'
import { writeFiles } from '../../src/commands/steps/init/write-files.ts'
import { waitInLog } from '../../src/host/wait.ts'
import { planInit } from '../../src/init/init.ts'
import { temporaryDirectory } from '../support/cli.ts'
import { gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { SHAPES, writeShape } from '../support/shapes.ts'

describe('init', () => {
  const withoutGo = { ...process.env, PATH: '/nowhere' }
  const run = (cwd: string, directory: string | null, env: NodeJS.ProcessEnv = withoutGo) => {
    const host = testHost({ cwd, env })
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

  it('writes a bantam.yaml of which every image is what its step would say', async () => {
    const { directory: top, git } = gitRepository()
    git('remote', 'add', 'origin', 'https://github.com/acme/shop.git')
    git('commit', '-q', '--allow-empty', '-m', 'x')
    const [names, shapes] = [Object.keys(SHAPES), Object.values(SHAPES)]
    for (const [at, shape] of shapes.entries()) writeShape(path.join(top, names[at] ?? ''), shape)
    const { files, services } = await run(top, null, process.env)
    expect(services).toHaveLength(11)
    await writeFiles(top, files)
    const host = testHost({ cwd: top })
    const { images } = await declareRun(host, { surface: 'action', values: {}, problems: [] })
    expect(images.map(({ key }) => key)).toEqual(services)
    const plan = planInit(await readFacts(host, top, top))
    for (const { key, spec } of images) {
      const service = plan.services.find(({ name }) => name === key)
      expect(service?.image).toBe(`ghcr.io/acme/shop/${key}`)
      const values = { ...service?.inputs, image: service?.image ?? '', budget: 'image: +50kB' }
      const alone = await declare(host, { surface: 'action', values, problems: [] })
      expect(spec).toEqual(alone.spec)
    }
  })

  it('fails where there is nothing to build', async () => {
    const top = temporaryDirectory('init')
    await expect(run(top, null)).rejects.toMatchObject({ code: 'bad-input', fields: { directory: top } })
    await expect(run(top, 'nowhere')).rejects.toMatchObject({ code: 'bad-input' })
  })
})
