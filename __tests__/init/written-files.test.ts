import { describe, expect, it } from '@jest/globals'
import { filesText, writtenFiles } from '../../src/init/written-files.ts'

const SERVICE = { name: 'svc', inputs: {}, image: 'ghcr.io/o/n', budget: ['image: +50kB'] }
const PLAN = { branches: ['main'], tags: [], notes: [{ where: 'D:1', what: 'x', why: 'y' }] }

describe('writtenFiles', () => {
  it('is the workflow alone for one service', () => {
    const files = writtenFiles({ ...PLAN, services: [SERVICE] })
    expect(files.map(({ path }) => path)).toEqual(['.github/workflows/bantam.yml'])
    expect(filesText(files)).toBe(files[0]?.text)
    expect(filesText(files)).toContain('D:1')
  })

  it('is bantam.yaml and the workflow for several, with a heading where both are printed', () => {
    const files = writtenFiles({ ...PLAN, services: [SERVICE, { ...SERVICE, name: 'web' }] })
    const [images, workflow] = files
    expect(files.map(({ path }) => path)).toEqual(['bantam.yaml', '.github/workflows/bantam.yml'])
    expect(images?.text).toContain('D:1')
    expect(workflow?.text).not.toContain('D:1')
    expect(filesText(files)).toBe(
      `==> bantam.yaml <==\n${images?.text}\n==> .github/workflows/bantam.yml <==\n${workflow?.text}`,
    )
  })
})
