// Stands before a registry and counts what passes. node bench/counting-proxy.mjs TARGET prints its address; GET /counts
// answers with the counts since the last time. It ends with its standard input.
import { createServer, request } from 'node:http'

const [target] = process.argv.slice(2)
let counts = { requests: 0, bytes: 0 }

const server = createServer((asked, answer) => {
  if (asked.url === '/counts') {
    answer.end(JSON.stringify(counts))
    counts = { requests: 0, bytes: 0 }
    return
  }
  counts.requests += 1
  // The registry makes its locations from the host that it is asked for, which stays this one.
  const { method, url: path, headers } = asked
  const onward = request(`http://${target}`, { method, path, headers }, answered => {
    answer.writeHead(answered.statusCode, answered.headers)
    answered.on('data', chunk => (counts.bytes += chunk.length))
    answered.pipe(answer)
  })
  onward.on('error', () => answer.destroy())
  asked.on('data', chunk => (counts.bytes += chunk.length))
  asked.pipe(onward)
})
server.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${server.address().port}`))
process.stdin.resume().on('end', () => process.exit())
