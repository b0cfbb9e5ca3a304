import { firstOf } from '../declare/first-of.ts'

/** The features that a service loses with the build tags of well-known packages. */
const KNOWN: Readonly<Record<string, string>> = {
  disable_grpc_modules: "Cloud Storage's client loses DirectPath over gRPC",
  disable_pgv: 'messages of Envoy are not validated',
  disableunsafe: 'slower, because plain Go replaces unsafe code',
  go_json: 'gin reads and writes JSON with goccy/go-json',
  grpcnotrace: 'gRPC writes no traces for golang.org/x/net/trace',
  jsoniter: 'gin reads and writes JSON with json-iterator',
  nethttpomithttp2: 'net/http has no HTTP/2, neither as a server nor as a client',
  nobadger: 'no Badger database (smallstep/nosql)',
  nobadgerv1: 'no Badger 1 database (smallstep/nosql)',
  nobadgerv2: 'no Badger 2 database (smallstep/nosql)',
  nobbolt: 'no bbolt database (smallstep/nosql)',
  nomsgpack: 'gin neither reads nor writes MsgPack',
  nomysql: 'no MySQL database (smallstep/nosql)',
  nopgx: 'no PostgreSQL database (smallstep/nosql)',
  safe: 'slower, because plain Go replaces unsafe code',
  sonic: 'gin reads and writes JSON with sonic',
}

const MOST_NAMED = 3

/** For an unknown tag, only the packages that check it can be named. */
export function tagPrice(tag: string, packages: readonly string[]): string {
  const known = Object.hasOwn(KNOWN, tag) ? KNOWN[tag] : undefined
  return known ?? `unknown; see how ${usersOf(packages)}`
}

function usersOf(packages: readonly string[]): string {
  return `${firstOf(packages, MOST_NAMED)} ${packages.length === 1 ? 'uses' : 'use'} it`
}
