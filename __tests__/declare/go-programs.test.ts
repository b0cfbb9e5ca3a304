import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  gitSettingFault,
  goFlagsFault,
  linkerFlagsFault,
  variableFault,
  wordsOf,
  type FileLookups,
} from '../../src/declare/go-programs.ts'

const places: FileLookups = {
  isInCheckout: file => file.startsWith('/checkout/'),
  find: program => (program === 'from-checkout' ? '/checkout/bin/from-checkout' : `/usr/bin/${program}`),
}

describe('variableFault', () => {
  it.each([
    ['GOCACHEPROG', 'cacher'],
    ['GOCACHEPROG', '/usr/bin/cacher'],
    ['GOAUTH', '/usr/bin/helper'],
    ['GOAUTH', 'netrc; ./helper'],
    ['GOAUTH', 'git .'],
    ['GOAUTH', 'git /checkout/x'],
    ['GOFLAGS', '-toolexec=x'],
    ['GOFLAGS', '-mod=mod "--toolexec=x y"'],
    ['GOFLAGS', '-exec=x'],
    ['GOFLAGS', '-vettool=x'],
    ['GOFLAGS', '-compiler=gccgo'],
    ['GOFLAGS', '-overlay=overlay.json'],
    ['GOFLAGS', '-overlay=/checkout/overlay.json'],
    ['GOFLAGS', '-ldflags=-extld=./ld'],
    ['GOFLAGS', '"-ldflags=all=-linkmode external -extld ./ld"'],
    ['GOFLAGS', `'-ldflags=-extldflags "-static -B."'`],
    ['GOENV', 'go.env'],
    ['GOENV', '/checkout/go.env'],
    ['CC', './cc'],
    ['CC', 'tools/cc'],
    ['CC', '/checkout/cc'],
    ['CC', 'from-checkout'],
    ['CC', `'./my cc' -O2`],
    ['CC', 'gcc -B.'],
    ['CC', 'gcc -B tools'],
    ['CC', 'gcc -wrapper ./trap'],
    ['CC', 'gcc -specs=x.specs'],
    ['CC', 'gcc -specs x.specs'],
    ['CC', 'gcc -fplugin=./x.so'],
    ['CC', 'gcc -fplugin=x.so'],
    ['CC', 'clang -fuse-ld=/checkout/ld'],
    ['CC', 'clang -Xclang -load -Xclang ./x.so'],
    ['CC', 'gcc @flags'],
    ['CC', 'sh ./cc'],
    ['CC', 'sh cc'],
    ['CC', 'bash -e tools/cc'],
    ['CC', "bash -c './cc'"],
    ['CC', 'python3 /checkout/cc.py'],
    ['CC', '/usr/bin/env ./cc'],
    ['CC', 'env -i X=./y ./cc'],
    ['CC', 'ccache ./cc'],
    ['CC', 'ccache from-checkout -O2'],
    ['CXX', './c++'],
    ['FC', './fortran'],
    ['AR', './ar'],
    ['GCCGO', './gccgo'],
    ['PKG_CONFIG', 'scripts/pkg-config'],
    ['CGO_CFLAGS', '-O2 -fplugin=./x.so'],
    ['CGO_LDFLAGS', '-Wl,-plugin,./x.so'],
    ['CGO_LDFLAGS', '-Xlinker -plugin -Xlinker x.so'],
    ['CGO_LDFLAGS', '-fuse-ld=from-checkout'],
    ['CGO_LDFLAGS', '--ld-path=./ld'],
    ['CGO_CFLAGS_ALLOW', '.*'],
    ['CGO_LDFLAGS_ALLOW', '-B.*|-O3'],
    ['GIT_SSH_COMMAND', './ssh -v'],
    ['GIT_SSH_COMMAND', 'ssh -F ./config'],
    ['GIT_SSH_COMMAND', 'ssh -v -Fconfig'],
    ['GIT_CONFIG_PARAMETERS', "'core.sshcommand=./x'"],
    ['HOME', 'home'],
    ['HOME', '/checkout/home'],
    ['XDG_CONFIG_HOME', '/checkout/config'],
    ['BASH_ENV', './env'],
    ['GIT_ASKPASS', 'scripts/askpass'],
    ['PATH', '/bin:'],
    ['PATH', 'bin:/bin'],
    ['PATH', '/checkout/bin:/bin'],
    ['LD_PRELOAD', '/lib/x.so ./y.so'],
    ['LD_LIBRARY_PATH', 'lib'],
    ['GIT_EXEC_PATH', '/checkout/git'],
  ])('refuses %s=%s', (name, value) => {
    expect(variableFault(name, value, places)).toEqual(expect.any(String))
  })

  it.each([
    ['GOCACHEPROG', ''],
    ['GOAUTH', 'netrc'],
    ['GOAUTH', 'off'],
    ['GOAUTH', 'netrc; git /home/someone'],
    ['GOFLAGS', '-mod=mod -v -toolexec='],
    ['GOFLAGS', '-overlay=/tmp/overlay.json -ldflags=-extld=gcc'],
    ['GOFLAGS', '-tags=overlay -p=2 -compiler=gc'],
    ['GOENV', 'off'],
    ['GOENV', '/home/someone/.config/go/env'],
    ['CC', 'musl-gcc'],
    ['CC', '/opt/musl/bin/musl-gcc -O2'],
    ['CC', 'zig cc -target x86_64-linux-musl'],
    ['CC', 'sh /opt/bin/cc'],
    ['CC', 'env CCACHE_DIR=./cache ccache gcc -include ./x.h'],
    ['CC', 'ccache gcc -B/opt/binutils -fuse-ld=mold'],
    ['CC', 'gcc -specs /usr/lib/musl/lib/musl-gcc.specs'],
    ['CGO_CFLAGS', '-I./include -O2 -DBUILD -Dplugin=x'],
    ['CGO_LDFLAGS', '-L/checkout/lib -lfoo -Wl,-z,now -static'],
    ['CGO_LDFLAGS_ALLOW', '-Wl,-z,.*'],
    ['CGO_CFLAGS_ALLOW', '('],
    ['CGO_CFLAGS_DISALLOW', '.*'],
    ['HOME', '/home/someone'],
    ['GIT_SSH_COMMAND', 'ssh -F none -i ./key'],
    ['GIT_SSH_COMMAND', 'ssh -i /keys/id -o StrictHostKeyChecking=no'],
    ['PATH', '/usr/local/bin:/usr/bin'],
    ['LD_LIBRARY_PATH', '/opt/lib'],
    ['GOPROXY', './proxy'],
    ['constructor', './x'],
  ])('takes %s=%s', (name, value) => {
    expect(variableFault(name, value, places)).toBeNull()
  })

  it('takes no program of the checkout, whatever stands around it', () => {
    const name = fc.constantFrom('CC', 'CXX', 'AR', 'FC', 'PKG_CONFIG', 'GIT_SSH_COMMAND')
    const program = fc.constantFrom('./cc', '../x/cc', 'a/b', '/checkout/cc', 'from-checkout')
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('', ' ', '\t'),
        program,
        fc.string(),
        (variable, before, cc, rest) => {
          expect(
            variableFault(variable, `${before}${cc} ${rest.replaceAll(/[#\r\n]/g, '')}`, places),
          ).not.toBeNull()
        },
      ),
    )
  })
})

describe('a setting of git', () => {
  it.each([
    ['core.sshCommand', './ssh'],
    ['core.sshCommand', 'sh ssh.sh'],
    ['credential.https://example.com/x.helper', '!./helper'],
    ['credential.helper', '/checkout/helper'],
    ['core.hooksPath', 'hooks'],
    ['include.path', '/checkout/config'],
    ['filter.x.smudge', 'tools/smudge'],
  ])('refuses %s=%s', (key, value) => {
    expect(gitSettingFault(key, value, places)).toEqual(expect.any(String))
  })

  it.each([
    ['core.sshCommand', 'ssh -i ./key'],
    ['credential.helper', 'store --file ./x'],
    ['url.https://x@github.com/.insteadOf', 'https://github.com/'],
    ['http.extraHeader', 'X: ./y'],
  ])('takes %s=%s', (key, value) => {
    expect(gitSettingFault(key, value, places)).toBeNull()
  })
})

describe('the flags', () => {
  it.each([
    ['-X main.v=1 -extld=./ld'],
    ['-extld tools/ld'],
    ['--extar=./ar'],
    [`-extldflags '-static -fuse-ld=./ld'`],
    [`-extldflags=-B.`],
  ])('of the linker do not have %s', flags => {
    expect(linkerFlagsFault(wordsOf(flags), places)).toContain('has -ext')
  })

  it.each([[`-linkmode external -extldflags "-static -lm"`], ['-extld=musl-gcc'], ['-X main.v=./x']])(
    'of the linker may have %s',
    flags => {
      expect(linkerFlagsFault(wordsOf(flags), places)).toBeNull()
    },
  )

  it('of go build are looked at in either form', () => {
    expect(goFlagsFault(['-v', '-overlay', 'x.json'], places)).toContain('-overlay')
    expect(goFlagsFault(['--overlay=x.json'], places)).toContain('-overlay')
    expect(goFlagsFault(['-overlay', '/tmp/x.json', '-gcflags=all=-l'], places)).toBeNull()
  })
})
