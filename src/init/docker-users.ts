import type { Run } from './docker-stage.ts'
import { commandsOf } from './shell.ts'

/** Users that every distribution has, or those of distroless. */
const KNOWN: Readonly<Record<string, string>> = { root: '0:0', nobody: '65534:65534', nonroot: '65532:65532' }

/** Flags of adduser, useradd, addgroup and groupadd whose value is the next word. */
const WITH_VALUE = /^-(?:-(?:uid|gid|home|shell|gecos|ingroup|comment|home-dir|group|groups)|[ugdhsGcki])$/

/** The numbers of a user whom an instruction names; `null` where they are not known before the build. */
export function userNumbers(text: string, runs: readonly Run[]): string | null {
  const [user = '', group] = text.trim().split(':')
  if (/^\d+$/.test(user) && (group === undefined || /^\d+$/.test(group))) return text.trim()
  const commands = runs.flatMap(({ script }) => commandsOf(script))
  const numberOf = (name: string, made: RegExp, flags: RegExp): string | null => {
    for (const { words } of commands) {
      const [command = '', ...args] = words
      const at = args.findIndex(word => flags.test(word))
      if (!made.test(command) || !positionals(args).includes(name) || at < 0) continue
      const number = /=(\d+)$/.exec(args[at] ?? '')?.[1] ?? args[at + 1] ?? ''
      if (/^\d+$/.test(number)) return number
    }
    return null
  }
  const uid = /^\d+$/.test(user) ? user : numberOf(user, /^(?:adduser|useradd)$/, /^(?:-u|--uid)(?:=|$)/)
  const isKnown = Object.hasOwn(KNOWN, user) && (group === undefined || group === user)
  if (uid === null) return isKnown ? (KNOWN[user] ?? null) : null
  const groupName = group ?? user
  const gid = /^\d+$/.test(groupName)
    ? groupName
    : numberOf(groupName, /^(?:addgroup|groupadd)$/, /^(?:-g|--gid)(?:=|$)/)
  return gid === null && group !== undefined ? null : `${uid}:${gid ?? uid}`
}

function positionals(args: readonly string[]): readonly string[] {
  return args.filter((word, at) => !word.startsWith('-') && !WITH_VALUE.test(args[at - 1] ?? ''))
}
