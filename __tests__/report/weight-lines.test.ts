import { describe, expect, it } from '@jest/globals'
import { weightLines } from '../../src/report/weight-lines.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { imageWeight, platformWeight, proxyBinary, proxyTree, weighIn } from './sample.ts'

const part = (kind: Breakdown['kind'], name: string, bytes: number): Breakdown => ({ name, kind, bytes })
const PARTS: Readonly<Partial<Record<Breakdown['kind'], readonly Breakdown[]>>> = {
  data: [part('data', '.rodata', 400_000), part('data', '.data', 100_000)],
  pclntab: [part('pclntab', '.gopclntab', 100_000)],
  header: [part('header', 'padding', 5_000), part('header', 'ELF header', 1_000)],
}

function shown(depth: 'package' | 'function'): string {
  const children = proxyTree.children!.map(node => {
    const parts = PARTS[node.kind]
    return parts === undefined ? node : { ...node, children: parts }
  })
  const binaries = [{ ...proxyBinary, breakdown: { ...proxyTree, children } }]
  const image = imageWeight({ platforms: [platformWeight({ binaries })] })
  return weightLines(weighIn(image), depth, { width: 100, colour: false }).join('\n')
}

describe('weightLines', () => {
  it('shows the parts of data, as the page does', () => {
    expect(shown('package')).toContain(`
    500 kB    8 %    data without an owner
    400 kB    6 %      .rodata
    100 kB    2 %      .data
`)
  })

  it('shows the capabilities of files, escaped', () => {
    const capabilities = [
      { path: '/a\u001b[31m', capabilities: 'cap_net_bind_service=ep' },
      { path: '/b', capabilities: 'cap_kill=p' },
    ]
    const image = imageWeight({ platforms: [platformWeight({ capabilities })] })
    const lines = weightLines(weighIn(image), 'package', { width: 100, colour: false })
    const at = lines.findIndex(line => line.includes('caps'))
    expect(lines.slice(at, at + 2).map(line => line.trim().replaceAll(/ +/g, ' '))).toEqual([
      'caps /a [31m cap_net_bind_service=ep',
      '/b cap_kill=p',
    ])
  })

  it('leaves out a part that is all of its node, and those of headers', () => {
    const text = shown('package')
    expect(text).toContain('function table')
    expect(text).not.toMatch(/\.gopclntab|ELF header/)
    expect(shown('function')).toContain('.gopclntab')
  })
})
