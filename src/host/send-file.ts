import { once } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { FilePart } from '../image/file-part.ts'
import { chunksOf } from './file-part.ts'

/** A smaller body is sent without asking: it is on its way before an answer could come. */
const ASKED_FOR = 256 * 1024
/** A server that does not know the question gives no answer to it. The same as in curl. */
const ANSWER_MS = 1000

/**
 * The headers that ask the server whether it wants the body. One that refuses it often answers before it has read it, and
 * then cuts the connection, so that the answer is lost. https://www.rfc-editor.org/rfc/rfc9110#name-expect
 */
export function expectHeaders({ size }: FilePart): Readonly<Record<string, string>> {
  return size > ASKED_FOR ? { expect: '100-continue' } : {}
}

/**
 * Sends a part of a file as the body of a request, and waits for the server whenever it is slower than the disk. Nothing
 * more is sent once the server has refused the request.
 *
 * @throws what ends the file or the request early
 */
export async function sendFile(asked: ClientRequest, part: FilePart): Promise<void> {
  const over = new AbortController()
  const end = () => over.abort()
  asked.once('close', end)
  asked.once('response', (message: IncomingMessage) => {
    if ((message.statusCode ?? 0) < 300 || asked.writableEnded) return
    end()
    // The rest of the body is missing, so no other request can use the connection.
    message.once('close', () => asked.destroy())
  })
  if (asked.hasHeader('expect')) {
    asked.flushHeaders()
    await Promise.race([once(asked, 'continue', over), wait(ANSWER_MS, null, over)]).catch(unless(over))
  }
  for await (const chunk of chunksOf(part)) {
    if (over.signal.aborted) return
    if (!asked.write(chunk)) await once(asked, 'drain', over).catch(unless(over))
  }
  if (!over.signal.aborted) asked.end()
}

function unless({ signal }: AbortController) {
  return (error: unknown) => {
    if (!signal.aborted) throw error
  }
}
