import { expect, it } from '@jest/globals'
import { noteLines, noteText } from '../../src/init/note-lines.ts'

it('noteLines lists what was not carried over, up to a limit', () => {
  const notes = Array.from({ length: 60 }, (_, at) => ({ where: `D:${at}`, what: 'x', why: 'y' }))
  const lines = noteLines(notes)
  expect(lines.filter(line => line.startsWith('# - D:'))).toHaveLength(50)
  expect(lines.at(-1)).toBe('# - and 10 more, which bantam init prints')
  expect(noteLines(notes.slice(0, 50)).at(-1)).toBe('# - D:49: x: y')
  expect(noteLines([])).toEqual([])
})

it('noteText is one line without anything that could end it', () => {
  expect(noteText({ where: 'D:1', what: ' a\nb ', why: 'c' })).toBe('D:1: a b: c')
  expect(noteText({ where: '', what: 'a', why: 'b\u2028c' })).toBe('a: b c')
  expect(noteText({ where: 'x'.repeat(999), what: 'y'.repeat(999), why: 'z' }).length).toBeLessThan(450)
  expect(noteText({ where: 'x', what: 'y', why: 'z'.repeat(100_000) }).length).toBeLessThan(1100)
})
