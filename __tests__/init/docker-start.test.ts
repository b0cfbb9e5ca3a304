import { describe, expect, it } from '@jest/globals'
import { viewStage } from '../../src/init/docker-stage.ts'
import { startInputs, startOf } from '../../src/init/docker-start.ts'
import { parseDockerfile } from '../../src/init/dockerfile.ts'

function read(text: string) {
  const { entrypoint, args, notes } = startOf(viewStage(parseDockerfile(`FROM x\n${text}\n`), 0), 'D')
  return { entrypoint, args, notes: notes.map(({ where, what }) => `${where} ${what}`) }
}

describe('startOf', () => {
  it.each([
    { text: '', entrypoint: [], args: [], notes: [] },
    { text: 'ENTRYPOINT ["/a", "b"]\nCMD ["c"]', entrypoint: ['/a', 'b'], args: ['c'], notes: [] },
    { text: 'CMD ["/a", "b"]', entrypoint: ['/a'], args: ['b'], notes: [] },
    { text: 'CMD /a "b c"', entrypoint: ['/a'], args: ['b c'], notes: [] },
    { text: 'ENTRYPOINT exec /a', entrypoint: ['/a'], args: [], notes: [] },
    { text: 'ENTRYPOINT /a | b', entrypoint: [], args: [], notes: ['D:2 ENTRYPOINT /a | b'] },
    { text: 'ENTRYPOINT ["/a"', entrypoint: [], args: [], notes: ['D:2 ENTRYPOINT ["/a"'] },
    { text: 'ENTRYPOINT /a $B\nCMD ["c"]', entrypoint: [], args: [], notes: ['D:2 ENTRYPOINT /a $B'] },
    {
      text: 'ENTRYPOINT ["/sbin/tini", "-g", "--", "/a"]',
      entrypoint: ['/a'],
      args: [],
      notes: ['D:2 /sbin/tini'],
    },
    { text: 'ENTRYPOINT ["tini", "--"]\nCMD ["/a"]', entrypoint: ['/a'], args: [], notes: ['D:2 tini'] },
    { text: 'CMD ["/a"]\nCMD ["/b"]', entrypoint: ['/b'], args: [], notes: [] },
  ])('reads $text', ({ text, ...start }) => {
    expect(read(text)).toEqual(start)
  })
})

describe('startInputs', () => {
  const place = (name: string, at: string | null) => ({
    program: { directory: name, module: '', name },
    place: at,
  })
  const programs = [place('a', '/bin/a'), place('b', null)]
  const view = viewStage(parseDockerfile('FROM x\nWORKDIR /bin'), 0)
  const start = (entrypoint: readonly string[], args: readonly string[] = []) => {
    const found = startInputs({ entrypoint, args, notes: [] }, programs, view)
    return { first: found.programs[0]?.program.name, inputs: found.inputs, unknown: found.unknown }
  }

  it.each([
    { entrypoint: [], args: ['x y'], first: 'a', inputs: { args: "'x y'" }, unknown: null },
    { entrypoint: ['/bin/a'], args: [], first: 'a', inputs: {}, unknown: null },
    {
      entrypoint: ['./a', 'serve'],
      args: ['-x'],
      first: 'a',
      inputs: { entrypoint: '/bin/a serve', args: '-x' },
      unknown: null,
    },
    { entrypoint: ['b', '-v'], args: [], first: 'b', inputs: { entrypoint: '/b -v' }, unknown: null },
    { entrypoint: ['/entry.sh'], args: ['x'], first: 'a', inputs: {}, unknown: '/entry.sh' },
  ])('starts $entrypoint', ({ entrypoint, args, ...found }) => {
    expect(start(entrypoint, args)).toEqual(found)
  })
})
