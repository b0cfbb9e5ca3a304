import type { Entry } from '../image/entry.ts'
import { callMachine } from './call-machine.ts'
import { callProgram, readReport } from './call-program.ts'
import type { Owner } from './confinement.ts'
import { serving, type Service } from './programs.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import { killTree } from './kill-tree.ts'
import type { SystemCall } from './system-call.ts'
import { isolationFault } from './tools.ts'

export interface ContainerRequest {
  readonly owner: Owner
  /** The files of the image. */
  readonly entries: readonly Entry[]
  readonly service: Service
  /** The descriptor for both of its output streams. */
  readonly output: number
}

/**
 * A program that runs as the first process in an image's file system, with what Docker and Podman give every container.
 */
export interface Container {
  /**
   * Resolves when everything is set up and the program is being started, or when it is clear that it will not start.
   */
  readonly setUp: Promise<void>
  readonly ended: Promise<Ended>
  /** What to spawn to run `argv` on the container's network, with this machine's files. */
  readonly beside: Sandbox['beside']
  /** Resolves when none of its processes runs any more. */
  kill(): Promise<void>
}

export type Ended =
  | { readonly kind: 'ended'; readonly exitCode: number | null; readonly signal: NodeJS.Signals | null }
  /** `not set up`: this machine is the reason. `not started`: the image is. `why` is a clause. */
  | { readonly kind: 'not set up' | 'not started'; readonly why: string }

const START = '/.bantam-start'
const SET_UP = 'set up\n'

/**
 * `$1`: the program that starts the image's program. `$2`: the mode of directories that everybody may read and only
 * root may write. The set-up writes its messages to descriptor 3, because they are not the program's output.
 *
 * It does what runc does in its default configuration: which devices exist, which parts of `/proc` are read-only or
 * hidden, and that any user may listen on any port.
 * https://github.com/opencontainers/runtime-spec/blob/v1.2.0/config-linux.md
 */
const LAY_OUT = `
exec 4>&2 2>&3
mkdir -p proc sys dev
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t cgroup2 -o ro,nosuid,nodev,noexec cgroup sys/fs/cgroup 2>/dev/null || :
echo 0 > proc/sys/net/ipv4/ip_unprivileged_port_start
{ echo '0 2147483647' > proc/sys/net/ipv4/ping_group_range; } 2>/dev/null || :
mount -t tmpfs -o mode=0755,nosuid,noexec,size=65536k tmpfs dev
mkdir dev/pts dev/shm dev/mqueue
for device in null zero full random urandom tty; do
  : > "dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mount -t devpts -o nosuid,noexec,newinstance,ptmxmode=0666,mode=0620 devpts dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev,noexec,size=65536k shm dev/shm
mount -t mqueue -o nosuid,nodev,noexec mqueue dev/mqueue
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
ln -s /proc/kcore dev/core
for path in bus fs irq sys sysrq-trigger; do
  [ -e "proc/$path" ] || continue
  mount --bind "proc/$path" "proc/$path"
  mount -o remount,bind,ro,nosuid,nodev,noexec "proc/$path"
done
for path in proc/acpi proc/asound proc/interrupts proc/kcore proc/keys proc/latency_stats proc/sched_debug \\
  proc/scsi proc/timer_list proc/timer_stats sys/devices/virtual/powercap sys/firmware; do
  if [ -d "$path" ]; then mount -t tmpfs -o ro,mode=0555 tmpfs "$path"
  elif [ -e "$path" ]; then mount --bind /dev/null "$path"
  fi
done
chmod "$2" dev .
printf '${SET_UP.trim()}\\n' >&3
exec ".$1" < dev/null 2>&4`

/** @throws Failure `proof` where this machine makes no user namespace, or where Bantam cannot write programs for it. */
export async function startContainer(request: ContainerRequest): Promise<Container> {
  const { owner, entries, service, output } = request
  const machine = callMachine()
  if (machine === null) throw isolationFault('this machine is neither amd64 nor arm64')
  const calls = serving(machine, owner, START, service)
  const start: Entry = {
    kind: 'file',
    path: START,
    mode: 0o700,
    uid: 0,
    gid: 0,
    bytes: callProgram(machine, calls),
  }
  // An ordinary user who makes the container owns everything in it.
  const mode = owner === 'user' && service.user.uid !== 0 ? '0555' : '0755'
  const sandbox = await openSandbox({
    owner,
    script: LAY_OUT,
    args: [START, mode],
    stdout: output,
    stderr: output,
  })
  const { holder } = sandbox
  const { setUp, ended } = follow(sandbox, calls)
  sandbox.fillWith([...entries, start])
  return {
    beside: argv => sandbox.beside(argv),
    setUp,
    ended,
    kill: async () => {
      // When the first process of a process namespace ends, the kernel ends all others.
      killTree(holder)
      await ended
    },
  }
}

/**
 * What arrives on descriptor 3: messages of the set-up, then that it is complete, then which call failed, if one did.
 */
function follow(
  { holder, report }: Sandbox,
  calls: readonly SystemCall[],
): Pick<Container, 'setUp' | 'ended'> {
  let said = Buffer.alloc(0)
  const setUp = Promise.withResolvers<void>()
  report.on('data', (chunk: Buffer) => {
    said = Buffer.concat([said, chunk])
    if (said.includes(SET_UP)) setUp.resolve()
  })
  const closed = new Promise<void>(resolve => report.once('close', () => resolve()))
  const ended = new Promise<Ended>(resolve => {
    holder.once('error', error => resolve({ kind: 'not set up', why: error.message }))
    holder.once('exit', (exitCode, signal) => {
      void closed.then(() => resolve(failureIn(said, calls) ?? { kind: 'ended', exitCode, signal }))
    })
  })
  return { ended, setUp: Promise.race([setUp.promise, ended.then(() => {})]) }
}

function failureIn(said: Buffer, calls: readonly SystemCall[]): Ended | null {
  const at = said.indexOf(SET_UP)
  if (at < 0) return { kind: 'not set up', why: oneLine(said) || 'its first process ended early' }
  const step = readReport(calls, said.subarray(at + SET_UP.length))
  if (step === null) return null
  const kind = step.call.fault === 'image' ? 'not started' : 'not set up'
  return { kind, why: `it could not ${step.call.purpose}: ${step.why}` }
}

function oneLine(text: Buffer): string {
  return text.toString('utf8').trim().replaceAll('\n', '; ').slice(0, 500)
}
