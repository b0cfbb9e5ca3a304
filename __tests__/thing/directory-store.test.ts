import { describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { directoryStore } from '../../src/thing/directory-store.ts'
import { layoutSource } from '../../src/thing/layout.ts'
import { aFailure } from '../support/a-failure.ts'
import { testHost } from '../support/host.ts'
import { descriptor, handMade, layoutOf, writeTree } from '../support/layouts.ts'
import { failureOf } from '../support/registry-client.ts'

const made = handMade([[{ name: 'file', content: 'content' }]])
const layer = made.layers[0]!
const blob = `blobs/sha256/${layer.digest.slice(7)}`

/** A layout in a workspace, beside a directory that is outside of it. */
function places() {
  const { cwd, temporary } = testHost()
  const workspace = path.join(realpathSync(cwd), 'workspace')
  const layout = path.join(workspace, 'base')
  mkdirSync(workspace)
  renameSync(writeTree(layoutOf(made)), layout)
  const outside = path.join(realpathSync(cwd), 'outside')
  mkdirSync(outside)
  return { layout, workspace, outside, guard: { roots: [workspace], temporary } }
}

/** Moves a file or directory of the layout, and puts a link in its place. */
function linkTo(layout: string, name: string, target: string) {
  renameSync(path.join(layout, name), target)
  symlinkSync(target, path.join(layout, name))
}

describe('directoryStore', () => {
  it('has what is in the directory', async () => {
    const { layout } = places()
    const store = directoryStore('./base', layout)
    expect(await store.extent(blob, Infinity)).toEqual({
      file: path.join(layout, blob),
      offset: 0,
      size: layer.bytes.length,
      temporary: false,
    })
    for (const missing of ['other', 'oci-layout/below', 'blobs'])
      expect(await store.extent(missing, Infinity)).toBeNull()
  })

  it.each(['index.json', 'oci-layout', blob, 'blobs', 'blobs/sha256'])(
    'refuses %s if it leads out of the workspace',
    async name => {
      const { layout, outside, guard } = places()
      linkTo(layout, name, path.join(outside, 'target'))
      const store = directoryStore('./base', layout, guard)
      const file = name.startsWith('blobs') ? blob : name
      expect(await failureOf(store.extent(file, Infinity))).toEqual(
        aFailure('unreadable-image', {
          what: './base could not be read',
          why: `${file} in it leads out of the workspace through a link, to ${outside}/target`,
        }),
      )
    },
  )

  it("refuses a link into git's own files", async () => {
    const { layout, workspace, guard } = places()
    mkdirSync(path.join(workspace, '.git'))
    linkTo(layout, 'index.json', path.join(workspace, '.git', 'config'))
    expect(
      await failureOf(directoryStore('./base', layout, guard).extent('index.json', Infinity)),
    ).toMatchObject({ code: 'unreadable-image' })
  })

  it('follows a link in the workspace, and one anywhere where nothing guards it', async () => {
    const { layout, workspace, outside, guard } = places()
    linkTo(layout, blob, path.join(workspace, 'blob'))
    linkTo(layout, 'index.json', path.join(outside, 'index.json'))
    expect(await directoryStore('./base', layout, guard).extent(blob, Infinity)).not.toBeNull()
    expect(await directoryStore('./base', layout).extent('index.json', Infinity)).not.toBeNull()
  })

  it('copies what it guards, so that what was verified cannot be changed', async () => {
    const { layout, guard } = places()
    const source = await layoutSource(directoryStore('./base', layout, guard))
    const extent = await source.blob(descriptor(layer))
    writeFileSync(path.join(layout, blob), Buffer.alloc(layer.bytes.length))
    expect(path.dirname(extent.file)).toBe(guard.temporary)
    expect(extent.temporary).toBe(true)
    expect(readFileSync(extent.file).equals(layer.bytes)).toBe(true)
  })

  it('copies nothing that is larger than what is wanted, and an empty file', async () => {
    const { layout, guard } = places()
    const store = directoryStore('./base', layout, guard)
    expect(await store.extent(blob, layer.bytes.length - 1)).toMatchObject({
      file: path.join(layout, blob),
      size: layer.bytes.length,
    })
    writeFileSync(path.join(layout, 'empty'), '')
    expect(await store.extent('empty', 0)).toMatchObject({ size: 0, temporary: true })
  })
})
