import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execForm, parseDockerfile } from '../../src/init/dockerfile.ts'

/** The names and texts of the instructions of all stages. */
function read(text: string): readonly string[] {
  const { args, stages } = parseDockerfile(text)
  return [
    ...args.map(one => `${one.name} ${one.text}`),
    ...stages.flatMap(({ base, name, instructions }) => [
      `FROM ${base}${name === null ? '' : ` AS ${name}`}`,
      ...instructions.map(one => `${one.name} ${one.text}`),
    ]),
  ]
}

describe('parseDockerfile', () => {
  it.each([
    { of: 'nothing', text: '', gives: [] },
    { of: 'a directive alone', text: '# syntax=x', gives: [] },
    { of: 'no FROM', text: 'RUN id\nCOPY a b\n', gives: [] },
    {
      of: 'small letters',
      text: 'arg A=1\nfrom x as y\nrun id',
      gives: ['ARG A=1', 'FROM x AS y', 'RUN id'],
    },
    { of: 'Windows lines', text: 'FROM x\r\nRUN id\r\n', gives: ['FROM x', 'RUN id'] },
    { of: 'a byte order mark', text: '\uFEFFFROM x\n', gives: ['FROM x'] },
    { of: 'the flags of FROM', text: 'FROM --platform=$BUILDPLATFORM x', gives: ['FROM x'] },
    { of: 'a continued line', text: 'FROM x\nRUN a \\\n  b', gives: ['FROM x', 'RUN a    b'] },
    {
      of: 'comments and empty lines within an instruction',
      text: 'FROM x\nRUN a \\\n# why\n\n b\n# RUN c\n',
      gives: ['FROM x', 'RUN a   b'],
    },
    {
      of: 'another escape',
      text: '# escape=`\nFROM x\nRUN a `\nb\\\nRUN c',
      gives: ['FROM x', 'RUN a  b\\', 'RUN c'],
    },
    {
      of: 'an escape directive that only looks like one',
      text: '# escape=x\nFROM x\nRUN a \\\nb',
      gives: ['FROM x', 'RUN a  b'],
    },
    { of: 'another directive', text: '# syntax=docker/dockerfile:1\nFROM x', gives: ['FROM x'] },
    {
      of: 'a here-document',
      text: 'FROM x\nRUN <<EOF\nFROM y\nRUN z\nEOF\nUSER 1\n',
      gives: ['FROM x', 'RUN <<EOF\nFROM y\nRUN z', 'USER 1'],
    },
    {
      of: 'a here-document with tabs and quotes',
      text: 'FROM x\nCOPY <<-"END" /a\n\tb\n\tEND\nUSER 1',
      gives: ['FROM x', 'COPY <<-"END" /a\n\tb', 'USER 1'],
    },
    {
      of: 'a here-document without an end',
      text: 'FROM x\nRUN <<EOF\na\nUSER 1',
      gives: ['FROM x', 'RUN <<EOF', 'A ', 'USER 1'],
    },
    {
      of: 'an end that only came before',
      text: 'FROM x\nE\nRUN <<E\nUSER 1',
      gives: ['FROM x', 'E ', 'RUN <<E', 'USER 1'],
    },
    {
      of: 'two here-documents, one with a descriptor',
      text: 'FROM x\nRUN 3<<A <<B cat\na\nA\nb\nB\nUSER 1',
      gives: ['FROM x', 'RUN 3<<A <<B cat\na\nb', 'USER 1'],
    },
    {
      of: 'a shift of bits',
      text: 'FROM x\nRUN echo $((1<<N)) $((1 << N))\nUSER 1\nN\n',
      gives: ['FROM x', 'RUN echo $((1<<N)) $((1 << N))', 'USER 1', 'N '],
    },
    {
      of: 'a here-string',
      text: 'FROM x\nRUN cat <<<EOF\nUSER 1\nEOF',
      gives: ['FROM x', 'RUN cat <<<EOF', 'USER 1', 'EOF '],
    },
    { of: 'what is no instruction', text: 'FROM x\n!!\n{}\nUSER 1', gives: ['FROM x', 'USER 1'] },
    { of: 'FROM alone', text: 'FROM\nUSER 1', gives: ['FROM ', 'USER 1'] },
  ])('reads $of', ({ text, gives }) => {
    expect(read(text)).toEqual(gives)
  })

  it('knows the flags and the line of an instruction', () => {
    const { stages } = parseDockerfile('FROM x\n\nCOPY --from=a --chown=1:2 \\\n --link b c\n')
    expect(stages[0]?.instructions).toEqual([
      { name: 'COPY', flags: { from: 'a', chown: '1:2', link: '' }, text: 'b c', line: 3 },
    ])
  })

  it('reads the beginning of a file without an end', () => {
    expect(parseDockerfile('FROM x\n'.repeat(300)).stages).toHaveLength(50)
    expect(parseDockerfile(`FROM x\n${'USER 1\n'.repeat(9000)}`).stages[0]?.instructions.length).toBeLessThan(
      2000,
    )
    expect(read(`FROM x\nRUN a${' \\\n b'.repeat(60_000)}`)).toHaveLength(2)
  })

  it('never fails, and names the lines that there are', () => {
    const word = fc.constantFrom(
      'FROM',
      'RUN',
      'COPY',
      '--from=a',
      '<<E',
      'E',
      '\\',
      '`',
      '#',
      '["a"]',
      ' ',
      '\n',
      '\r',
      'x',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map(words => words.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        const { stages } = parseDockerfile(text)
        const count = text.split(/\r\n|\n|\r/).length
        for (const { line } of stages.flatMap(stage => [stage, ...stage.instructions])) {
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(count)
        }
      }),
    )
  })
})

describe('execForm', () => {
  it.each([
    { text: '["a", "b c"]', words: ['a', 'b c'] },
    { text: '[]', words: [] },
    { text: "['a']", words: null },
    { text: '["a", 1]', words: null },
    { text: 'a b', words: null },
    { text: '["a"', words: null },
  ])('reads $text', ({ text, words }) => {
    expect(execForm(text)).toEqual(words)
  })
})
