import { afterEach, describe, expect, it } from '@jest/globals'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { request } from '../../src/host/http.ts'
import { expectHeaders } from '../../src/host/send-file.ts'
import { testHost } from '../support/host.ts'
import { writeTemporary } from '../support/layouts.ts'
import { listen, type Listening } from '../support/listen.ts'

const BYTES = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 251))
const file = writeTemporary('bytes', BYTES)
const PART = { file, offset: 5, size: 2_500_000 }
const EXPECTED = BYTES.subarray(5, 2_500_005)

const open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop()))
})

interface Handlers {
  readonly request?: (asked: IncomingMessage, answer: ServerResponse) => void
  readonly checkContinue?: (asked: IncomingMessage, answer: ServerResponse) => void
}

/** A server, and what came of a request with that part of a file. */
async function put({ request: plain, checkContinue }: Handlers, part = PART) {
  const server = createServer()
  if (plain !== undefined) server.on('request', plain)
  if (checkContinue !== undefined) server.on('checkContinue', checkContinue)
  const listening = await listen(server)
  open.push(listening)
  const response = await request(testHost(), `http://${listening.address}/`, { method: 'PUT', file: part })
  return { status: response.status, text: await response.text() }
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const answerWhole = (asked: IncomingMessage, answer: ServerResponse) =>
  void bodyOf(asked).then(
    body => answer.end(String(body.equals(EXPECTED))),
    () => answer.destroy(),
  )

describe('a file as a body', () => {
  it('is sent where the server wants it', async () => {
    expect(await put({ request: answerWhole })).toEqual({ status: 200, text: 'true' })
  })

  it('is sent where the server does not answer whether it wants it', async () => {
    expect(await put({ checkContinue: answerWhole })).toEqual({ status: 200, text: 'true' })
  })

  it('is sent without asking where the server cannot be asked', async () => {
    const asked: (string | undefined)[] = []
    const refuse = ({ headers }: IncomingMessage, answer: ServerResponse) => {
      asked.push(headers.expect)
      answer.writeHead(417).end()
    }
    expect(await put({ request: answerWhole, checkContinue: refuse })).toEqual({ status: 200, text: 'true' })
    expect(asked).toEqual(['100-continue'])
  })

  it.each([401, 413, 307])('is not sent where the server answers %i at once', async status => {
    let received = 0
    const refuse = (asked: IncomingMessage, answer: ServerResponse) => {
      asked.on('data', (chunk: Buffer) => (received += chunk.length))
      answer.writeHead(status, { connection: 'close' }).end('no')
    }
    expect(await put({ checkContinue: refuse })).toEqual({ status, text: 'no' })
    expect(received).toBe(0)
  })

  it('is sent no further where the server refuses it in between', async () => {
    const big = writeTemporary('big', Buffer.alloc(60_000_000))
    const refuse = (asked: IncomingMessage, answer: ServerResponse) => {
      asked.once('data', () => {
        asked.pause()
        answer.writeHead(413).end('enough')
      })
    }
    const part = { file: big, offset: 0, size: 60_000_000 }
    expect(await put({ request: refuse }, part)).toEqual({ status: 413, text: 'enough' })
  })

  it('fails where it is shorter than it was', async () => {
    const part = { file, offset: 5, size: BYTES.length }
    await expect(put({ request: answerWhole }, part)).rejects.toThrow('ends before byte 3000005')
  })

  it('fails where the connection is cut', async () => {
    const cut = (asked: IncomingMessage) => void asked.once('data', () => asked.socket.resetAndDestroy())
    await expect(put({ request: cut })).rejects.toMatchObject({ temporary: true })
  })

  it('of a few bytes is sent without asking', async () => {
    const sizes = [0, 1, 262_144, 262_145].map(size => expectHeaders({ ...PART, size }))
    expect(sizes).toEqual([{}, {}, {}, { expect: '100-continue' }])
    const answer = (asked: IncomingMessage, response: ServerResponse) =>
      response.end(String(asked.headers.expect))
    expect(await put({ request: answer }, { ...PART, size: 100 })).toEqual({ status: 200, text: 'undefined' })
  })
})
