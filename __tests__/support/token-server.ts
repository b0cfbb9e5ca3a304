import { execFileSync } from 'node:child_process'
import { createHash, createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { listen } from './listen.ts'

export interface Wish {
  readonly username: string
  readonly password: string
  readonly repository: string
  readonly actions: readonly string[]
}

/** What of it is granted; `null`: nobody is let in. */
export type Access = (wish: Wish) => readonly string[] | null

export interface TokenServer {
  /** `auth.token` of docker-registry's configuration. */
  readonly registryAuth: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** A token server as docker's: https://distribution.github.io/distribution/spec/auth/token/ */
export async function startTokenServer(directory: string, access: Access): Promise<TokenServer> {
  const { key, certificate, file } = signer(directory)
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [username = '', password = ''] = Buffer.from(
      request.headers.authorization?.slice(6) ?? '',
      'base64',
    )
      .toString()
      .split(':')
    const granted = url.searchParams.getAll('scope').map(scope => {
      const [type = '', name = '', actions = ''] = scope.split(':')
      const wish = { username, password, repository: name, actions: actions.split(',') }
      return { type, name, actions: access(wish) }
    })
    if (granted.some(({ actions }) => actions === null)) {
      response.writeHead(401, { 'content-type': 'application/json' })
      return response.end('{"errors":[{"code":"UNAUTHORIZED","message":"incorrect username or password"}]}')
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: 'test', sub: username, aud: 'test', nbf: now - 5, iat: now, exp: now + 300 }
    const token = jwt(key, certificate, { ...claims, jti: randomUUID(), access: granted })
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ token, expires_in: 300 }))
  })
  const { address, stop } = await listen(server)
  return {
    registryAuth: { realm: `http://${address}/token`, service: 'test', issuer: 'test', rootcertbundle: file },
    stop,
  }
}

function signer(directory: string) {
  const [keyFile, file] = [path.join(directory, 'token.key'), path.join(directory, 'token.crt')]
  const subject = ['-subj', '/CN=test', '-days', '2', '-keyout', keyFile, '-out', file]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], { stdio: 'ignore' })
  return {
    key: createPrivateKey(readFileSync(keyFile)),
    certificate: new X509Certificate(readFileSync(file)).raw.toString('base64'),
    file,
  }
}

function jwt(key: ReturnType<typeof createPrivateKey>, certificate: string, claims: object): string {
  const header = { typ: 'JWT', alg: 'RS256', x5c: [certificate], kid: fingerprint(certificate) }
  const text = [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

function fingerprint(certificate: string): string {
  return createHash('sha256').update(certificate).digest('hex').slice(0, 16)
}
