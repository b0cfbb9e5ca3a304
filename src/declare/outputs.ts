export interface Output {
  readonly name: string
  readonly description: string
}

/** Every output of the action, in the order of action.yml and docs/reference.md. All are set, also when the gate says no. */
export const OUTPUTS = [
  {
    name: 'image',
    description:
      'Reference with digest of what was pushed, also by a run that then failed; empty when nothing was.',
  },
  { name: 'digest', description: 'Digest of the image, `sha256:…`, pushed or not.' },
  {
    name: 'tags',
    description:
      'Full references that stand for the image at the end of the run, one a line; empty when none does.',
  },
  { name: 'image-size', description: "Sum of the image's files, in bytes." },
  { name: 'download-size', description: 'What a pull transfers, in bytes: config, layers and manifest.' },
  { name: 'binary-size', description: 'Sum of the binaries before packing, in bytes.' },
  { name: 'budget-status', description: '`within`, `over`, `unmeasured` or `none`.' },
  {
    name: 'growth',
    description:
      'Bytes that the image grew by over its baseline, negative where it shrank; empty where there is none, or it was not measured.',
  },
  { name: 'report', description: 'Path of the weigh-in, a JSON file.' },
  { name: 'html-report', description: 'Path of the report as one HTML page, down to functions.' },
  {
    name: 'sbom',
    description:
      'Path of the SBOM that `sbom: file` wrote, an SPDX file; one a line where there are several platforms, in their order.',
  },
  {
    name: 'metadata',
    description: 'JSON with the fields that users of docker/build-push-action parse.',
  },
] as const satisfies readonly Output[]

export type OutputName = (typeof OUTPUTS)[number]['name']
