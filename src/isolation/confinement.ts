import type { User } from '../declare/spec.ts'
import { systemCallFilter } from './seccomp.ts'
import type { CallMachine, SystemCall } from './system-call.ts'

/**
 * The user who made the user namespace.
 * A namespace that root made has as many users as an image can name, and none of them is a user of this machine. One
 * that an ordinary user made has only that user. A second user namespace inside it gives that user the number that the
 * image asks for.
 */
export type Owner = 'root' | 'user'

const AT_FDCWD = -100
const O_WRONLY_CLOEXEC = 0o2000001
const CLONE_NEWUSER = 0x10000000
const MNT_DETACH = 2
const PR = { pdeathsig: 1, seccomp: 22, dropBound: 24, noNewPrivileges: 38, ambient: 47 }
const PR_CAP_AMBIENT_CLEAR_ALL = 4
const SECCOMP_MODE_FILTER = 2
const SIGKILL = 9
const KEYCTL_JOIN_SESSION_KEYRING = 1
const AF_INET = 2
const SOCK_DGRAM_CLOEXEC = 0o2000002
const SIOCSIFFLAGS = 0x8914
const IFF_UP = 1

function step(purpose: string | null, call: SystemCall['call'], ...args: SystemCall['args']): SystemCall {
  return { call, args, purpose }
}

/**
 * Closes the descriptors from this one on, which the program must not inherit. Kernels before 5.9 lack the call, but
 * Node closes its own descriptors anyway.
 */
export function closeFrom(descriptor: number): readonly SystemCall[] {
  return [step(null, 'close_range', descriptor, 0xffffffff, 0)]
}

/**
 * Makes the working directory, which is a mount of its own, the root, and removes everything else of this machine from
 * view.
 */
export function enterRoot(): readonly SystemCall[] {
  return [
    step('make its directory the root', 'pivot_root', '.', '.'),
    step('unmount the files of this machine', 'umount2', '.', MNT_DETACH),
    step('go to its root', 'chdir', '/'),
  ]
}

/** @param free the first descriptor that is not open. */
export function startLoopback(free: number): readonly SystemCall[] {
  const request = Buffer.alloc(40)
  request.write('lo', 'latin1')
  request.writeUInt16LE(IFF_UP, 16)
  return [
    step('open a socket', 'socket', AF_INET, SOCK_DGRAM_CLOEXEC, 0),
    step('start the loopback interface', 'ioctl', free, SIOCSIFFLAGS, request),
    step(null, 'close', free),
  ]
}

/**
 * Gives the only user of an ordinary user's namespace the number that the image asks for. A user who may not set groups
 * cannot drop them either. This comes before any `chroot`, because the kernel makes no user namespace after one.
 *
 * @param free the first descriptor that is not open.
 */
export function renameUser(owner: Owner, user: User, free: number): readonly SystemCall[] {
  return owner === 'user' ? ownNamespace(user, free) : []
}

/**
 * Makes the process run as the user, without any capability or a way to get one, and without access to this machine's
 * keyrings and terminals. The process ends with the process that started it.
 */
export function becomeUser(machine: CallMachine, owner: Owner, user: User): readonly SystemCall[] {
  const { instructions, bytes } = systemCallFilter(machine)
  return [
    step('take away new privileges', 'prctl', PR.noNewPrivileges, 1, 0, 0, 0),
    ...dropBounds(),
    ...(owner === 'root' ? switchUser(user) : []),
    step('take away all capabilities', 'capset', capabilityHeader(), new Uint8Array(24)),
    step(null, 'prctl', PR.ambient, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0),
    // Some kernels have no keyrings.
    step(null, 'keyctl', KEYCTL_JOIN_SESSION_KEYRING, 0, 0, 0, 0),
    step(null, 'setsid'),
    step(null, 'umask', 0o022),
    step('end with Bantam', 'prctl', PR.pdeathsig, SIGKILL, 0, 0, 0),
    // Some kernels have no filters. What they refuse is out of reach anyway.
    step(null, 'prctl', PR.seccomp, SECCOMP_MODE_FILTER, { words: [instructions, bytes] }, 0, 0),
  ]
}

function ownNamespace({ uid, gid }: User, free: number): readonly SystemCall[] {
  const write = (file: string, text: string) => [
    step(`open ${file}`, 'openat', AT_FDCWD, file, O_WRONLY_CLOEXEC, 0),
    step(`write ${file}`, 'write', free, text, text.length),
    step(null, 'close', free),
  ]
  return [
    step('make a user namespace', 'unshare', CLONE_NEWUSER),
    ...write('/proc/self/setgroups', 'deny'),
    ...write('/proc/self/uid_map', `${uid} 0 1`),
    ...write('/proc/self/gid_map', `${gid} 0 1`),
  ]
}

function switchUser({ uid, gid }: User): readonly SystemCall[] {
  return [
    step('leave all groups', 'setgroups', 0, 0),
    step(`become group ${gid}`, 'setresgid', gid, gid, gid),
    step(`become user ${uid}`, 'setresuid', uid, uid, uid),
  ]
}

/**
 * Every kernel that has user namespaces knows the first 37 capabilities. One that the kernel does not know cannot be
 * dropped.
 */
const KNOWN_EVERYWHERE = 37

function dropBounds(): readonly SystemCall[] {
  return Array.from({ length: 64 }, (_, capability) =>
    step(
      capability < KNOWN_EVERYWHERE ? 'empty the bounding set' : null,
      'prctl',
      PR.dropBound,
      capability,
      0,
      0,
      0,
    ),
  )
}

/** `_LINUX_CAPABILITY_VERSION_3`, of this process. */
function capabilityHeader(): Uint8Array {
  const header = Buffer.alloc(8)
  header.writeUInt32LE(0x20080522)
  return header
}
