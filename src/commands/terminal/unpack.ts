import { formatBytes } from '../../declare/bytes.ts'
import { problemsFailure } from '../../declare/problem.ts'
import { declareUnpack, type UnpackCommand } from '../../declare/unpack-command.ts'
import type { Log } from '../../host/log.ts'
import { terminalHost, type Terminal } from '../../host/terminal.ts'
import { printable } from '../../report/printable.ts'
import type { ExitCode } from '../exit-code.ts'
import { unpackFile } from '../unpack.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

export async function runUnpack(terminal: Terminal, log: Log, command: UnpackCommand): Promise<ExitCode> {
  try {
    const host = terminalHost(terminal, log)
    const declared = declareUnpack(command, host.cwd)
    if (!declared.ok) throw problemsFailure(declared.problems)
    const { packer, packedSize, linkedSize } = await unpackFile(host, declared.value)
    host.log.info(
      `${printable(declared.value.output)} has ${formatBytes(linkedSize)}, which ${packer} packed into ${formatBytes(packedSize)}`,
    )
    return 0
  } catch (error) {
    tellOnTerminal(terminal, log, { json: false }, error)
    return 2
  }
}
