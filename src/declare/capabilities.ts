import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

/** The capabilities of a file. https://man7.org/linux/man-pages/man7/capabilities.7.html */
export interface Capabilities {
  /** Numbers as the kernel has them, in ascending order. */
  readonly permitted: readonly number[]
  readonly inheritable: readonly number[]
  /** Whether a program has its capabilities from the start. The kernel keeps one bit for all of them. */
  readonly effective: boolean
}

/** By number. https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/capability.h */
const NAMES = [
  'chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service',
  'net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin',
  'sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override',
  'mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore',
]
  .flatMap(line => line.split(' '))
  .map(name => `cap_${name}`)

export const EXAMPLE = 'cap_net_bind_service=+ep'

/** Reads one clause of cap_from_text(3). */
export function parseCapabilities(text: string): Parsed<Capabilities> {
  const [, list = '', flags] = /^([^=+]*)(?:=\+?|\+)([a-z]*)$/.exec(text) ?? []
  if (flags === undefined) {
    if (/^[^=+]*-/.test(text))
      return problem('takes something away, and a file starts without any; write those that it has')
    return problem(
      `does not say how the capabilities count; write ${/[=+]/.test(text) ? EXAMPLE : `${text}=+ep`}`,
    )
  }
  if (list === '' || list.toLowerCase() === 'all')
    return problem(`names all capabilities; name those that are needed, such as ${EXAMPLE}`)
  const numbers: number[] = []
  for (const name of list.split(',')) {
    const number = NAMES.indexOf(name)
    if (number < 0) return problem(unknownName(name))
    if (numbers.includes(number)) return problem(`names ${name} twice; write it once`)
    numbers.push(number)
  }
  if (/[^eip]/.test(flags) || !/[ip]/.test(flags))
    return problem(`has the flags "${flags}"; write ep, p, i or eip, as in ${list}=+ep`)
  const sorted = numbers.toSorted((a, b) => a - b)
  return parsed({
    permitted: flags.includes('p') ? sorted : [],
    inheritable: flags.includes('i') ? sorted : [],
    effective: flags.includes('e'),
  })
}

function unknownName(name: string): string {
  const full = `cap_${name.toLowerCase().replace(/^cap_/, '')}`
  if (NAMES.includes(full)) return `has "${name}", which is not a capability's name; write ${full}`
  return `has "${name}", which is not a capability${didYouMean(full, NAMES) || `; write one such as ${NAMES[10]}`}`
}

/** As getcap shows them: `cap_net_bind_service=ep`. */
export function formatCapabilities({ permitted, inheritable, effective }: Capabilities): string {
  const both = permitted.filter(number => inheritable.includes(number))
  const groups = [
    [both, 'ip'],
    [permitted.filter(number => !both.includes(number)), 'p'],
    [inheritable.filter(number => !both.includes(number)), 'i'],
  ] as const
  return groups
    .filter(([numbers]) => numbers.length > 0)
    .map(([numbers, flags]) => `${numbers.map(nameOf).join(',')}=${effective ? 'e' : ''}${flags}`)
    .join(' ')
}

function nameOf(number: number): string {
  return NAMES[number] ?? `cap_${number}`
}
