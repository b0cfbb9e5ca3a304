import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linkerWarnings } from '../../src/compile/linker-warnings.ts'

const PRINTED = `go: downloading example.com/x v1.0.0
# example.com/service
/usr/bin/ld: /tmp/go-link-1/000002.o: in function \`find':
/tmp/go-build/x.cgo2.c:8: warning: Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking
/usr/bin/ld: /tmp/go-link-1/000003.o: in function \`load':
/tmp/go-build/y.cgo2.c:9: warning: Using 'dlopen' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking
/tmp/go-build/z.cgo2.c:9: warning: Using 'dlopen' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking
/usr/bin/ld: warning: x.o: missing .note.GNU-stack section implies executable stack
x.c: In function 'f':
x.c:3:2: warning: unused variable 'y' [-Wunused-variable]
`

describe('linkerWarnings', () => {
  it('tells functions that load shared libraries from other warnings', () => {
    expect(linkerWarnings(PRINTED)).toEqual({
      loaders: ['dlopen', 'getaddrinfo'],
      others: [
        '/usr/bin/ld: warning: x.o: missing .note.GNU-stack section implies executable stack',
        "x.c: In function 'f':",
        "x.c:3:2: warning: unused variable 'y' [-Wunused-variable]",
      ],
    })
  })

  it('has nothing to say of a silent build', () => {
    expect(linkerWarnings('')).toEqual({ loaders: [], others: [] })
    expect(linkerWarnings('go: downloading a v1\n# a\n')).toEqual({ loaders: [], others: [] })
  })

  it('drops no line that it does not know', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ]*[a-z]$/)), lines => {
        expect(linkerWarnings(lines.join('\n')).others).toEqual(lines)
      }),
    )
  })
})
