/**
 * The package URL of a Go module: `pkg:golang/github.com/burntsushi/toml@v1.6.0`. `null` for a path that is none of a
 * module, such as `./fork`.
 * https://github.com/package-url/purl-spec/blob/main/types-doc/golang-definition.md
 */
export function golangPurl(path: string, version: string | null): string | null {
  const segments = path.split('/')
  if (segments.some(segment => NO_NAMES.includes(segment))) return null
  // Namespace and name are in lower case; the version is not.
  const name = segments.map(segment => encode(lowerCase(segment))).join('/')
  return `pkg:golang/${name}${version === null ? '' : `@${encode(version)}`}`
}

/** Readers drop or resolve them, and would find another module. */
const NO_NAMES: readonly string[] = ['', '.', '..']

/** Module paths are ASCII, and other letters may have a lower case of another length. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
