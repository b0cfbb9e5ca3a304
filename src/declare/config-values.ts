import path from 'node:path'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { User } from './spec.ts'
import { UNPRIVILEGED_TEXT } from './unprivileged.ts'

/** The kernel's ids have 32 bits, of which the last value means none. */
export const HIGHEST_ID = 2 ** 32 - 2

const KNOWN_USERS: Readonly<Record<string, string>> = {
  root: '0:0',
  nobody: '65534:65534',
  nonroot: UNPRIVILEGED_TEXT,
}

/** Reads `uid[:gid]`; a uid alone is its own gid. */
export function parseUser(text: string): Parsed<User> {
  const given = text.trim()
  const match = /^(\d+)(?::(\d+))?$/.exec(given)
  if (match === null) {
    const name = given.split(':')[0] ?? ''
    const numbers = Object.hasOwn(KNOWN_USERS, name) ? KNOWN_USERS[name] : undefined
    return problem(
      `is not numeric, and scratch has no users to look it up; write ${numbers ?? `uid:gid, such as ${UNPRIVILEGED_TEXT}`}`,
    )
  }
  const uid = Number(match[1])
  const gid = Number(match[2] ?? match[1])
  return Math.max(uid, gid) > HIGHEST_ID
    ? problem(`is above ${HIGHEST_ID}, the highest that a layer can hold; write a lower one`)
    : parsed({ uid, gid })
}

/** Reads a port, `8080` or `53/udp`, and spells it out: `8080/tcp`. */
export function parseExposed(text: string): Parsed<string> {
  const match = /^(\d{1,6})(?:\/([A-Za-z]+))?$/.exec(text)
  if (match === null) {
    return problem(
      /^[\d.]*:?\d+[:-]\d+|^\S+\s/.test(text)
        ? 'is not one port; write each port that the service listens on, such as 8080'
        : 'is not a port; write a number such as 8080, or 53/udp',
    )
  }
  const protocol = (match[2] ?? 'tcp').toLowerCase()
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) {
    return problem(`has an unknown protocol "${match[2]}"; write tcp, udp or sctp`)
  }
  const port = parsePort(match[1] ?? '')
  return port.ok ? parsed(`${port.value}/${protocol}`) : port
}

export function parsePort(text: string): Parsed<number> {
  const port = Number(text)
  return /^\d{1,6}$/.test(text) && port >= 1 && port <= 65535
    ? parsed(port)
    : problem('has a port that is out of range; write one from 1 to 65535')
}

/** https://man7.org/linux/man-pages/man7/signal.7.html */
const SIGNALS = [
  'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM',
  'SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO',
  'SIGPWR SIGSYS',
].flatMap(line => line.split(' '))

export function parseSignal(text: string): Parsed<string> {
  const given = text.trim()
  if (SIGNALS.includes(given)) return parsed(given)
  if (/^\d+$/.test(given)) {
    return Number(given) >= 1 && Number(given) <= 64
      ? parsed(String(Number(given)))
      : problem('is out of range; write a signal from 1 to 64')
  }
  const full = given.toUpperCase().replace(/^(SIG)?/, 'SIG')
  if (SIGNALS.includes(full)) return problem(`is not a signal's name; write ${full}`)
  return problem(`is not a signal${didYouMean(full, SIGNALS) || '; write one such as SIGTERM'}`)
}

/** Reads an absolute path within the image and tidies it: no `..`, no slash at its end. */
export function parseImagePath(text: string): Parsed<string> {
  const given = text.trim()
  if (given.includes('\0')) return problem('contains a NUL character; remove it')
  if (!given.startsWith('/'))
    return problem(`is not absolute in the image; write /${given.replace(/^\.\//, '')}`)
  if (given.split('/').includes('..')) return problem(`has ".." in it; write ${path.posix.normalize(given)}`)
  const whiteout = given.split('/').find(name => name.startsWith('.wh.'))
  if (whiteout !== undefined)
    return problem(`has the name ${whiteout}, which deletes files in an image; write another name`)
  const tidy = path.posix.normalize(given).replace(/(?<=.)\/$/, '')
  return parsed(tidy)
}

/** Reads `port[/path]`: what must answer in the smoke test. */
export function parseSmokeHttp(text: string): Parsed<{ readonly port: number; readonly path: string }> {
  const given = text.trim()
  const url = /^(?:[a-z]+:\/\/)?[^/\s]*?:(\d+)(\/\S*)?$/i.exec(given)
  if (url !== null) return problem(`has more than a port and a path; write ${url[1]}${url[2] ?? '/'}`)
  const match = /^(\d+)(\/\S*)?$/.exec(given)
  if (match === null) return problem('is not port/path; write one such as 8080/healthz')
  const port = parsePort(match[1] ?? '')
  return port.ok ? parsed({ port: port.value, path: match[2] ?? '/' }) : port
}

/** Reads the base address of a mirror. */
export function parseDownloadUrl(text: string): Parsed<string> {
  const given = text.trim()
  const url = URL.parse(given)
  if (url === null || !/^https?:\/\//i.test(given)) {
    return problem('is not an http or https URL; write one such as https://mirror.example/go')
  }
  return parsed(given.replace(/\/+$/, ''))
}
