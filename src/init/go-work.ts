import { checkoutPath } from './checkout-path.ts'

/** The directories that a go.work uses, from its own; empty for its own. https://go.dev/ref/mod#workspaces */
export function workspaceModules(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/).map(line => line.replace(/\/\/.*$/, '').trim())
  const used: string[] = []
  let inBlock = false
  for (const line of lines) {
    const rest = inBlock
      ? line
      : (/^use(?:\s+(.*)|(\(.*))$/
          .exec(line)
          ?.slice(1)
          .find(part => part !== undefined) ?? '')
    if (rest === ')') inBlock = false
    else if (rest === '(') inBlock = true
    else if (rest !== '') used.push(rest.replace(/^(["`])(.*)\1$/, '$2'))
  }
  return used.map(checkoutPath)
}
