// Renews data/mozilla-roots.pem, the dated snapshot of Mozilla's roots, from the Node that runs this.
// Node's own list changes with every Node; an image must not. Run it with the newest Node 24: node scripts/renew-mozilla-roots.mjs
import { writeFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'

if (!process.version.startsWith('v24.')) {
  console.error(`Run this with Node 24, not ${process.version}: the snapshot is taken from its list.`)
  process.exit(2)
}

const count = rootCertificates.length
const day = new Date().toISOString().slice(0, 10)
const head = `# Mozilla's roots, ${count} certificates, as Node ${process.version} had them on ${day}; renewed by scripts/renew-mozilla-roots.mjs\n`
const pem = rootCertificates.map(certificate => `${certificate.trim()}\n`).join('')
writeFileSync(new URL('../data/mozilla-roots.pem', import.meta.url), head + pem)
console.log(`${count} certificates`)
