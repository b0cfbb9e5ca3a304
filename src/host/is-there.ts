import { lstat } from 'node:fs/promises'

/** Whether anything has this path. A link that leads nowhere is there too. */
export async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => null)) !== null
}
