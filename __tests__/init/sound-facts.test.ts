import { describe, expect, it } from '@jest/globals'
import { soundFacts } from '../../src/init/sound-facts.ts'
import { factsOf } from '../support/shapes.ts'

describe('soundFacts', () => {
  it.each(['cmd/api', 'cmd/a.b_c-d', 'a+b'])('keeps the program in %j', directory => {
    const facts = factsOf({ 'go.mod': 'module x\n', [`${directory}/main.go`]: 'package main\n' })
    expect(soundFacts(facts)).toEqual({ facts, notes: [] })
  })

  it('keeps the program of the top', () => {
    const facts = factsOf({ 'go.mod': 'module x\n', 'main.go': 'package main\n' })
    expect(soundFacts(facts)).toEqual({ facts, notes: [] })
  })

  it.each([
    { directory: 'e${{ github.token }}', why: /expression/ },
    { directory: 'a\n      - run: id', why: /cannot be seen/ },
    { directory: 'a\u202eb', why: /cannot be seen/ },
    { directory: 'a ', why: /blank/ },
    { directory: 'x'.repeat(1000), why: /too long/ },
    { directory: 'a,b', why: /cannot name/ },
    { directory: 'a=b', why: /cannot name/ },
    { directory: 'a b', why: /cannot name/ },
    { directory: 'a@v1', why: /cannot name/ },
    { directory: 'a...b', why: /cannot name/ },
  ])('leaves out the program in $directory, and says so', ({ directory, why }) => {
    const shape = {
      'go.mod': 'module x\n',
      'main.go': 'package main\n',
      [`${directory}/main.go`]: 'package main\n',
    }
    const { facts, notes } = soundFacts(factsOf(shape))
    expect(facts.programs.map(program => program.directory)).toEqual([''])
    expect(notes).toEqual([
      { where: `./${directory}`, what: 'a main package', why: expect.stringMatching(why) },
    ])
  })

  it.each(['- m', '# m', '[m'])('leaves out the program of a module in %j', directory => {
    const shape = { [`${directory}/go.mod`]: 'module x\n', [`${directory}/main.go`]: 'package main\n' }
    const { facts, notes } = soundFacts(factsOf(shape))
    expect(facts.programs).toEqual([])
    expect(notes).toHaveLength(1)
  })
})
