import { mutateBytes } from './mutate-bytes.ts'
import { pick, type Random } from './random.ts'

const BLOCK = 512

/** Where a header has something to say: name, mode, owner, group, size, type, target, prefix. */
const FIELDS = [
  [0, 100],
  [100, 8],
  [108, 8],
  [116, 8],
  [124, 12],
  [156, 1],
  [157, 100],
  [345, 155],
  // The map of a sparse file, and its size.
  [386, 12],
  [398, 12],
  [482, 1],
  [483, 12],
] as const

const TEXTS = [
  '77777777777\0',
  '00000000000\0',
  '-0000000001\0',
  '99999999999\0',
  '           \0',
  '\x80\0\0\0\0\0\0\0\0\0\x02\0',
  '\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
  '../../../x',
  '/',
  '.wh..wh..opq',
  'a/.wh...',
  './././.',
  'a\nb\x1b[31m\xc2\x9b',
]

const TYPES = '01234567xgLKSVDM\0'.split('')

/** A tar with changes in its fields or anywhere, whose headers have the sums that they should: others get no further. */
export function mutateTar(original: Uint8Array, random: Random): Uint8Array {
  const tar = Buffer.from(random(2) === 0 ? mutateBytes(original, random) : original)
  const headers = headersOf(tar)
  for (let left = random(4); left > 0 && headers.length > 0; left -= 1)
    changeField(pick(random, headers), random)
  if (random(8) > 0) for (const header of headersOf(tar)) setSum(header)
  return tar
}

function changeField(header: Buffer, random: Random): void {
  const [at, length] = pick(random, FIELDS)
  const text = at === 156 ? pick(random, TYPES) : pick(random, TEXTS)
  header.fill(0, at, at + length).write(text, at, length, 'latin1')
}

function headersOf(tar: Buffer): readonly Buffer[] {
  const headers: Buffer[] = []
  for (let at = 0; at + BLOCK <= tar.length; at += BLOCK)
    if (tar.toString('latin1', at + 257, at + 262) === 'ustar') headers.push(tar.subarray(at, at + BLOCK))
  return headers
}

export function setSum(header: Buffer): void {
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0`, 148, 'latin1')
}
