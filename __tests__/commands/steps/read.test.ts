import { beforeAll, expect, it } from '@jest/globals'
import { readBinaries } from '../../../src/commands/steps/read.ts'
import type { LinkedBinary } from '../../../src/compile/linked-binary.ts'
import { buildGoPrograms, PRINTLN } from '../../support/go-programs.ts'
import { writeTemporary } from '../../support/layouts.ts'
import { describeWith } from '../../support/tools.ts'
import { aFailure } from '../../support/a-failure.ts'

const amd64 = { os: 'linux', architecture: 'amd64' }

describeWith(['go'], 'readBinaries', () => {
  let supplied: LinkedBinary
  beforeAll(async () => {
    const { program } = await buildGoPrograms({ program: PRINTLN })
    supplied = { name: 'x', file: program, directory: undefined, main: null, importPath: null }
  })

  it('reads what is in a binary, and breaks it down once', async () => {
    const [binary] = await readBinaries([supplied], amd64)
    expect(binary?.breakdown()).toMatchObject({ name: 'x', bytes: binary?.bytes.length })
    expect(binary?.breakdown()).toBe(binary?.breakdown())
  })

  it('refuses one for another machine', async () => {
    const asked = readBinaries([supplied], { os: 'linux', architecture: 'arm64' })
    await expect(asked).rejects.toMatchObject({ code: 'not-static' })
  })

  it('refuses what is not there, and what is no executable', async () => {
    await expect(readBinaries([{ ...supplied, file: '/nowhere' }], amd64)).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'binary', value: '/nowhere' } }),
    )
    const text = { ...supplied, file: writeTemporary('text', 'text') }
    await expect(readBinaries([text], amd64)).rejects.toMatchObject({ code: 'unreadable-binary' })
  })
})
