import { createHash } from 'node:crypto'
import type { WeighIn } from '../../weigh-in/weigh-in.ts'
import { printable } from '../printable.ts'
import { type Markup, embedJson, html, verbatim } from './markup.ts'
import { type Depth, pageData, titleOf } from './model.ts'
import { overview } from './overview.ts'
import type { PageData } from './page-data.ts'
import { PAGE_SCRIPT, PAGE_STYLE } from './page.generated.ts'

/**
 * Builds one HTML file that shows a weigh-in and its breakdowns, down to functions where `depths` has them. The file
 * loads nothing from the network, and its content security policy also forbids that, so a name from a binary cannot do
 * harm.
 */
export function htmlReport(weighIn: WeighIn, depths: readonly Depth[] = []): string {
  const title = titleOf(weighIn)
  return html`<!doctype html>
    <html lang="en" data-theme="auto">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}: weigh-in</title>
        ${verbatim(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body>
        <header>
          <h1><bdi>${title}</bdi> <small>weigh-in</small></h1>
          <div id="theme"></div>
        </header>
        <main>
          ${overview(weighIn)}
          <section id="explorer" aria-label="What is inside">
            <noscript
              ><p>
                The map and the table need JavaScript. The script is in this file, and nothing else is loaded.
              </p></noscript
            >
          </section>
        </main>
        <footer>${madeBy(weighIn)}</footer>
        ${dataBlock(pageData(weighIn, depths))} ${verbatim(`<script>${PAGE_SCRIPT}</script>`)}
      </body>
    </html> `.markup
}

/** A data block, which browsers do not run. https://html.spec.whatwg.org/multipage/scripting.html#data-block */
function dataBlock(data: PageData): Markup {
  return verbatim(`<script type="application/json" id="data">${embedJson(data)}</script>`)
}

function madeBy({ bantam, revision }: WeighIn): Markup {
  const of = revision === null ? '' : ` of revision ${printable(revision).slice(0, 12)}`
  return html`Weighed by Bantam ${printable(bantam)}${of}. Sizes are powers of 1000: 1 kB is 1000 bytes.`
}

/** Allows only this file's own script and style, and no API that parses text as HTML. https://www.w3.org/TR/CSP3/ */
function policy(): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(PAGE_SCRIPT)}'`,
    `style-src '${hashOf(PAGE_STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
