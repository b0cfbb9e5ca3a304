/** The build embeds PEM files of `data/` as text. */
declare module '*.pem' {
  const text: string
  export default text
}
