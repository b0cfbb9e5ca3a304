import { mutateBytes } from './mutate-bytes.ts'
import { pick, type Random } from './random.ts'

type Holder = Record<string, unknown> | unknown[]

interface Place {
  readonly holder: Holder
  readonly key: string
}

const VALUES: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => true,
  () => '',
  () => [],
  () => ({}),
  random => pick(random, [0, -1, 0.5, 1e308, -0, 2 ** 53, 2 ** 31, 4_194_305]),
  random =>
    pick(random, [
      '\n',
      '\u0000',
      '\u001b[2J',
      '../../etc/passwd',
      'sha256:',
      '\ud800',
      '\u009b\u202e\u2028',
      '@',
      ':',
      '%',
    ]),
  random => 'x'.repeat(1 + random(5000)),
  random => `sha256:${'0123456789abcdef'[random(16)]}${'0'.repeat(63)}`,
  random => nested(random(100)),
  random => Array.from({ length: random(1200) }, () => ({})),
]

/** JSON with one to four places changed: another value, none, one more, two exchanged; and now and then its text damaged. */
export function mutateJson(original: unknown, random: Random): Uint8Array {
  const root = { value: structuredClone(original) }
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const places = placesIn(root)
    if (places.length > 0) change(pick(random, places), pick(random, places), random)
  }
  const text = Buffer.from(JSON.stringify(root.value ?? null))
  return random(10) === 0 ? mutateBytes(text, random) : text
}

function change({ holder, key }: Place, other: Place, random: Random): void {
  switch (random(5)) {
    case 0:
    case 1:
      Reflect.set(holder, key, pick(random, VALUES)(random))
      break
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else Reflect.deleteProperty(holder, key)
      break
    case 3:
      if (Array.isArray(holder)) holder.push(structuredClone(Reflect.get(holder, key)))
      else
        Object.defineProperty(holder, pick(random, ['__proto__', '', 'a.b', 'layers', 'manifests']), own([1]))
      break
    case 4:
      Reflect.set(holder, key, structuredClone(Reflect.get(other.holder, other.key)))
  }
}

/** As `JSON.parse` makes it: a `__proto__` of somebody's JSON is a key as any other. */
function own(value: unknown): PropertyDescriptor {
  return { value, enumerable: true, configurable: true, writable: true }
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let left = depth; left > 0; left -= 1) value = left % 2 === 0 ? [value] : { children: [value] }
  return value
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap(key => [{ holder, key }, ...placesIn(Reflect.get(holder, key))])
}
