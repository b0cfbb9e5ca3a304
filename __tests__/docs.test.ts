import { describe, expect, it } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { formatBytes } from '../src/declare/bytes.ts'

const root = path.dirname(import.meta.dirname)
const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
const pages = globSync(['*.md', 'docs/**/*.md', 'bench/*.md', '.github/*.md'], { cwd: root }).sort()

/** The text of a page without its blocks of code, in which `#` and `[…](…)` mean something else. */
function prose(file: string): string {
  return text(file).replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '')
}

/** Anchors of a page's headings, as GitHub makes them. */
function anchors(file: string): readonly string[] {
  const headings = [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the pages', () => {
  it.each(pages)('%s leads nowhere that is not there', file => {
    const links = [...prose(file).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)]
    const broken = links.filter(([, to = '', anchor]) => {
      const target = to === '' ? file : path.join(path.dirname(file), to)
      if (!existsSync(path.join(root, target))) return true
      return anchor !== undefined && target.endsWith('.md') && !anchors(target).includes(anchor)
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })
})

describe('a decision', () => {
  const decisions = globSync('docs/decisions/*.md', { cwd: root }).sort()

  it.each(decisions)('%s has its number and its date', file => {
    const number = Number(path.basename(file).slice(0, 4))
    expect(text(file)).toMatch(new RegExp(`^# ${number}\\. .+\n\nDate: \\d{4}-\\d{2}-\\d{2}\n\n`))
  })

  it('has a number of its own', () => {
    const numbers = decisions.map(file => path.basename(file).slice(0, 4))
    expect(numbers).toEqual([...new Set(numbers)])
    expect(numbers.length).toBeGreaterThan(30)
  })
})

describe('README.md', () => {
  const readme = text('README.md')

  it('shows a picture that loads fast', () => {
    const [, picture = ''] = /^!\[[^\]]+\]\((\S+)\)$/m.exec(readme) ?? []
    expect(readFileSync(path.join(root, picture)).length).toBeLessThan(150_000)
  })

  it('has, of all commands, npm start and npm test first', () => {
    const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(
      ([, language]) => language !== 'yaml',
    )
    expect(blocks[0]?.[2]).toBe('npm start\nnpm test\n')
  })

  it('has the figures of bench/RESULTS.md', () => {
    const results = text('bench/RESULTS.md')
    const cells = (line: string) => line.split('|').map(cell => cell.trim())
    const sizes = new Map(
      [...results.matchAll(/^\| (\w+) +\|(?: +[\d,]+ +\|){4} +0\.\d+ +\|$/gm)].map(([line]) => {
        const [, name = '', , packed = '', pulled = '', ko = ''] = cells(line)
        return [name, { packed, pulled, ko }]
      }),
    )
    const images = new Map(
      [...results.matchAll(/^### (\w+)\n\n.*; ([\d,]+) bytes as it is\.$/gm)].map(
        ([, name = '', bytes = '']) => [name, bytes],
      ),
    )
    const said = (bytes = '') => formatBytes(Number(bytes.replaceAll(',', '')))
    const rows = [...readme.matchAll(/^\| (\w+)[^|]*\|.* MB \|.*$/gm)].map(([line, name = '']) => ({
      name,
      figures: cells(line).slice(2, 6),
    }))
    expect(rows.length).toBeGreaterThan(1)
    for (const { name, figures } of rows) {
      const size = sizes.get(name)
      expect(figures).toEqual([images.get(name), size?.pulled, size?.ko, size?.packed].map(said))
    }
  })
})

interface Form {
  readonly name?: string
  readonly description?: string
  readonly body?: readonly {
    readonly type: string
    readonly id?: string
    readonly attributes: { readonly label?: string; readonly value?: string }
    readonly validations?: { readonly required?: boolean }
  }[]
}

describe('an issue form', () => {
  const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root }).filter(
    file => path.basename(file) !== 'config.yml',
  )

  it.each(forms)('%s is one to GitHub', file => {
    const { name, description, body = [] } = parse(text(file)) as Form
    expect([name, description]).not.toContain(undefined)
    const fields = body.filter(({ type }) => type !== 'markdown')
    expect(fields.length).toBeGreaterThan(0)
    const ids = fields.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(
      fields.every(({ id, attributes }) => /^[\w-]+$/.test(id ?? '') && attributes.label !== undefined),
    ).toBe(true)
    expect(body.every(({ type }) => ['markdown', 'input', 'textarea'].includes(type))).toBe(true)
  })

  it('asks, for a bug, what a maintainer would have to ask for', () => {
    const { body = [] } = parse(text('.github/ISSUE_TEMPLATE/bug.yml')) as Form
    const ids = body.flatMap(({ id }) => id ?? [])
    expect(ids).toEqual(['what', 'version', 'runner', 'step', 'log', 'weigh-in'])
  })
})
