import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { FileFault, Position } from './images-file.ts'
import { shown } from './shown.ts'
import type { Entry, Tree } from './tree.ts'

/** Deeper than any file needs. The composer of the library calls itself, and would end the process in a deeper one. */
const DEEPEST = 64

export type ReadYaml =
  | { readonly tree: Tree; readonly faults: readonly FileFault[] }
  | { readonly tree: null; readonly faults: readonly [FileFault, ...FileFault[]] }

const START: Position = { line: 1, column: 1 }

/**
 * Reads one document of YAML as text, lists and maps. What makes YAML say one thing and mean another is a fault: aliases,
 * anchors, tags, merge keys, keys that stand twice. Never throws.
 */
export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter()
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const [, second] = tokens.filter(({ type }) => type === 'document')
  if (second !== undefined && 'offset' in second)
    return fault(at(second.offset), 'a second document begins; a file has one, so remove the line "---"')
  if (depthOf(tokens) > DEEPEST) return fault(START, 'lists and maps are nested too deeply to be read')
  const [document] = new Composer({
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'failsafe',
    uniqueKeys: false,
  }).compose(tokens)
  if (document === undefined) return fault(START, EMPTY)
  const [error] = document.errors
  if (error !== undefined) return fault(at(error.pos[0]), errorWords(error))
  return treeOf(document, text, at)
}

const EMPTY = 'the file is empty; write images, and below it the name of each image'

function fault(at: Position, because: string): ReadYaml {
  return { tree: null, faults: [{ at, because }] }
}

/** Walks without calling itself, since nothing is known of the depth yet. */
function depthOf(tokens: readonly CST.Token[]): number {
  let deepest = 0
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map(token => ({
    token,
    depth: 1,
  }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next
    deepest = Math.max(deepest, depth)
    const items = 'items' in token ? token.items : []
    const inner = 'value' in token && token.type === 'document' ? [token.value] : []
    for (const child of [...inner, ...items.flatMap(({ key, value }) => [key, value])])
      if (child !== undefined && child !== null) open.push({ token: child, depth: depth + 1 })
  }
  return deepest
}

type At = (offset: number) => Position

function treeOf(document: Document, text: string, at: At): ReadYaml {
  const faults: FileFault[] = []
  const add = (offset: number, because: string) => void faults.push({ at: at(offset), because })
  /** An alias has no value: what it stands for may be itself, or grow without an end. */
  const valuesOf = (node: Node | null, place: number): readonly Tree[] => {
    const start = node?.range?.[0] ?? place
    if (node !== null) refuseMarks(node, start, add)
    return isAlias(node) ? [] : [valueOf(node, start)]
  }
  const valueOf = (node: Node | null, start: number): Tree => {
    if (isMap(node)) return { kind: 'map', entries: entriesOf(node), at: at(start) }
    if (isSeq(node))
      return {
        kind: 'list',
        items: node.items.flatMap(item => valuesOf(item as Node | null, start)),
        at: at(start),
      }
    if (isScalar(node)) return scalarOf(node, at(start), start, add)
    return { kind: 'nothing', at: at(start) }
  }
  const entriesOf = (map: YAMLMap): readonly Entry[] => {
    const seen = new Map<string, Position>()
    return map.items.flatMap(({ key, value }) => {
      const node = key as Node | null
      const start = node?.range?.[0] ?? map.range?.[0] ?? 0
      if (!isScalar(node)) {
        const isTemplate = text.startsWith('{{', map.range?.[0] ?? 0)
        add(start, isTemplate ? 'a template outside quotes is a map in YAML; quote the value' : KEY)
        return []
      }
      refuseMarks(node, start, add)
      const name = String(node.value)
      const first = seen.get(name)
      seen.set(name, first ?? at(start))
      if (name === '<<') add(start, 'merge keys are not read; write what images share below defaults')
      else if (first !== undefined)
        add(start, `${shown(name)} stands here twice, first in line ${first.line}; write it once`)
      else
        return valuesOf(value as Node | null, start).map(tree => ({ key: name, at: at(start), value: tree }))
      return []
    })
  }
  const [tree = { kind: 'nothing' as const, at: START }] = valuesOf(document.contents, 0)
  return tree.kind === 'nothing' && faults.length === 0 ? fault(tree.at, EMPTY) : { tree, faults }
}

const KEY = 'a key must be text, not a list or a map'

function refuseMarks(node: Node, start: number, add: (offset: number, because: string) => void): void {
  if (isAlias(node)) add(start, 'aliases (*) are not read; write what images share below defaults')
  else if ('anchor' in node && node.anchor !== undefined)
    add(start, 'anchors (&) are not read; write what images share below defaults')
  if (node.tag !== undefined && !isAlias(node))
    add(start, 'tags (!) are not read; write the value without one, in quotes if it is text')
}

function scalarOf(
  node: Scalar,
  at: Position,
  start: number,
  add: (offset: number, because: string) => void,
): Tree {
  const text = String(node.value)
  if (text.includes('\0')) add(start, 'the value contains a NUL character; remove it')
  return node.type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(text)
    ? { kind: 'nothing', at }
    : { kind: 'text', text, at }
}

/** In words of this file. The library has 20 more codes, of which its own words say enough. */
const WORDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents the line; YAML takes spaces only',
  BLOCK_AS_IMPLICIT_KEY: 'the value has ": " in it, which begins a map; quote the value',
  BAD_SCALAR_START: 'a value begins with @ or `, which YAML reserves; quote the value',
  BAD_DQ_ESCAPE: 'text in double quotes has a backslash that means nothing; write two backslashes for one',
  BAD_INDENT: 'the line is not indented like those it belongs to, or a bracket before it is never closed',
  UNEXPECTED_TOKEN: 'this does not belong here; compare the indentation with that of the line before',
}

function errorWords({ code, message }: YAMLError): string {
  return WORDS[code] ?? `this is not YAML (${message.replace(/\s+/g, ' ').slice(0, 150).toWellFormed()})`
}
