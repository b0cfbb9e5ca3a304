// Bundles the script and the style of the HTML report into src/report/html/page.generated.ts, so that src/ runs as it is
// and dist/ needs to know nothing about it. `--check` only says whether that file is current.
import { build } from 'esbuild'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const generated = path.join(root, 'src/report/html/page.generated.ts')

/** What the file is to hold, and the sources that went into it. */
export async function bundlePage() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { script: 'src/report/html/page/page.ts', style: 'src/report/html/page/page.css' },
    outdir: 'unused',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  const textOf = extension => outputFiles.find(file => file.path.endsWith(extension)).text.trim()
  const licence = readFileSync(path.join(root, 'node_modules/d3-hierarchy/LICENSE'), 'utf8').trim()
  const script = `/* With parts of d3-hierarchy:\n${licence}\n*/\n${textOf('.js')}`
  const text = `// Made by scripts/page.mjs from src/report/html/page; change it there.
export const PAGE_SCRIPT: string = ${JSON.stringify(script)}
export const PAGE_STYLE: string = ${JSON.stringify(textOf('.css'))}
`
  return { text, inputs: Object.keys(metafile.inputs) }
}

export async function isPageCurrent() {
  return readFileSync(generated, 'utf8') === (await bundlePage()).text
}

/** What went into it, for whoever lists licences. */
export async function writePage() {
  const { text, inputs } = await bundlePage()
  writeFileSync(generated, text)
  return inputs
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) await writePage()
  else if (!(await isPageCurrent())) {
    console.error(
      'src/report/html/page.generated.ts is not what src/report/html/page builds: run "node scripts/page.mjs".',
    )
    process.exit(1)
  }
}
