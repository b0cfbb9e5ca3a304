/** Has jest import a file as its text, as esbuild's loader `text` does. */
export default {
  process: text => ({ code: `module.exports = ${JSON.stringify(text)}` }),
}
