import { describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeFiles } from '../../../../src/commands/steps/init/write-files.ts'
import { IMAGES_PATH } from '../../../../src/init/images-text.ts'
import { WORKFLOW_PATH } from '../../../../src/init/workflow.ts'
import { temporaryDirectory } from '../../../support/cli.ts'

const ALONE = [{ path: WORKFLOW_PATH, text: 'one' }]
const BOTH = [{ path: IMAGES_PATH, text: 'images' }, ...ALONE]

function read(top: string, file: string): string {
  return readFileSync(path.join(top, file), 'utf8')
}

describe('writeFiles', () => {
  it('makes the directories, and replaces nothing', async () => {
    const top = temporaryDirectory('write')
    await writeFiles(top, BOTH)
    const again = BOTH.map(file => ({ ...file, text: 'two' }))
    await expect(writeFiles(top, again)).rejects.toMatchObject({ code: 'write' })
    expect([read(top, IMAGES_PATH), read(top, WORKFLOW_PATH)]).toEqual(['images', 'one'])
  })

  it.each([IMAGES_PATH, WORKFLOW_PATH])('writes neither where %s is there', async there => {
    const top = temporaryDirectory('write')
    mkdirSync(path.dirname(path.join(top, there)), { recursive: true })
    writeFileSync(path.join(top, there), 'mine')
    await expect(writeFiles(top, BOTH)).rejects.toThrow(
      `bantam.yaml and .github/workflows/bantam.yml were not written: ${there} is already there; move it away, or take over what is printed above`,
    )
    const other = there === IMAGES_PATH ? WORKFLOW_PATH : IMAGES_PATH
    expect(read(top, there)).toBe('mine')
    expect(existsSync(path.join(top, other))).toBe(false)
  })

  it('takes the first away where the second cannot be written', async () => {
    const top = temporaryDirectory('write')
    mkdirSync(path.join(top, '.github'))
    writeFileSync(path.join(top, '.github/workflows'), '')
    await expect(writeFiles(top, BOTH)).rejects.toMatchObject({ code: 'write' })
    await expect(writeFiles(top, ALONE)).rejects.toMatchObject({ code: 'write' })
    expect(readdirSync(top)).toEqual(['.github'])
  })

  it('writes no workflow of one service beside a bantam.yaml that it would read', async () => {
    const top = temporaryDirectory('write')
    writeFileSync(path.join(top, IMAGES_PATH), 'mine')
    await expect(writeFiles(top, ALONE)).rejects.toThrow(
      '.github/workflows/bantam.yml was not written: bantam.yaml is already there, and the workflow would build its images',
    )
    expect(readdirSync(top)).toEqual([IMAGES_PATH])
  })

  it('writes through no link at bantam.yaml', async () => {
    const [top, outside] = [temporaryDirectory('write'), temporaryDirectory('outside')]
    symlinkSync(path.join(outside, 'x'), path.join(top, IMAGES_PATH))
    await expect(writeFiles(top, BOTH)).rejects.toMatchObject({ code: 'write' })
    expect(readdirSync(outside)).toEqual([])
  })
})
