import { minorOf } from './module-data.ts'

/** The packages of the standard library in one version of Go. */
export interface StandardPackages {
  /** Whether this Go has the package. Such a path always means Go's package, even if a module has the same path. */
  readonly has: (path: string) => boolean
  /** Whether a newer Go could have the package, judged by the first element of its path: `net/newer`. */
  readonly mayHave: (path: string) => boolean
}

/** @param goVersion `go1.26.8`; `null` and development versions mean the packages of all versions. */
export function standardPackages(goVersion: string | null): StandardPackages {
  const minor = minorOf(goVersion) ?? Infinity
  const lists = Object.entries(NEW_IN).filter(([version]) => Number(version) <= Math.max(minor, OLDEST))
  const packages = new Set(lists.flatMap(([, names]) => names.trim().split(/\s+/)))
  const firsts = new Set([...packages].map(firstOf))
  return {
    has: path => packages.has(path),
    // Go's own commands import each other as cmd/….
    mayHave: path => firsts.has(firstOf(path)) || firstOf(path) === 'cmd',
  }
}

function firstOf(path: string): string {
  return path.split('/', 1)[0] ?? ''
}

const OLDEST = 18

/**
 * The packages of Go's standard library by the minor version of Go that added them; 18 stands for it and all earlier
 * versions. They are the output of `go list std` for Linux, macOS and Windows, without Go's own copies of golang.org/x
 * (`vendor/…`). To add a version, list the packages that no earlier version has. A package that is missing here is
 * still recognized by the first element of its path.
 */
const NEW_IN: Readonly<Record<number, string>> = {
  18: `
    archive/tar archive/zip bufio bytes compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib
    container/heap container/list container/ring context crypto crypto/aes crypto/cipher crypto/des crypto/dsa
    crypto/ecdsa crypto/ed25519 crypto/ed25519/internal/edwards25519 crypto/ed25519/internal/edwards25519/field
    crypto/elliptic crypto/elliptic/internal/fiat crypto/elliptic/internal/nistec crypto/hmac
    crypto/internal/randutil crypto/internal/subtle crypto/md5 crypto/rand crypto/rc4 crypto/rsa crypto/sha1
    crypto/sha256 crypto/sha512 crypto/subtle crypto/tls crypto/x509 crypto/x509/internal/macos crypto/x509/pkix
    database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe
    debug/plan9obj embed embed/internal/embedtest encoding encoding/ascii85 encoding/asn1 encoding/base32
    encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex encoding/json encoding/pem
    encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint go/constant go/doc go/format
    go/importer go/internal/gccgoimporter go/internal/gcimporter go/internal/srcimporter go/internal/typeparams
    go/parser go/printer go/scanner go/token go/types hash hash/adler32 hash/crc32 hash/crc64 hash/fnv
    hash/maphash html html/template image image/color image/color/palette image/draw image/gif
    image/internal/imageutil image/jpeg image/png index/suffixarray internal/abi internal/buildcfg
    internal/bytealg internal/cfg internal/cpu internal/execabs internal/fmtsort internal/fuzz internal/goarch
    internal/godebug internal/goexperiment internal/goos internal/goroot internal/goversion internal/intern
    internal/itoa internal/lazyregexp internal/lazytemplate internal/nettrace internal/obscuretestdata
    internal/oserror internal/poll internal/profile internal/race internal/reflectlite internal/safefilepath
    internal/singleflight internal/syscall/execenv internal/syscall/unix internal/syscall/windows
    internal/syscall/windows/registry internal/syscall/windows/sysdll internal/sysinfo internal/testenv
    internal/testlog internal/trace internal/unsafeheader internal/xcoff io io/fs io/ioutil log log/syslog math
    math/big math/bits math/cmplx math/rand mime mime/multipart mime/quotedprintable net net/http net/http/cgi
    net/http/cookiejar net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil net/http/internal
    net/http/internal/ascii net/http/internal/testcert net/http/pprof net/internal/socktest net/mail net/netip
    net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/exec/internal/fdtest os/signal
    os/signal/internal/pty os/user path path/filepath plugin reflect reflect/internal/example1
    reflect/internal/example2 regexp regexp/syntax runtime runtime/cgo runtime/debug runtime/internal/atomic
    runtime/internal/math runtime/internal/sys runtime/internal/syscall runtime/metrics runtime/pprof
    runtime/race runtime/trace sort strconv strings sync sync/atomic syscall testing testing/fstest
    testing/internal/testdeps testing/iotest testing/quick text/scanner text/tabwriter text/template
    text/template/parse time time/tzdata unicode unicode/utf16 unicode/utf8 unsafe`,
  19: `
    crypto/internal/boring crypto/internal/boring/bbig crypto/internal/boring/bcache crypto/internal/boring/sig
    crypto/internal/edwards25519 crypto/internal/edwards25519/field crypto/internal/nistec
    crypto/internal/nistec/fiat go/doc/comment internal/diff internal/pkgbits internal/txtar`,
  20: `
    crypto/ecdh crypto/internal/alias crypto/internal/bigmod internal/coverage internal/coverage/calloc
    internal/coverage/cformat internal/coverage/cmerge internal/coverage/decodecounter
    internal/coverage/decodemeta internal/coverage/encodecounter internal/coverage/encodemeta
    internal/coverage/pods internal/coverage/rtcov internal/coverage/slicereader internal/coverage/slicewriter
    internal/coverage/stringtab internal/coverage/test internal/coverage/uleb128 internal/dag internal/platform
    internal/saferio internal/testpty internal/types/errors runtime/coverage runtime/internal/startlinetest
    runtime/race/internal/amd64v1`,
  21: `
    cmp internal/bisect internal/godebugs internal/zstd log/internal log/slog log/slog/internal
    log/slog/internal/benchmarks log/slog/internal/buffer log/slog/internal/slogtest maps
    runtime/internal/wasitest slices testing/slogtest`,
  22: `
    go/version internal/chacha8rand internal/gover internal/trace/traceviewer internal/trace/traceviewer/format
    internal/trace/v2 internal/trace/v2/event internal/trace/v2/event/go122
    internal/trace/v2/internal/testgen/go122 internal/trace/v2/raw internal/trace/v2/testtrace
    internal/trace/v2/version math/rand/v2`,
  23: `
    crypto/internal/cryptotest crypto/internal/hpke crypto/internal/mlkem768 internal/asan internal/byteorder
    internal/concurrent internal/coverage/cfile internal/filepathlite internal/msan internal/profilerecord
    internal/runtime/atomic internal/runtime/exithook internal/runtime/syscall internal/stringslite
    internal/trace/event internal/trace/event/go122 internal/trace/internal/oldtrace
    internal/trace/internal/testgen/go122 internal/trace/raw internal/trace/testtrace internal/trace/version
    internal/weak iter net/internal/cgotest structs unique`,
  24: `
    crypto/fips140 crypto/hkdf crypto/internal/entropy crypto/internal/fips140 crypto/internal/fips140/aes
    crypto/internal/fips140/aes/gcm crypto/internal/fips140/alias crypto/internal/fips140/bigmod
    crypto/internal/fips140/check crypto/internal/fips140/check/checktest crypto/internal/fips140/drbg
    crypto/internal/fips140/ecdh crypto/internal/fips140/ecdsa crypto/internal/fips140/ed25519
    crypto/internal/fips140/edwards25519 crypto/internal/fips140/edwards25519/field crypto/internal/fips140/hkdf
    crypto/internal/fips140/hmac crypto/internal/fips140/mlkem crypto/internal/fips140/nistec
    crypto/internal/fips140/nistec/fiat crypto/internal/fips140/pbkdf2 crypto/internal/fips140/rsa
    crypto/internal/fips140/sha256 crypto/internal/fips140/sha3 crypto/internal/fips140/sha512
    crypto/internal/fips140/ssh crypto/internal/fips140/subtle crypto/internal/fips140/tls12
    crypto/internal/fips140/tls13 crypto/internal/fips140deps crypto/internal/fips140deps/byteorder
    crypto/internal/fips140deps/cpu crypto/internal/fips140deps/godebug crypto/internal/fips140hash
    crypto/internal/fips140only crypto/internal/fips140test crypto/internal/impl crypto/internal/sysrand
    crypto/internal/sysrand/internal/seccomp crypto/mlkem crypto/pbkdf2 crypto/sha3
    crypto/tls/internal/fips140tls go/ast/internal/tests internal/copyright internal/exportdata
    internal/runtime/maps internal/runtime/math internal/runtime/sys internal/sync internal/synctest
    internal/syslist weak`,
  25: `
    crypto/internal/fips140cache internal/cgrouptest internal/routebsd internal/runtime/cgroup
    internal/runtime/gc internal/runtime/startlinetest internal/runtime/strconv internal/runtime/wasitest
    internal/testhash internal/trace/internal/testgen internal/trace/internal/tracev1 internal/trace/tracev2
    math/big/internal/asmgen net/http/internal/httpcommon testing/synctest`,
  26: `
    crypto/hpke crypto/internal/constanttime crypto/internal/entropy/v1.0.0 crypto/internal/fips140/mldsa
    crypto/internal/fips140deps/time crypto/internal/rand crypto/mlkem/mlkemtest go/internal/scannerhooks
    internal/runtime/cgobench internal/runtime/gc/internal/gen internal/runtime/gc/scan
    internal/runtime/pprof/label internal/runtime/syscall/linux internal/runtime/syscall/windows
    internal/strconv testing/cryptotest`,
  27: `
    crypto/internal/cryptotest/wycheproof crypto/internal/cryptotest/x509limbo crypto/mldsa
    database/sql/internal encoding/json/internal encoding/json/internal/jsonflags
    encoding/json/internal/jsonopts encoding/json/internal/jsontest encoding/json/internal/jsonwire
    encoding/json/jsontext encoding/json/v2 internal/gate internal/nettest net/http/internal/http2
    net/http/internal/httpsfv uuid`,
}
