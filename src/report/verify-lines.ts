import { sentenceText } from '../clause.ts'
import type { LayerDifference, PlatformVerification, Verification } from '../verify/verification.ts'
import { listed } from './listed.ts'
import { printable } from './printable.ts'
import { layOut } from './row.ts'
import { paint, type Screen } from './screen.ts'
import { headline } from './stage-line.ts'
import { fileWords, layerWords, reasonWords } from './verify-words.ts'

/** More files of a layer would hide why they differ. */
const MOST_FILES = 20

/** Returns the output of `bantam verify`: what differs first, and then why. */
export function verifyLines({ name, platforms, others }: Verification, screen: Screen): readonly string[] {
  const left = others.length === 0 ? [] : ['', ...listed([`not verified: ${others.join(', ')}`], 2, screen)]
  return [
    ...platforms.flatMap((platform, at) => [
      ...(at === 0 ? [] : ['']),
      headline(printable(name), platform.platform, screen),
      '',
      ...platformLines(platform, screen),
    ]),
    ...left,
  ]
}

function platformLines(found: PlatformVerification, screen: Screen): readonly string[] {
  const { revision, digest, rebuilt, go, packer, layers, fields, reasons } = found
  const tools = [go, packer].filter(tool => tool !== null).join(', ')
  const same = digest === rebuilt
  const files = layers.flatMap(layer => layerLines(layer, screen))
  const differing = fields.map(field => ({ label: 'field', what: field, figure: '', note: 'differs' }))
  const unknown = layers.length + fields.length === 0 ? ['the manifest is written in another way'] : []
  return [
    ...layOut({ label: 'commit', what: revision.slice(0, 12), figure: '', note: tools }, screen),
    ...layOut({ label: 'image', what: short(digest), figure: '', note: '' }, screen),
    ...layOut(
      {
        label: 'rebuild',
        what: short(rebuilt),
        figure: '',
        note: same ? 'the same' : 'another digest',
        ink: same ? 'good' : 'bad',
      },
      screen,
    ),
    ...(same
      ? []
      : [
          '',
          ...files,
          ...differing.flatMap(row => layOut(row, screen)),
          ...listed(unknown, 2, screen),
          ...(reasons.length === 0 ? [] : ['', `  ${paint(screen, 'strong', 'why')}`]),
          ...reasons.flatMap(reason => listed([sentenceText(reasonWords(reason), 'terminal')], 4, screen)),
        ]),
  ]
}

function layerLines(layer: LayerDifference, screen: Screen): readonly string[] {
  const { what, files } = layer
  const whole = layerWords(layer)
  const shown = files.slice(0, MOST_FILES)
  const hidden = files.length - shown.length
  return [
    ...(whole === '' ? [] : layOut({ label: 'layer', what, figure: '', note: whole }, screen)),
    ...shown.flatMap((file, at) =>
      layOut(
        {
          label: at === 0 && whole === '' ? what : '',
          what: file.path,
          figure: '',
          note: fileWords(file),
        },
        screen,
      ),
    ),
    ...(hidden > 0 ? listed([`and ${hidden} more files`], 12, screen) : []),
  ]
}

function short(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12)
}
