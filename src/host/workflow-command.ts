/** A line that the runner obeys. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export interface WorkflowCommand {
  readonly name: string
  readonly message: string
}

export type Properties = Readonly<Record<string, string | number | undefined>>

/** Writes `::error file=a.go,line=3::message`, with its line break. */
export function workflowCommand({ name, message }: WorkflowCommand, properties: Properties = {}): string {
  const set = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  )
  return `::${name}${set.length === 0 ? '' : ` ${set.join(',')}`}::${escapeMessage(message)}\n`
}

/**
 * The command that one write of the toolkit holds, or `null`. The toolkit writes each command separately, so a command
 * among other lines is not from the toolkit.
 */
export function readCommand(text: string): WorkflowCommand | null {
  const parts = /^::([a-z-]+)(?: [^:\r\n]*)?::([^\r\n]*)\r?\n$/.exec(text)
  return parts === null ? null : { name: parts[1] ?? '', message: unescapeMessage(parts[2] ?? '') }
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function unescapeMessage(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
