// Renews src/image/mozilla-roots.ts, the dated snapshot of Mozilla's roots, from the Node that runs this.
// Node's own list changes with every Node; an image must not. Run it with the newest Node 24: node scripts/renew-mozilla-roots.mjs
import { writeFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'

if (!process.version.startsWith('v24.')) {
  console.error(`Run this with Node 24, not ${process.version}: the snapshot is taken from its list.`)
  process.exit(2)
}

const pem = rootCertificates.map(certificate => `${certificate.trim()}\n`).join('')
const day = new Date().toISOString().slice(0, 10)
const file = new URL('../src/image/mozilla-roots.ts', import.meta.url)
writeFileSync(
  file,
  `// Mozilla's roots, ${rootCertificates.length} certificates, ${pem.length} bytes: taken from Node ${process.version} on ${day}
// by scripts/renew-mozilla-roots.mjs. Large, so it is its own module: import it only where it is needed.
export const MOZILLA_ROOTS_DATE = '${day}'
export const MOZILLA_ROOTS: string = \`${pem}\`
`,
)
console.log(`${rootCertificates.length} certificates, ${pem.length} bytes`)
