import { describe, expect, it } from '@jest/globals'
import { checkedInputs } from '../../src/init/checked-inputs.ts'
import type { Inputs } from '../../src/init/draft.ts'

describe('checkedInputs', () => {
  it.each<{ readonly given: Inputs; readonly kept: Inputs; readonly noted: readonly string[] }>([
    { given: { expose: '80\n53/udp' }, kept: { expose: '80\n53/udp' }, noted: [] },
    { given: { expose: '80\n99999999\nx' }, kept: { expose: '80' }, noted: ['expose 99999999', 'expose x'] },
    { given: { expose: 'x' }, kept: {}, noted: ['expose x'] },
    { given: { user: 'app', workdir: '/a' }, kept: { workdir: '/a' }, noted: ['user app'] },
    { given: { main: './a=/proc/x\n./b' }, kept: { main: './a\n./b' }, noted: ['main ./a=/proc/x'] },
    { given: { main: '.=/proc/x' }, kept: { main: '.' }, noted: ['main .=/proc/x'] },
    { given: { env: 'A=1\n1B=2' }, kept: { env: 'A=1' }, noted: ['env 1B'] },
    { given: { ldflags: '-X main.a={{.Nope}}' }, kept: {}, noted: ['ldflags main.a={{.Nope}}'] },
    { given: { 'stop-signal': 'NOPE' }, kept: {}, noted: ['stop-signal NOPE'] },
    // Its line is not found again, because a message shows only the beginning of a long value.
    {
      given: { env: `A=1\n1${'x'.repeat(200)}=2`, user: '1:1' },
      kept: { user: '1:1' },
      noted: [`env 1${'x'.repeat(119)}…`],
    },
    { given: { workdir: 'a/x', args: 'a/x' }, kept: { args: 'a/x' }, noted: ['workdir a/x'] },
    { given: { main: './a=/proc/x=y' }, kept: { main: './a' }, noted: ['main ./a=/proc/x=y'] },
    { given: { 'build-tags': 'a\nb-c' }, kept: { 'build-tags': 'a' }, noted: ['build-tags b-c'] },
  ])('keeps of $given what Bantam takes', ({ given, kept, noted }) => {
    const { inputs, notes } = checkedInputs(given, 'Dockerfile')
    expect(inputs).toEqual(kept)
    expect(notes.map(({ where, what }) => ({ where, what }))).toEqual(
      noted.map(what => ({ where: 'Dockerfile', what })),
    )
    for (const { why } of notes) expect(why).toMatch(/^[a-z-]+ "/)
  })

  it.each<{ readonly given: Inputs; readonly noted: readonly string[] }>([
    { given: { main: '-x', env: 'A=1' }, noted: ['main -x'] },
    { given: { main: './a\n./b...' }, noted: ['main ./b...'] },
  ])('keeps nothing of $given, which would build another program', ({ given, noted }) => {
    const { inputs, notes } = checkedInputs(given, 'x')
    expect(inputs).toBeNull()
    expect(notes.map(({ what }) => what)).toEqual(noted)
  })

  it('keeps what every event has, and no branch, which the run of a tag has not', () => {
    const { inputs, notes } = checkedInputs({ ldflags: '-X main.a={{.Branch}}\n-X main.b={{.Commit}}' }, 'x')
    expect(notes).toHaveLength(1)
    expect(notes[0]?.why).toContain('{{.Branch}}')
    expect(inputs).toEqual({ ldflags: '-X main.b={{.Commit}}' })
  })
})
