import { X509Certificate } from 'node:crypto'
import { type Clause, clause } from '../clause.ts'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import type { Clauses } from '../failure.ts'

/** The path that Go, OpenSSL and curl try first. https://go.dev/src/crypto/x509/root_linux.go */
export const CERTIFICATES_PATH = '/etc/ssl/certs/ca-certificates.crt'

/** PEM text and the name of its source, for messages. */
export interface PemSource {
  readonly name: string
  readonly text: string
}

/** Which source is wrong, and why. */
export interface PemProblem {
  readonly file: string
  readonly clauses: Pick<Clauses, 'why' | 'fix'>
}

/**
 * Makes one PEM bundle of all certificates in the given order, without duplicates and without the text around them. A
 * source without a certificate, or with any other PEM block, is a problem.
 */
export function bundle(sources: readonly PemSource[]): Parsed<string, PemProblem> {
  const bundled = new Set<string>()
  for (const source of sources) {
    const certificates = parseCertificates(source)
    if (!certificates.ok) return certificates
    for (const certificate of certificates.value) bundled.add(certificate)
  }
  return parsed([...bundled].join(''))
}

/**
 * Parses the certificates of one PEM text and writes each in the same form, so that equal certificates are equal
 * strings.
 */
export function parseCertificates({ name, text }: PemSource): Parsed<readonly string[], PemProblem> {
  const wrong = (why: string, fix?: Clause) => problem({ file: name, clauses: { why: clause`${why}`, fix } })
  if (text.includes('\0'))
    return wrong(`${name} is not PEM text`, clause`convert it with "openssl x509 -inform der -in FILE"`)
  const blocks: string[] = []
  let open: { readonly line: number; readonly body: string[] } | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd()
    const at = `${name}:${index + 1}`
    const boundary = /^-----(BEGIN|END) ([A-Z0-9 ]+)-----$/.exec(line)
    if (boundary === null) {
      open?.body.push(line)
    } else if (boundary[2] !== 'CERTIFICATE') {
      return wrong(`${at} holds a ${boundary[2]}, and only a CERTIFICATE belongs into an image's roots`)
    } else if (boundary[1] === 'BEGIN') {
      if (open !== null) return wrong(`${name}:${open.line} begins a certificate that does not end`)
      open = { line: index + 1, body: [] }
    } else {
      if (open === null) return wrong(`${at} ends a certificate that did not begin`)
      const certificate = canonicalPem(open.body.join(''))
      if (certificate === null)
        return wrong(`${name}:${open.line} begins a block that is not an X.509 certificate`)
      blocks.push(certificate)
      open = null
    }
  }
  if (open !== null) return wrong(`${name}:${open.line} begins a certificate that does not end`)
  if (blocks.length === 0) return wrong(`${name} holds no PEM certificate`)
  return parsed(blocks)
}

function canonicalPem(base64: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  try {
    const { raw } = new X509Certificate(Buffer.from(base64, 'base64'))
    // 72 characters a line, as Node writes them. Every reader accepts this, and it takes fewer bytes than the 64 of RFC
    // 7468.
    const lines = raw.toString('base64').match(/.{1,72}/g) ?? []
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  } catch {
    return null
  }
}
