import path from 'node:path'

/** Whether a file is in a directory, or is that directory. It compares only the names, both absolute. */
export function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
