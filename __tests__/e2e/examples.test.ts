import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, example, temporaryDirectory } from '../support/cli.ts'
import { compileC } from '../support/compile-c.ts'
import { startSource } from '../support/http-source.ts'
import { imageConfigOf } from '../support/image-config.ts'
import { freePort } from '../support/free-port.ts'
import { answerOf, runImage, startImage } from '../support/run-image.ts'
import { startTlsServer } from '../support/tls-server.ts'
import { describeWith } from '../support/tools.ts'

// One cache for the whole file: what is packed once is not packed again.
const cache = temporaryDirectory('cache')

interface BuiltExample {
  /** For umoci and skopeo. */
  readonly layout: string
  readonly weighIn: WeighIn
  readonly imageSize: number
  /** Paths of the image's regular files. */
  readonly files: readonly string[]
}

/** Builds an example as its README does, gate included: the budget is a little above what it reaches. */
async function built(name: string, budget: string, flags: readonly string[] = []): Promise<BuiltExample> {
  const layout = path.join(temporaryDirectory(name), 'image')
  const place = ['--working-directory', example(name), '--output', layout]
  const args = ['build', ...place, '--budget', budget, '--json', ...flags]
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const ended = await bantam(args, { env })
  if (ended.exitCode !== 0) throw new Error(`bantam ended with ${ended.exitCode}: ${ended.stderr}`)
  const weighIn = JSON.parse(ended.stdout) as WeighIn
  const platform = weighIn.images[0]?.platforms[0]
  return {
    layout: `${layout}:latest`,
    weighIn,
    imageSize: platform?.sizes.imageSize ?? Number.NaN,
    files: (platform?.breakdown.children ?? []).map(child => child.name),
  }
}

function smokeTestOf({ weighIn }: BuiltExample): unknown {
  return weighIn.images[0]?.platforms[0]?.smokeTest
}

describeWith(['go', 'upx', 'umoci', 'runc', 'skopeo', 'openssl'], 'the examples', () => {
  it('hello says hello in at most 0.57 MB, without certificates', async () => {
    const hello = await built('hello', '570kB')
    expect(hello.imageSize).toBeLessThanOrEqual(570_000)
    expect(hello.files.filter(file => file.includes('cert'))).toEqual([])
    expect(await runImage(hello.layout)).toEqual({ exitCode: 0, output: 'hello, world\n' })
  })

  it('hash prints the SHA-256 of its argument, in at most 0.62 MB', async () => {
    const hash = await built('hash', '620kB', ['--smoke-args', 'abc'])
    expect(hash.imageSize).toBeLessThanOrEqual(620_000)
    expect(smokeTestOf(hash)).toEqual({ status: 'passed', seen: ['/hash abc ended with 0'] })
    const output = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n'
    expect(await runImage(hash.layout, { args: ['abc'] })).toEqual({ exitCode: 0, output })
    expect(await runImage(hash.layout)).toEqual({ exitCode: 2, output: 'usage: hash TEXT\n' })
  })

  it('proxy answers from inside its image of at most 2.25 MB, certificates included, and streams', async () => {
    const proxy = await built('proxy', '2.25MB')
    expect(proxy.imageSize).toBeLessThanOrEqual(2_250_000)
    expect(proxy.files).toContain('/etc/ssl/certs/ca-certificates.crt')

    await using source = await startSource()
    const port = await freePort()
    await using running = startImage(proxy.layout, { env: { PORT: `${port}` } })
    const ask = (url: string) => answerOf(`http://127.0.0.1:${port}/?url=${encodeURIComponent(url)}`, running)

    expect((await answerOf(`http://127.0.0.1:${port}/`, running)).status).toBe(400)
    for (const bad of ['', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'nonsense', 'http://', 'http://%zz'])
      expect({ bad, status: (await ask(bad)).status }).toEqual({ bad, status: 400 })
    expect((await ask('http://127.0.0.1:1/')).status).toBe(502)
    expect((await ask(`${source.url}/absent`)).status).toBe(404)

    const text = await ask(`${source.url}/text?a=1&b=2`)
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await text.text()).toBe('you asked for /text?a=1&b=2')

    // The source writes its second half only once the first has come through.
    const reader = (await ask(`${source.url}/halves`)).body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
    source.release()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('second')

    await expect(ask(`${source.url}/broken`).then(answer => answer.text())).rejects.toThrow('terminated')
    expect((await running.stop()).exitCode).toBe(0)
  })

  it('proxy fetches over HTTPS from a server whose root came by extra-certificates, and not without it', async () => {
    await using server = await startTlsServer((_, answer) => answer.end('trusted'))
    const asked = `/?url=${encodeURIComponent(server.url)}`

    const trusting = await built('proxy', '3MB', ['--extra-certificates', server.root])
    const port = await freePort()
    await using trustingProxy = startImage(trusting.layout, { env: { PORT: `${port}` } })
    const answer = await answerOf(`http://127.0.0.1:${port}${asked}`, trustingProxy)
    expect({ status: answer.status, body: await answer.text() }).toEqual({ status: 200, body: 'trusted' })

    const plain = await built('proxy', '3MB')
    const otherPort = await freePort()
    await using plainProxy = startImage(plain.layout, { env: { PORT: `${otherPort}` } })
    const refusal = await answerOf(`http://127.0.0.1:${otherPort}${asked}`, plainProxy)
    expect(refusal.status).toBe(502)
    expect(await refusal.text()).toContain('certificate signed by unknown authority')
  })

  it('jokes serves a joke and its page on port 5000, with expose, entrypoint and workdir as declared', async () => {
    const flags = [
      '--expose',
      '5000',
      '--entrypoint',
      '/jokes',
      '--workdir',
      '/srv',
      '--smoke-http',
      '5000/joke',
    ]
    const jokes = await built('jokes', '2.2MB', flags)
    expect(smokeTestOf(jokes)).toEqual({ status: 'passed', seen: ['5000/joke answered 200'] })
    expect(imageConfigOf(jokes.layout)).toMatchObject({
      ExposedPorts: { '5000/tcp': {} },
      Entrypoint: ['/jokes'],
      WorkingDir: '/srv',
    })
    await using running = startImage(jokes.layout)
    const joke = await answerOf('http://127.0.0.1:5000/joke', running)
    expect(joke.headers.get('content-type')).toBe('application/json')
    expect(await joke.json()).toEqual({ setup: expect.any(String), punchline: expect.any(String) })
    const page = await answerOf('http://127.0.0.1:5000/', running)
    expect(await page.text()).toBe(readFileSync(path.join(example('jokes'), 'page.html'), 'utf8'))
    expect((await running.stop()).exitCode).toBe(0)
  })

  it('page serves the file that files adds, on the port and from the folder of args', async () => {
    const port = await freePort()
    const page = await built('page', '2.2MB', [
      '--files',
      'page.html:/srv/page.html',
      '--args',
      `${port} /srv`,
      '--smoke-http',
      `${port}/`,
    ])
    expect(page.files).toContain('/srv/page.html')
    expect(imageConfigOf(page.layout)).toMatchObject({ Cmd: [`${port}`, '/srv'] })
    await using running = startImage(page.layout)
    const answer = await answerOf(`http://127.0.0.1:${port}/`, running)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toBe(readFileSync(path.join(example('page'), 'page.html'), 'utf8'))
    expect((await running.stop()).exitCode).toBe(0)
    expect((await runImage(page.layout, { args: [`${port}`, '/absent'] })).exitCode).toBe(1)
  })
})

describeWith(['gcc', 'upx', 'umoci', 'runc'], 'the example that Go did not build', () => {
  it('hello-c is at most 0.26 MB, without certificates, and seen to run by smoke-args', async () => {
    const binary = compileC(example('hello-c'))
    const flags = ['--binary', binary, '--certificates', 'none', '--smoke-args', 'now']
    const hello = await built('hello-c', '260kB', flags)
    expect(hello.imageSize).toBeLessThanOrEqual(260_000)
    expect(hello.files.filter(file => file.includes('cert'))).toEqual([])
    expect(smokeTestOf(hello)).toEqual({ status: 'passed', seen: ['/hello-c now ended with 0'] })
    expect(await runImage(hello.layout)).toEqual({ exitCode: 0, output: 'hello, world\n' })
  })
})
