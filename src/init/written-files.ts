import type { WrittenService } from './draft.ts'
import type { Note } from './facts.ts'
import { IMAGES_PATH, imagesText } from './images-text.ts'
import { WORKFLOW_PATH, workflowText } from './workflow.ts'

/** A file for the checkout. */
export interface WrittenFile {
  /** Relative to the top of the checkout, with `/`. */
  readonly path: string
  readonly text: string
}

export interface FilesPlan {
  readonly services: readonly WrittenService[]
  readonly branches: readonly string[]
  readonly tags: readonly string[]
  readonly notes: readonly Note[]
}

/**
 * The workflow; with several services, bantam.yaml before it, since without that file the workflow would build another
 * image.
 */
export function writtenFiles({ services, branches, tags, notes }: FilesPlan): readonly WrittenFile[] {
  const [service = null, ...others] = services
  const isAlone = others.length === 0
  const plan = isAlone ? { service, notes } : { service: null, notes: [] }
  const workflow = { path: WORKFLOW_PATH, text: workflowText({ ...plan, branches, tags }) }
  return isAlone ? [workflow] : [{ path: IMAGES_PATH, text: imagesText({ services, notes }) }, workflow]
}

/** All of them as one text. A single file is as it will be written; of several, a heading says where each goes. */
export function filesText(files: readonly WrittenFile[]): string {
  if (files.length === 1) return files.map(({ text }) => text).join('')
  return files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n')
}
