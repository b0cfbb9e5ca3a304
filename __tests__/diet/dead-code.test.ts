import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readDependencies } from '../../src/diet/dead-code.ts'
import type { DeadCodeOff } from '../../src/diet/dead-code.ts'

function reasons(...lines: readonly string[]): readonly DeadCodeOff[] {
  const reader = readDependencies('example.com/service')
  for (const line of ['# example.com/service', '_ -> _rt0_amd64_linux', ...lines]) reader.readLine(line)
  return reader.reasons()
}

const MAIN = [
  '_rt0_amd64_linux -> runtime.main',
  'runtime.main -> runtime.main_main·f',
  'runtime.main_main·f -> main.main',
]

describe('readDependencies', () => {
  it('finds nothing where nothing is marked', () => {
    expect(reasons(...MAIN, 'main.main -> type:main.T <UsedInIface>')).toEqual([])
  })

  it('tells the way from main.main, functions alone', () => {
    const lines = [
      'main.main -> go:itab.*main.T,example.com/a.I',
      'go:itab.*main.T,example.com/a.I -> main.(*T).Do',
      'main.(*T).Do -> gopkg.in/yaml%2ev3.Walk',
      'gopkg.in/yaml%2ev3.Walk -> main.call <ReflectMethod>',
      'main.call <ReflectMethod> -> reflect.Value.Method',
    ]
    expect(reasons(...MAIN, ...lines)).toEqual([
      {
        function: 'main.call',
        package: 'example.com/service',
        path: ['main.main', 'main.(*T).Do', 'gopkg.in/yaml%2ev3.Walk', 'main.call'],
        packages: ['example.com/service', 'gopkg.in/yaml.v3'],
      },
    ])
  })

  it('tells the way from what initialises a package', () => {
    const lines = ['_ -> go:main.inittasks', 'go:main.inittasks -> example.com/a..inittask']
    const [reason] = reasons(
      ...lines,
      'example.com/a..inittask -> example.com/a.init',
      'example.com/a.init -> example.com/a.F <ReflectMethod>',
    )
    expect(reason?.path).toEqual(['example.com/a.init', 'example.com/a.F'])
  })

  it('takes marked methods for reasons where an interface calls them, and for consequences in later rounds', () => {
    const found = reasons(
      ...MAIN,
      'main.main -> type:main.T <UsedInIface>',
      'main.main -> type:main.U <UsedInIface>',
      'type:main.T <UsedInIface> -> main.T.First <ReflectMethod>',
      'type:main.T <UsedInIface> -> type:func()',
      'type:main.U <UsedInIface> -> main.U.Second',
      'main.U.Second -> main.third <ReflectMethod>',
      'type:main.U <UsedInIface> -> main.U.Consequence <ReflectMethod>',
      'main.U.Consequence <ReflectMethod> -> main.another <ReflectMethod>',
    )
    expect(found.map(reason => reason.function)).toEqual(['main.T.First', 'main.third'])
  })

  it('means who calls reflect where reflect itself is marked, once', () => {
    const [reason, ...others] = reasons(
      ...MAIN,
      'main.main -> example.com/a.Find',
      'example.com/a.Find -> reflect.Value.MethodByName <ReflectMethod>',
      'example.com/a.Find -> reflect.Value.Methods',
      'reflect.Value.Methods -> reflect.Value.Methods.func1 <ReflectMethod>',
    )
    expect(others).toEqual([])
    expect(reason).toMatchObject({
      function: 'example.com/a.Find',
      path: ['main.main', 'example.com/a.Find'],
    })
  })

  it('sees no new round in what compares or hashes a type', () => {
    const found = reasons(
      ...MAIN,
      'main.main -> main.one <ReflectMethod>',
      'main.main -> type:main.T <UsedInIface>',
      'type:main.T <UsedInIface> -> type:.eq.main.T·f',
      'type:.eq.main.T·f -> type:.eq.main.T',
      'type:.eq.main.T -> runtime.memequal_varlen',
      'main.one <ReflectMethod> -> main.two <ReflectMethod>',
    )
    expect(found.map(reason => reason.function)).toEqual(['main.one', 'main.two'])
  })

  it('reads types whose names hold an arrow or a mark', () => {
    const odd = 'type:struct { A int "a -> b <ReflectMethod>" }'
    expect(reasons(...MAIN, `main.main -> ${odd} <UsedInIface>`, `${odd} <UsedInIface> -> type:int`)).toEqual(
      [],
    )
    const [reason] = reasons(
      ...MAIN,
      `main.main -> ${odd}`,
      `${odd} -> main.f·f`,
      'main.f·f -> main.f <ReflectMethod>',
    )
    expect(reason?.path).toEqual(['main.main', 'main.f'])
  })

  it('follows a method to who looks it up by its name, and not to who first put its type into an interface', () => {
    const found = reasons(
      ...MAIN,
      'main.main -> fmt.Println',
      'fmt.Println -> type:*reflect.rtype <UsedInIface>',
      'main.main -> example.com/a.Format',
      'reached generic iface method: Name',
      'reached generic iface method: Methods',
      'example.com/a.Format -> gclocals·1',
      'markable method: {Methods 7} of sym 12 type:*reflect.rtype',
      'type:*reflect.rtype <UsedInIface> -> reflect.(*rtype).Methods',
      'reflect.(*rtype).Methods -> reflect.(*rtype).Methods.func1 <ReflectMethod>',
    )
    expect(found).toEqual([
      {
        function: 'example.com/a.Format',
        package: 'example.com/a',
        path: ['main.main', 'example.com/a.Format'],
        packages: ['example.com/service', 'example.com/a'],
      },
    ])
  })

  it("follows a method of reflect's own types to who calls it through an interface, by name and type", () => {
    const found = reasons(
      ...MAIN,
      'main.main -> fmt.Println',
      'fmt.Println -> type:*reflect.rtype <UsedInIface>',
      'main.main -> example.com/b.Other',
      'reached iface method: {Method 8}',
      'example.com/b.Other -> gclocals·1',
      'main.main -> example.com/a.Walk',
      'reached iface method: {Method 7}',
      'example.com/a.Walk -> gclocals·2',
      'markable method: {Method 7} of sym 12 type:*reflect.rtype',
      'type:*reflect.rtype <UsedInIface> -> reflect.(*rtype).Method <ReflectMethod>',
    )
    expect(found.map(reason => reason.function)).toEqual(['example.com/a.Walk'])
  })

  it('follows a method of any other type to who uses the type', () => {
    const found = reasons(
      ...MAIN,
      'main.main -> net/http.Serve',
      'reached iface method: {ServeHTTP 7}',
      'net/http.Serve -> gclocals·1',
      'main.main -> type:*main.handler <UsedInIface>',
      'markable method: {ServeHTTP 7} of sym 12 type:*main.handler',
      'type:*main.handler <UsedInIface> -> main.(*handler).ServeHTTP',
      'main.(*handler).ServeHTTP -> text/template.walk <ReflectMethod>',
    )
    expect(found[0]?.path).toEqual(['main.main', 'main.(*handler).ServeHTTP', 'text/template.walk'])
  })

  it('survives lines that no linker wrote', () => {
    const word = fc.constantFrom(
      'reached generic iface method: ',
      'reached iface method: ',
      'markable method: {b 1} of sym 1 type:a',
      '_',
      'main.main',
      ' -> ',
      '<ReflectMethod>',
      ' ',
      'type:',
      '<UsedInIface>',
      'a.b',
      '·',
      '',
    )
    const line = fc.array(word, { maxLength: 8 }).map(words => words.join(''))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), lines => {
        for (const { function: found } of reasons(...lines))
          expect(lines.some(line => line.includes(found))).toBe(true)
      }),
    )
  })
})
