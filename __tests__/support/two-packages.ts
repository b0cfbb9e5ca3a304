/** Go code of so many functions, each of its own kind, and lines that call them all on `n`. */
export function someCode(functions: number): { readonly source: string; readonly calls: string } {
  const of = Array.from({ length: functions }, (_, at) => {
    const [a, b] = [(at * 2_654_435_761) % 4_294_967_291, (at * 40_503) % 65_521]
    return `//go:noinline\nfunc rate${at}(n int) int {\n\tif n%${b + 2} == 1 {\n\t\tprintln("rate ${a.toString(36)}")\n\t}\n\treturn (n*${a} ^ ${b}) + n/${at + 3}\n}\n`
  })
  return { source: of.join('\n'), calls: of.map((_, at) => `\tn = rate${at}(n)\n`).join('') }
}

/** The files of a service of two packages, one of which has so many functions, and JSON where it is heavy. */
export function twoPackages(functions: number): Readonly<Record<string, string>> {
  const { source, calls } = someCode(functions)
  const json = functions > 100 ? 'import "encoding/json"\n\nvar Text, _ = json.Marshal(rate1(2))\n\n' : ''
  return {
    'go.mod': 'module example.com/app\n\ngo 1.21\n',
    'main.go':
      'package main\n\nimport "example.com/app/rates"\n\nfunc main() { println(rates.Of(len("three"))) }\n',
    'rates/rates.go': `package rates\n\n${json}${source}\nfunc Of(n int) int {\n${calls}\treturn n\n}\n`,
  }
}
