import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** An HTTPS server on 127.0.0.1 whose root nobody trusts who was not given it. */
export interface TlsServer extends AsyncDisposable {
  /** `https://127.0.0.1:PORT` */
  readonly url: string
  /** PEM file of the root, for `extra-certificates`. */
  readonly root: string
}

export async function startTlsServer(answer: RequestListener): Promise<TlsServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-tls-'))
  const { root, key, certificate } = makeCertificates(directory)
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    root,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      rmSync(directory, { recursive: true })
    },
  }
}

const config = (address: string) => `
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1, IP:${address}, DNS:localhost
`

/** A root, and the certificate of a server on this machine or at `address`, signed by it; made on the fly. */
export function makeCertificates(directory: string, address = '127.0.0.1') {
  const at = (name: string) => path.join(directory, name)
  const file = at('openssl.cnf')
  writeFileSync(file, config(address))
  const issue = (name: string, subject: string, signer: readonly string[]) => {
    const request = ['req', '-x509', '-config', file, '-extensions', name, '-subj', subject, '-days', '2']
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
    const out = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)]
    execFileSync('openssl', [...request, ...key, ...out, ...signer], { stdio: 'pipe' })
  }
  issue('root', '/CN=A root of the tests', [])
  issue('server', '/CN=localhost', ['-CA', at('root.pem'), '-CAkey', at('root.key')])
  return { root: at('root.pem'), key: at('server.key'), certificate: at('server.pem') }
}
