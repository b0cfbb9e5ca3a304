import { expect, it } from '@jest/globals'
import { once } from '../../src/host/once.ts'

it('once does work for each key once, also what fails, and gives everyone its result', async () => {
  const asked: string[] = []
  const find = once<string>()
  const get = (key: string) =>
    find(key, async () => {
      asked.push(key)
      if (key === 'bad') throw new Error(key)
      return key.toUpperCase()
    })
  expect(await Promise.all([get('a'), get('b'), get('a')])).toEqual(['A', 'B', 'A'])
  expect(await get('a')).toBe('A')
  await expect(get('bad')).rejects.toThrow('bad')
  await expect(get('bad')).rejects.toThrow('bad')
  expect(asked).toEqual(['a', 'b', 'bad'])
})
