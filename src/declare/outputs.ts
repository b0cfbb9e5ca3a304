export interface Output {
  readonly name: string
  readonly description: string
}

/** What the outputs are for several images. docs/reference.md says it below the table. */
export const OUTPUTS_OF_SEVERAL =
  'Of several images, `image`, `digest`, `tags`, `binaries` and `sbom` have a line for each, in the order of the images; an image that was not built or not pushed has none. The sizes and `growth` are the largest of all images and platforms, and `budget-status` is the worst. `metadata` is an object with an entry for each image, by its name in bantam.yaml.'

/** Every output of the action, in the order of action.yml and docs/reference.md. All are set, also if the gate fails the run. */
export const OUTPUTS = [
  {
    name: 'image',
    description:
      'Reference with digest of the pushed image, also if the run failed after the push. Empty if nothing was pushed.',
  },
  { name: 'digest', description: 'Digest of the image, `sha256:…`, also if it was not pushed.' },
  {
    name: 'tags',
    description:
      'Full references that name the image at the end of the run, one per line. Empty if there are none.',
  },
  { name: 'image-size', description: "Total size of the image's files, in bytes." },
  { name: 'download-size', description: 'Bytes that a pull transfers: config, layers and manifest.' },
  { name: 'binary-size', description: 'Total size of the binaries before packing, in bytes.' },
  { name: 'budget-status', description: '`within`, `over`, `unmeasured` or `none`.' },
  {
    name: 'growth',
    description:
      'Bytes that the image grew by since its baseline, negative if it shrank. Empty without a baseline, or if the growth was not measured.',
  },
  { name: 'report', description: 'Path of the JSON file with the weigh-in.' },
  {
    name: 'html-report',
    description: 'Path of the HTML page with the report, which shows sizes down to functions.',
  },
  {
    name: 'binaries',
    description:
      'Path of the folder that `binaries` names, with the executables for a release; empty where none was written.',
  },
  {
    name: 'sbom',
    description:
      'Path of the SBOM that `sbom: file` wrote, an SPDX file; one a line where there are several platforms, in their order.',
  },
  {
    name: 'result',
    description:
      'Path of the result of a piece of a plan, for `merge/`. Empty where the run builds all of its images.',
  },
  {
    name: 'metadata',
    description: 'JSON in the form of the output `metadata` of docker/build-push-action.',
  },
] as const satisfies readonly Output[]

/** The outputs of the action `plan/`. */
export const PLAN_OUTPUTS = [
  {
    name: 'matrix',
    description:
      'JSON for `strategy.matrix`: a job for each platform of each image, with `image`, `platform`, `runner` and `id`.',
  },
  {
    name: 'plan',
    description:
      'Path of the plan. Empty where `changed-since` leaves nothing to build; `matrix` then has no job.',
  },
  {
    name: 'plan-id',
    description:
      'Id of the plan, `sha256:…`, for the input `plan-id` of `merge/`. It is computed from all that stands in the plan. Empty where `plan` is.',
  },
] as const satisfies readonly Output[]

export type OutputName = (typeof OUTPUTS)[number]['name']
