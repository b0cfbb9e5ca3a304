import { describe, expect, it } from '@jest/globals'
import { spawnSync, type StdioOptions } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readElf } from '../../src/binary/elf.ts'
import { callProgram, readReport } from '../../src/isolation/call-program.ts'
import { OWN_ENVIRONMENT, type CallMachine, type SystemCall } from '../../src/isolation/system-call.ts'
import { describeWith } from '../support/tools.ts'

const AT_FDCWD = -100

describeWith(['qemu-x86_64-static', 'qemu-aarch64-static'], 'a program of system calls', () => {
  const machines: readonly { readonly machine: CallMachine; readonly emulator: string }[] = [
    { machine: 'amd64', emulator: 'qemu-x86_64-static' },
    { machine: 'arm64', emulator: 'qemu-aarch64-static' },
  ]

  function ran(machine: CallMachine, emulator: string, calls: readonly SystemCall[], env = {}) {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-calls-'))
    const file = path.join(directory, 'program')
    writeFileSync(file, callProgram(machine, calls), { mode: 0o755 })
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe']
    const { status, stdout, output } = spawnSync(emulator, [file], { stdio, env, cwd: directory })
    const report = output[3] as unknown as Buffer
    return { status, stdout: stdout.toString(), report, directory }
  }

  it.each(machines)(
    'for $machine makes its calls in their order and ends with 0',
    ({ machine, emulator }) => {
      const lines = ['one\n', 'two\n', 'one\n']
      const calls = lines.map((line): SystemCall => ({
        call: 'write',
        args: [1, line, line.length],
        purpose: 'write',
      }))
      const made: SystemCall = {
        call: 'openat',
        args: [AT_FDCWD, 'made', 0o102, 0o600],
        purpose: 'make a file',
      }
      const { status, stdout, report, directory } = ran(machine, emulator, [...calls, made])
      expect({ status, stdout, report: report.length }).toEqual({
        status: 0,
        stdout: lines.join(''),
        report: 0,
      })
      expect(readFileSync(path.join(directory, 'made'), 'utf8')).toBe('')
    },
  )

  it.each(machines)('for $machine ends at a call that fails, and reports it', ({ machine, emulator }) => {
    const calls: readonly SystemCall[] = [
      { call: 'chdir', args: ['/absent'], purpose: null },
      { call: 'write', args: [1, 'here\n', 5], purpose: 'write' },
      { call: 'chdir', args: ['/absent/too'], purpose: 'go there' },
      { call: 'write', args: [1, 'not here\n', 9], purpose: 'write' },
    ]
    const { status, stdout, report } = ran(machine, emulator, calls)
    expect({ status, stdout }).toEqual({ status: 125, stdout: 'here\n' })
    expect(readReport(calls, report)).toEqual({ call: calls[2], why: 'no such file or directory' })
  })

  // An emulator starts no other program for a foreign machine: this one only.
  it.each(machines.filter(({ machine }) => machine === 'amd64'))(
    'for $machine starts another with a list of arguments, and an environment of its own or another',
    ({ machine, emulator }) => {
      const shown = (env: readonly string[] | typeof OWN_ENVIRONMENT) =>
        ran(
          machine,
          emulator,
          [
            {
              call: 'execve',
              args: ['/bin/sh', ['sh', '-c', 'echo $0 $1 $A', 'a', 'b c'], env],
              purpose: 'start',
            },
          ],
          { A: 'from outside' },
        ).stdout
      expect(shown(OWN_ENVIRONMENT)).toBe('a b c from outside\n')
      expect(shown(['A=from inside'])).toBe('a b c from inside\n')
      expect(shown([])).toBe('a b c\n')
    },
  )

  it.each(machines)('for $machine is an ELF like any other', ({ machine }) => {
    const elf = readElf(Buffer.from(callProgram(machine, [])))
    expect(elf.segments).toHaveLength(1)
  })
})

describe('readReport', () => {
  it('reads nothing from what is too short, or names no call', () => {
    expect(readReport([], Buffer.alloc(0))).toBeNull()
    expect(readReport([], Buffer.alloc(7))).toBeNull()
    expect(readReport([], Buffer.alloc(8))).toBeNull()
  })
})
