import { type Parsed, parsed, problem } from './parsed.ts'

/**
 * LZMA is the only method whose gain is worth the cost of packing, and no other level of it is both as small and as
 * fast.
 */
export const DEFAULT_UPX_ARGS: readonly string[] = ['--best', '--lzma']

/** The release that is fetched where no version is asked for. */
export const PINNED_UPX = '4.2.4'

/** Versions whose packed Go programs were tested to run, also with many environment variables. More can be added. */
export const KNOWN_GOOD_UPX: readonly string[] = ['4.2.4', '4.2.2']

/** Long flags that make UPX do anything other than pack one file in place. */
const OTHER_WORK = ['decompress', 'list', 'test', 'fileinfo', 'version', 'help', 'license', 'sysinfo']

export function parseUpxArgs(words: readonly string[]): Parsed<readonly string[]> {
  const noFlag = words.find(word => !/^--?[a-zA-Z0-9]/.test(word))
  if (noFlag !== undefined)
    return problem(`has "${noFlag}", which is not a flag; write flags such as --best --lzma`)
  const refused = words.find(word => !packs(word))
  return refused === undefined
    ? parsed(words)
    : problem(`has ${refused}, which packs nothing or elsewhere; leave it out`)
}

/**
 * Whether a flag only changes how UPX packs. Only known letters are allowed, because short flags can be combined and
 * `-o` takes a path.
 */
function packs(word: string): boolean {
  return word.startsWith('--') ? !OTHER_WORK.includes(word.slice(2)) : /^-[1-9fqv]+$/.test(word)
}

export function parseUpxVersion(text: string): Parsed<string> {
  const given = text.trim()
  if (/^\d+\.\d+\.\d+$/.test(given)) return parsed(given)
  const bare = /^v(\d+\.\d+\.\d+)$/.exec(given)?.[1]
  return problem(
    bare === undefined
      ? 'is not an exact UPX version; write three numbers such as 4.2.4'
      : `has a prefix; write ${bare}`,
  )
}

export function parseSha256(text: string): Parsed<string> {
  const given = text
    .trim()
    .replace(/^sha256:/, '')
    .toLowerCase()
  return /^[0-9a-f]{64}$/.test(given)
    ? parsed(given)
    : problem('is not a SHA-256; write 64 hexadecimal digits, as `sha256sum` prints them')
}
