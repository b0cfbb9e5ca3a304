import { clause } from '../clause.ts'
import type { Given } from '../declare/given.ts'
import { parseGitRef } from '../declare/git-ref.ts'
import { input } from '../declare/input-part.ts'
import { problemsFailure, wrongValue } from '../declare/problem.ts'
import { isCommit } from '../host/git.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'
import { type Changes, readChanges } from '../host/read-changes.ts'
import type { DeclaredImage, DeclaredRun } from './declare.ts'
import { type Answer, changed, joined } from './steps/changed/answer.ts'
import { imageChanged } from './steps/changed/image-changed.ts'
import { runOfImages } from './steps/run-of-images.ts'
import { settingsComparer } from './steps/changed/settings-changed.ts'

/**
 * The run with those of its images that changed since the commit of `changed-since`; all without that input.
 *
 * @returns `null` where none changed, which is said
 * @throws Failure `bad-input` for what is no commit
 */
export async function changedImages(
  host: Host,
  given: Given,
  declared: DeclaredRun,
): Promise<DeclaredRun | null> {
  const { images, file, run } = declared
  const { 'changed-since': text } = given.values
  // A plan has only what changed.
  if (text === undefined || declared.piece !== undefined) return declared
  const ref = parseGitRef(text)
  if (!ref.ok) throw problemsFailure([wrongValue('changed-since', text, ref.problem)])
  const directory = file?.directory ?? images[0].spec.workingDirectory
  const read = await readChanges(host, directory, ref.value)
  if (read.status === 'unknown') {
    host.log.notice(
      clause`every image is built, since ${input('changed-since', ref.value)} cannot be decided: ${read.why}`,
    )
    return declared
  }
  const { changes } = read
  const ofSettings = file === null ? () => null : await settingsComparer(host, given, file, changes)
  const workflow = workflowChanged(host, changes)
  const answers = await inParallel(host.cores, images, async ({ key, spec }) => {
    const first = workflow ?? (key === null ? null : ofSettings(key))
    if (first?.kind === 'changed') return first
    return joined([...(first === null ? [] : [first]), await imageChanged(host, spec, changes)])
  })
  const kept = images.filter((_, at) => answers[at]?.kind !== 'same')
  tell(host, images, answers, isCommit(ref.value) ? ref.value.slice(0, 7) : ref.value)
  const [head, ...others] = kept
  if (head === undefined) return null
  return {
    file,
    images: [head, ...others],
    run: file === null ? run : runOfImages(host, given, run, kept),
  }
}

/** The inputs of a step stand in a workflow, or in an action or a workflow that this one uses. */
function workflowChanged(host: Host, { changed: files }: Changes): Answer | null {
  const place = [...files].find(file => file.startsWith('.github/'))
  return host.surface === 'action' && place !== undefined ? changed(place) : null
}

function tell(host: Host, images: readonly DeclaredImage[], answers: readonly Answer[], ref: string): void {
  const named = images.map(({ key, spec }, at) => ({
    name: key ?? spec.name ?? 'the image',
    answer: answers[at],
  }))
  for (const { name, answer } of named) {
    switch (answer?.kind) {
      case 'changed':
        host.log.info(`${name}: changed since ${ref} (${answer.why})`)
        break
      case 'undecided':
        host.log.notice(clause`${name}: built, since it cannot be decided whether it changed: ${answer.why}`)
        break
      case 'same':
      case undefined:
        break
    }
  }
  const same = named.filter(({ answer }) => answer?.kind === 'same').map(({ name }) => name)
  const isAll = same.length === named.length
  if (isAll) host.log.info(`No image changed since ${ref}, so nothing is built: ${same.join(', ')}`)
  else if (same.length > 0) host.log.info(`Not changed since ${ref}, so not built: ${same.join(', ')}`)
}
