import { beforeAll, expect, it } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { release } from 'node:os'
import { systemCallFilter } from '../../src/isolation/seccomp.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { compiled, dataFile, program, refusal, run, type Ended } from '../support/packed-programs.ts'
import { podmanRun } from '../support/podman-run.ts'
import { packRaw } from '../support/raw-packed.ts'
import { ALLOW, EPERM, KILL, seccompFilter } from '../support/seccomp-rules.ts'
import { describeWith } from '../support/tools.ts'

const CALLS = {
  write: 1,
  close: 3,
  mmap: 9,
  mprotect: 10,
  munmap: 11,
  sigprocmask: 14,
  execve: 59,
  exitGroup: 231,
  madvise: 28,
  memfdCreate: 319,
}
const PROT_EXEC = 4
const PROT_WRITE_EXEC = 6

/** What MemoryDenyWriteExecute of systemd forbids, as far as it is about these calls. */
const NO_WRITTEN_CODE = [
  { call: CALLS.mmap, argument: 2, bits: PROT_WRITE_EXEC, action: EPERM },
  { call: CALLS.mprotect, argument: 2, bits: PROT_EXEC, action: EPERM },
]

const isRoot = process.getuid?.() === 0
const possible = isRoot ? it : it.skip
const [major = 0, minor = 0] = release().split('.').map(Number)
const hasMdwe = process.arch === 'x64' && (major > 6 || (major === 6 && minor >= 3))
const MEMFD_NOEXEC = '/proc/sys/vm/memfd_noexec'

/** What the programs end with. */
const STARTED = { C: { status: 3, signal: null }, Go: { status: 0, signal: null } }

const gone = refusal('the system refuses executable memory, which this program needs')

describeWith(['gcc', 'unshare', 'mount'], 'a packed program', () => {
  let starter: string
  let linked: Record<'C' | 'Go', string>
  let packed: Record<'C' | 'Go', string>

  beforeAll(async () => {
    starter = program(compiled('loader-starter'))
    const { hello } = await buildGoPrograms({ hello: PRINTLN })
    const [C, Go] = [compiled('loader-probe'), readFileSync(hello)]
    linked = { C: program(C), Go: program(Go) }
    packed = { C: program(await packRaw(C)), Go: program(await packRaw(Go)) }
  }, 120_000)

  const ends = (programs: Record<'C' | 'Go', string>, by: readonly string[]) => ({
    C: run(programs.C, { by }),
    Go: run(programs.Go, { by }),
  })

  const shell = (command: string) => ['sh', '-c', `${command}; exec "$@"`, 'sh']
  const filter = (...bytes: readonly Uint8Array[]) => [
    starter,
    ...bytes.map(one => `filter=${dataFile(one)}`),
  ]

  it.each([
    { what: 'a stack of 1 MB', by: shell('ulimit -s 1024') },
    { what: 'a stack without a limit', by: shell('ulimit -s unlimited') },
    { what: 'no files to open', by: shell('ulimit -n 3') },
    { what: 'no standard input', by: shell('exec <&-') },
  ])('starts with $what', ({ by }) => {
    expect(ends(packed, by)).toEqual(ends(linked, by))
    expect(ends(packed, by)).toMatchObject(STARTED)
  })

  it('starts with as much address space as the linked one needs and what it unpacks', () => {
    for (const { kibibytes, language } of [
      { kibibytes: 10_000, language: 'C' },
      { kibibytes: 800_000, language: 'Go' },
    ] as const) {
      const by = shell(`ulimit -v ${kibibytes}`)
      expect(run(packed[language], { by })).toEqual(run(linked[language], { by }))
      expect(run(packed[language], { by })).toMatchObject(STARTED[language])
    }
  })

  it('says that there is too little memory', () => {
    const end = run(packed.C, { by: shell('ulimit -v 1700') })
    expect(end).toEqual(refusal('there is not enough memory to unpack this program'))
  })

  it('leaves nothing behind that could be written and executed, nor what it unpacked with', () => {
    const anonymous = (end: Ended) =>
      end.stdout
        .split('\n')
        .filter(line => line.endsWith(' 00:00 0 '))
        .map(line => /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line)?.slice(1) ?? [])
        .map(([from = '', to = '', rights = '']) => ({ size: parseInt(to, 16) - parseInt(from, 16), rights }))
    const [before, after] = [linked, packed].map(({ C }) => run(C, { args: ['maps'] }))
    expect(after?.stdout).not.toMatch(/^\S+ .?wx/m)
    const sum = (end: Ended | undefined) =>
      anonymous(end ?? run(packed.C)).reduce((total, { size }) => total + size, 0)
    // Its segments are no longer mapped from a file.
    const image = Math.ceil(readFileSync(linked.C).length / 4096) * 4096 + 10 * 4096
    expect(sum(after)).toBeLessThanOrEqual(sum(before) + image)
  })

  possible.each(['C', 'Go'] as const)('starts in an empty root that cannot be written to: %s', language => {
    const inside = [
      'unshare',
      '--mount',
      '--net',
      'sh',
      '-c',
      'mount --bind "$(dirname "$1")" /mnt && mount -o remount,ro,bind /mnt && exec chroot /mnt "/$(basename "$1")"',
      'sh',
    ]
    const env = { PATH: process.env['PATH'] ?? '' }
    const [before, after] = [linked, packed].map(programs => run(programs[language], { by: inside, env }))
    expect(after).toEqual(before)
    expect(after).toMatchObject({ status: language === 'C' ? 3 : 0, signal: null })
  })

  it("starts behind the filter of a container's system calls", () => {
    const by = filter(systemCallFilter('amd64').bytes)
    expect(ends(packed, by)).toEqual(ends(linked, by))
    expect(ends(packed, by)).toMatchObject(STARTED)
  })

  it('never asks for memory that can be written and executed', () => {
    const rules = [CALLS.mmap, CALLS.mprotect].map(call => ({
      call,
      argument: 2,
      bits: PROT_WRITE_EXEC,
      action: KILL,
    }))
    expect(ends(packed, filter(seccompFilter(rules, ALLOW)))).toMatchObject(STARTED)
  })

  it('needs few system calls', async () => {
    const used = [
      CALLS.write,
      CALLS.mmap,
      CALLS.mprotect,
      CALLS.munmap,
      CALLS.sigprocmask,
      CALLS.execve,
      CALLS.exitGroup,
      CALLS.madvise,
    ]
    const only = seccompFilter(
      used.map(call => ({ call, action: ALLOW })),
      KILL,
    )
    const bytes = compiled('loader-registers', 'gcc', ['-nostdlib'])
    expect(run(program(await packRaw(bytes)), { by: filter(only) })).toMatchObject({
      status: 0,
      signal: null,
    })
  })

  const WAYS = [
    ...(hasMdwe ? [{ what: 'the kernel', rules: null }] : []),
    { what: 'a filter of systemd', rules: NO_WRITTEN_CODE },
  ]
  it.each(WAYS)('starts where written memory must not become code, says $what', ({ rules }) => {
    const by = rules === null ? [starter, 'mdwe'] : filter(seccompFilter(rules, ALLOW))
    expect(ends(packed, by)).toEqual(ends(linked, by))
    expect(ends(packed, by)).toMatchObject(STARTED)
    const maps = run(packed.C, { by, args: ['maps'] }).stdout
    expect(maps).toMatch(/^\S+ r-xp .*\/memfd:bantam \(deleted\)$/m)
    expect(maps).not.toMatch(/^\S+ .w.. .*memfd|^\S+ .wx/m)
  })

  it('says where there is no way to have code in memory', () => {
    const rules = [...NO_WRITTEN_CODE, { call: CALLS.memfdCreate, action: EPERM }]
    expect(run(packed.C, { by: filter(seccompFilter(rules, ALLOW)) })).toEqual(gone)
  })

  const canSet = isRoot && hasMdwe && existsSync(MEMFD_NOEXEC)
  const settable = canSet ? it : it.skip
  settable.each([0, 1, 2])(
    'starts with vm.memfd_noexec at %i where written memory must not become code',
    value => {
      const set = [
        'unshare',
        '--pid',
        '--fork',
        'sh',
        '-c',
        `echo ${value} >${MEMFD_NOEXEC} && exec "$@"`,
        'sh',
      ]
      expect(ends(packed, [...set, starter, 'mdwe'])).toMatchObject(STARTED)
    },
  )
})

describeWith(['gcc', 'podman', 'tar'], 'a packed program in a container', () => {
  possible('starts with the profile that Podman and Docker use unasked', async () => {
    const bytes = await packRaw(compiled('loader-probe'), { frames: true })
    const entries = [{ kind: 'file', path: '/program', bytes, mode: 0o755, uid: 0, gid: 0 }] as const
    expect(podmanRun(entries, '65532:65532', ['/program'])).toContain('entry: 1, segments: 4')
  })
})
