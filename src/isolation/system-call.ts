/** The machines that Bantam can write a program of system calls for, as Go names them. */
export type CallMachine = 'amd64' | 'arm64'

/** Numbers from the kernel's `arch/x86/entry/syscalls/syscall_64.tbl` and `include/uapi/asm-generic/unistd.h`. */
const NUMBERS = {
  capset: { amd64: 126, arm64: 91 },
  chdir: { amd64: 80, arm64: 49 },
  chroot: { amd64: 161, arm64: 51 },
  close: { amd64: 3, arm64: 57 },
  close_range: { amd64: 436, arm64: 436 },
  execve: { amd64: 59, arm64: 221 },
  exit_group: { amd64: 231, arm64: 94 },
  fcntl: { amd64: 72, arm64: 25 },
  ioctl: { amd64: 16, arm64: 29 },
  keyctl: { amd64: 250, arm64: 219 },
  openat: { amd64: 257, arm64: 56 },
  pivot_root: { amd64: 155, arm64: 41 },
  prctl: { amd64: 157, arm64: 167 },
  read: { amd64: 0, arm64: 63 },
  sethostname: { amd64: 170, arm64: 161 },
  setgroups: { amd64: 116, arm64: 159 },
  setresgid: { amd64: 119, arm64: 149 },
  setresuid: { amd64: 117, arm64: 147 },
  setsid: { amd64: 112, arm64: 157 },
  socket: { amd64: 41, arm64: 198 },
  umask: { amd64: 95, arm64: 166 },
  umount2: { amd64: 166, arm64: 39 },
  unlinkat: { amd64: 263, arm64: 35 },
  unshare: { amd64: 272, arm64: 97 },
  write: { amd64: 1, arm64: 64 },
} as const satisfies Record<string, Record<CallMachine, number>>

export type CallName = keyof typeof NUMBERS

export function callNumber(name: CallName, machine: CallMachine): number {
  return NUMBERS[name][machine]
}

/** The environment that the program itself was started with, as the third argument of `execve`. */
export const OWN_ENVIRONMENT = Symbol('own environment')

/** The address of 64-bit words: numbers, or addresses of bytes. */
export interface Words {
  readonly words: readonly (number | Uint8Array)[]
}

/** A number, the address of a text, of bytes or of words, or that of a list of texts that ends with a null pointer. */
export type CallArgument = number | string | Uint8Array | Words | readonly string[] | typeof OWN_ENVIRONMENT

export interface SystemCall {
  readonly call: CallName
  readonly args: readonly CallArgument[]
  /**
   * What the call does, as a clause for the report of its failure, which ends the program. `null`: a failure does not
   * matter.
   */
  readonly purpose: string | null
  /** `image`: a failure of the call says something about the image, and not about this machine. */
  readonly fault?: 'image'
}
