import { describe, expect, it } from '@jest/globals'
import { type Change, nodesOf, overlay } from '../../src/image/overlay.ts'

type Layers = readonly (readonly Change<string>[])[]

function shown(layers: Layers): Readonly<Record<string, string | null>> {
  return Object.fromEntries([...nodesOf(overlay(layers))].map(({ path, node }) => [path, node.value]))
}

const file = (path: string, value = path): Change<string> => ({ kind: 'leaf', path, value })
const directory = (path: string, value: string): Change<string> => ({ kind: 'directory', path, value })

describe('overlay', () => {
  it('lets later layers win, and keeps what a directory holds when only its own facts change', () => {
    const layers = [
      [directory('/d', 'old'), file('/d/a', 'one'), file('/x')],
      [directory('/d', 'new'), file('/d/b')],
    ]
    expect(shown(layers)).toEqual({ '/d': 'new', '/d/a': 'one', '/d/b': '/d/b', '/x': '/x' })
  })

  it('removes what a whiteout names, and all below an opaque directory, but nothing of the same layer', () => {
    const layers: Layers = [
      [file('/a'), file('/d/old')],
      [file('/d/new'), { kind: 'opaque', path: '/d' }, { kind: 'whiteout', path: '/a' }],
    ]
    expect(shown(layers)).toEqual({ '/d': null, '/d/new': '/d/new' })
  })

  it('follows a link of its own layer, and replaces one of an earlier layer', () => {
    const link: Change<string> = { kind: 'symlink', path: '/bin', target: 'usr/bin', value: 'link' }
    expect(shown([[directory('/usr/bin', 'd'), link, file('/bin/a')]])).toMatchObject({
      '/bin': 'link',
      '/usr/bin/a': '/bin/a',
    })
    expect(shown([[link], [file('/bin/a')]])).toEqual({ '/bin': null, '/bin/a': '/bin/a' })
  })

  it('gives all names of a file one leaf, and a link to nothing no name', () => {
    const root = overlay<string>([
      [
        file('/a'),
        { kind: 'hard link', path: '/b', target: '/a' },
        { kind: 'hard link', path: '/c', target: '/no' },
      ],
    ])
    expect(root.children.get('b')).toBe(root.children.get('a'))
    expect(root.children.has('c')).toBe(false)
  })
})
