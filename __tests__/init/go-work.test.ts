import { expect, it } from '@jest/globals'
import { workspaceModules } from '../../src/init/go-work.ts'

it.each([
  { text: 'go 1.26\n', modules: [] },
  { text: 'go 1.26\nuse .\nuse ./a/ // why\n', modules: ['', 'a'] },
  { text: 'use (\r\n\t./a\r\n\t"./b c"\r\n\t// ./c\r\n)\r\nreplace x => ./d\r\n', modules: ['a', 'b c'] },
  { text: 'use(\n./a\n)\nuser x\n', modules: ['a'] },
  { text: 'use (\n./a', modules: ['a'] },
])('workspaceModules of $text', ({ text, modules }) => {
  expect(workspaceModules(text)).toEqual(modules)
})
