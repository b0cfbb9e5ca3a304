import path from 'node:path'

/** Whether a file lies in a directory or is it, by their names alone. Both absolute. */
export function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
