import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { givenInputs } from '../../src/declare/action-inputs.ts'
import { COMMENT_INPUTS } from '../../src/declare/command-inputs.ts'
import { inputsOf } from '../../src/declare/inputs.ts'

describe('givenInputs', () => {
  it('reads what the runner sets, and no other variable', () => {
    const env = {
      'INPUT_WORKING-DIRECTORY': 'service',
      INPUT_BUDGET: ' 3MB\n',
      INPUT_TAGS: '',
      INPUT_IMAGE: '  ',
      PATH: '/bin',
      INPUTS: 'x',
    }
    expect(givenInputs(env)).toEqual({
      surface: 'action',
      values: { 'working-directory': 'service', budget: '3MB' },
      problems: [],
    })
  })

  it('knows every input of the action', () => {
    const inputs = inputsOf('action')
    const env = Object.fromEntries(inputs.map(({ name }) => [`INPUT_${name.toUpperCase()}`, 'x']))
    const { values, problems } = givenInputs(env)
    expect(Object.keys(values)).toEqual(inputs.map(({ name }) => name))
    expect(problems).toEqual([])
  })

  it('knows no more than the action that runs has', () => {
    const env = { 'INPUT_WEIGH-IN': 'w', INPUT_COMMENT: 'changed', INPUT_BUDGET: '3MB' }
    const { values, problems } = givenInputs(env, COMMENT_INPUTS)
    expect(values).toEqual({ 'weigh-in': 'w', comment: 'changed' })
    expect(problems.map(({ input }) => input)).toEqual(['budget'])
    expect(givenInputs(env).problems.map(({ input }) => input)).toEqual(['weigh-in'])
  })

  it('reports every unknown one, in one order whatever the environment has', () => {
    const { problems } = givenInputs({ INPUT_PUHS: '', INPUT_BUDGTE: '3MB', INPUT_BUDGET_: '' })
    expect(sentencesOf(problems, 'action')).toEqual([
      'budget_ is not an input; did you mean "budget"?',
      'budgte is not an input; did you mean "budget"?',
      'puhs is not an input; did you mean "push"?',
    ])
  })
})
