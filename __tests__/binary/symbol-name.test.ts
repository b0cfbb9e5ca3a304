import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseSymbolName, withKnownPackage } from '../../src/binary/symbol-name.ts'

describe('parseSymbolName', () => {
  it.each([
    { name: 'a function', symbol: 'os.Exit', path: 'os', is: 'Exit' },
    { name: 'a method', symbol: 'net/http.(*Client).Do', path: 'net/http', is: '(*Client).Do' },
    { name: 'a method of a value', symbol: 'time.Time.String', path: 'time', is: 'Time.String' },
    { name: 'of the main package', symbol: 'main.main', path: 'main', is: 'main' },
    { name: 'a closure', symbol: 'main.(*T).m.func1.2', path: 'main', is: '(*T).m.func1.2' },
    { name: 'a closure of a variable', symbol: 'net/http.init.func3', path: 'net/http', is: 'init.func3' },
    { name: 'before Go 1.21', symbol: 'net/http.glob..func5', path: 'net/http', is: 'glob..func5' },
    { name: 'a method value', symbol: 'a.b/c.T.m-fm', path: 'a.b/c', is: 'T.m-fm' },
    {
      name: 'a deferred wrapper',
      symbol: 'os.(*File).Close.deferwrap1',
      path: 'os',
      is: '(*File).Close.deferwrap1',
    },
    { name: 'the assembly of another ABI', symbol: 'runtime.mcall.abi0', path: 'runtime', is: 'mcall.abi0' },
    { name: 'a generic function', symbol: 'slices.Sort[...]', path: 'slices', is: 'Sort[...]' },
    {
      name: 'an instance',
      symbol: 'a.b/c.New[go.shape.struct { x.y/z.A int }]',
      path: 'a.b/c',
      is: 'New[...]',
    },
    {
      name: 'a method of an instance',
      symbol: 'a.b/c.(*T[go.shape.[]int,map[string]x.Y]).Set',
      path: 'a.b/c',
      is: '(*T[...]).Set',
    },
    {
      name: 'a closure of an instance',
      symbol: 'a.b/c.F[go.shape.int].func1',
      path: 'a.b/c',
      is: 'F[...].func1',
    },
    { name: 'two lists of arguments', symbol: 'a.F[int].G[a/b.T]', path: 'a', is: 'F[...].G[...]' },
    { name: 'an argument without its end', symbol: 'a.F[int', path: 'a', is: 'F[...]' },
    { name: 'dots in the path', symbol: 'example.com/a.b/c.F', path: 'example.com/a.b/c', is: 'F' },
    {
      name: 'a dot in the last element',
      symbol: 'gopkg.in/yaml%2ev3.Unmarshal',
      path: 'gopkg.in/yaml.v3',
      is: 'Unmarshal',
    },
    { name: 'what is not ASCII', symbol: 'example.com/%c3%a9t%c3%a9.F', path: 'example.com/été', is: 'F' },
    {
      name: 'vendored by Go',
      symbol: 'vendor/golang.org/x/net/idna.init',
      path: 'vendor/golang.org/x/net/idna',
      is: 'init',
    },
    {
      name: 'equality of a type',
      symbol: 'type:.eq.net/http.Header',
      path: 'net/http',
      is: 'type:.eq.net/http.Header',
    },
    {
      name: 'equality of an instance',
      symbol: 'type:.eq.a.b/c.T[go.shape.int]',
      path: 'a.b/c',
      is: 'type:.eq.a.b/c.T[...]',
    },
    {
      name: 'a hash',
      symbol: 'type:.hash.gopkg.in/yaml%2ev3.T',
      path: 'gopkg.in/yaml.v3',
      is: 'type:.hash.gopkg.in/yaml%2ev3.T',
    },
    {
      name: 'equality of nothing named',
      symbol: 'type:.eq.[2]interface {}',
      path: null,
      is: 'type:.eq.[2]interface {}',
    },
    {
      name: 'equality of a closure',
      symbol: 'type:.eq.struct { F uintptr; R *net/http.Request }',
      path: 'net/http',
      is: 'type:.eq.struct { F uintptr; R *net/http.Request }',
    },
    {
      name: 'a method of an unnamed type',
      symbol: 'go:(*struct { sync.Mutex }).Lock',
      path: 'sync',
      is: 'go:(*struct { sync.Mutex }).Lock',
    },
    {
      name: 'equality of a shape',
      symbol: 'type:.eq.go.shape.struct { a.b/c.X int }',
      path: 'a.b/c',
      is: 'type:.eq.go.shape.struct { a.b/c.X int }',
    },
    {
      name: 'equality of a type, Go 1.18 and 1.19',
      symbol: 'type..eq.net/http.Header',
      path: 'net/http',
      is: 'type..eq.net/http.Header',
    },
    {
      name: 'equality of an array of them, Go 1.19',
      symbol: 'type..eq.[...]time.zoneTrans',
      path: 'time',
      is: 'type..eq.[...]time.zoneTrans',
    },
    {
      name: 'equality of a type of a function, Go 1.19',
      symbol: 'type..eq.net.dialResult·1',
      path: 'net',
      is: 'type..eq.net.dialResult·1',
    },
    {
      name: 'a hash of an unnamed type, Go 1.19',
      symbol: 'type..hash.struct { R *net/http.Request; K main.key }',
      path: 'net/http',
      is: 'type..hash.struct { R *net/http.Request; K main.key }',
    },
    {
      name: 'a vendored one, Go 1.19',
      symbol: 'type..eq.vendor/golang.org/x/net/http2/hpack.HeaderField',
      path: 'vendor/golang.org/x/net/http2/hpack',
      is: 'type..eq.vendor/golang.org/x/net/http2/hpack.HeaderField',
    },
    {
      name: 'an escaped one, Go 1.19',
      symbol: 'type..eq.gopkg.in/yaml%2ev3.T',
      path: 'gopkg.in/yaml.v3',
      is: 'type..eq.gopkg.in/yaml%2ev3.T',
    },
    {
      name: 'a method of an unnamed type, Go 1.19',
      symbol: 'go.(*struct { io.Reader; io.WriterTo }).Read',
      path: 'io',
      is: 'go.(*struct { io.Reader; io.WriterTo }).Read',
    },
    {
      name: 'a method of its value, Go 1.19',
      symbol: 'go.struct { io.Reader; io.WriterTo }.Read',
      path: 'io',
      is: 'go.struct { io.Reader; io.WriterTo }.Read',
    },
    { name: 'the build ID, Go 1.19', symbol: 'go.buildid', path: null, is: 'go.buildid' },
    { name: 'a package that is called go', symbol: 'go.(*T).F', path: 'go', is: '(*T).F' },
    { name: 'a package below go', symbol: 'go/ast.Inspect', path: 'go/ast', is: 'Inspect' },
    { name: 'a package that is called type', symbol: 'type.F', path: 'type', is: 'F' },
    { name: 'assembly without a package', symbol: 'memeqbody', path: null, is: 'memeqbody' },
    { name: 'a dot in front', symbol: '.F', path: null, is: '.F' },
    { name: 'nothing', symbol: '', path: null, is: '' },
  ])('$name', ({ symbol, path, is }) => {
    expect(parseSymbolName(symbol)).toEqual({ package: path, name: is })
  })

  it.each([
    { symbol: 'a.b/c.T.d.e/f.m', path: 'a.b/c', is: 'T.d.e/f.m' },
    { symbol: 'a.b/c.F', path: 'a.b/c', is: 'F' },
    { symbol: 'a.b/c.v4/d.F', path: 'a.b/c.v4/d', is: 'F' },
    { symbol: 'x.y/z.T.d.e/f.m', path: 'x.y/z.T.d.e/f', is: 'm' },
    { symbol: 'memeqbody', path: null, is: 'memeqbody' },
  ])('knows the package of a method that another package asks for: $symbol', ({ symbol, path, is }) => {
    const known = new Set(['a.b/c', 'a.b/c.v4/d', 'd.e/f'])
    expect(withKnownPackage(parseSymbolName(symbol), one => known.has(one))).toEqual({
      package: path,
      name: is,
    })
  })

  it('finds again what Go put together', () => {
    const element = fc.stringMatching(/^[a-z][a-z0-9_~-]{0,8}$/)
    const parts = fc.record({
      elements: fc.array(element, { minLength: 1, maxLength: 4 }),
      dotted: fc.boolean(),
      name: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}(\.func[1-9])?$/),
    })
    fc.assert(
      fc.property(parts, ({ elements, dotted, name }) => {
        const path = dotted ? [...elements, 'v.2'].join('/') : elements.join('/')
        const symbol = `${path.replace(/\.(?=[^/]*$)/, '%2e')}.${name}`
        expect(parseSymbolName(symbol)).toEqual({ package: path, name })
      }),
    )
  })

  it('gives a name for whatever is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), symbol => {
        const { package: path, name } = parseSymbolName(symbol)
        expect([path === null || path.length > 0, typeof name]).toEqual([true, 'string'])
      }),
    )
  })

  it('is not slowed down by a name that is made to be slow', () => {
    const long = 'a'.repeat(1_000_000)
    for (const symbol of [
      `type:${long}`,
      `type:${'a.'.repeat(500_000)}`,
      `a.${'['.repeat(500_000)}`,
      `${'/'.repeat(1_000_000)}a.b`,
    ]) {
      expect(parseSymbolName(symbol).name).not.toBe('')
    }
  })
})
