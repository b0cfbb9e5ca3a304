import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Host } from '../host/host.ts'
import { keptName, writeWhole } from '../host/kept-file.ts'

/** Whether this packer's hand-over has been seen before, in all environments, on such a machine. */
export async function isHandOverKept(host: Host, packerIdentity: string, on: string): Promise<boolean> {
  return readFile(fileOf(host, packerIdentity, on)).then(
    () => true,
    () => false,
  )
}

export async function keepHandOver(host: Host, packerIdentity: string, on: string): Promise<void> {
  // Without it the next run only proves more than it has to. If nothing can be kept, the code that keeps the packed
  // binary reports it.
  await writeWhole(fileOf(host, packerIdentity, on), '').catch(() => {})
}

function fileOf(host: Host, packerIdentity: string, on: string): string {
  return path.join(host.kept, 'hand-over', keptName(packerIdentity, on))
}
