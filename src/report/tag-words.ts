/** The features that a service loses with the build tags of well-known packages. */
const KNOWN: Readonly<Record<string, string>> = {
  disable_grpc_modules: "Cloud Storage's client loses DirectPath over gRPC",
  disable_pgv: 'messages of Envoy are not validated',
  disableunsafe: 'plain Go instead of unsafe: slower',
  go_json: 'gin reads and writes JSON by goccy/go-json',
  grpcnotrace: 'gRPC writes no traces for golang.org/x/net/trace',
  jsoniter: 'gin reads and writes JSON by json-iterator',
  nethttpomithttp2: 'no HTTP/2: net/http neither serves nor speaks it',
  nobadger: 'no Badger database (smallstep/nosql)',
  nobadgerv1: 'no Badger 1 database (smallstep/nosql)',
  nobadgerv2: 'no Badger 2 database (smallstep/nosql)',
  nobbolt: 'no bbolt database (smallstep/nosql)',
  nomsgpack: 'gin neither reads nor writes MsgPack',
  nomysql: 'no MySQL database (smallstep/nosql)',
  nopgx: 'no PostgreSQL database (smallstep/nosql)',
  safe: 'plain Go instead of unsafe: slower',
  sonic: 'gin reads and writes JSON by sonic',
}

const MOST_NAMED = 3

/** For an unknown tag, only the packages that check it can be named. */
export function tagPrice(tag: string, packages: readonly string[]): string {
  const known = Object.hasOwn(KNOWN, tag) ? KNOWN[tag] : undefined
  return known ?? `look it up: ${lookedAtBy(packages)}`
}

function lookedAtBy(packages: readonly string[]): string {
  const named = packages.slice(0, MOST_NAMED).join(', ')
  const more = packages.length - MOST_NAMED
  return `${named}${more > 0 ? ` and ${more} more` : ''} ${packages.length === 1 ? 'looks' : 'look'} at it`
}
