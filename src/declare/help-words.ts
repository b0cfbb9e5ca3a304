import type { CommandName } from './command-inputs.ts'
import type { Entry } from './help-layout.ts'

/** What the help of a command says beside its flags. */
export interface CommandHelp {
  /** What follows the name of the command. */
  readonly usage: string
  /** A line of the help of the tool as a whole. */
  readonly summary: string
  readonly about: readonly string[]
  readonly examples: readonly Example[]
  readonly exitCodes: readonly Entry[]
}

export interface Example {
  /** Never wrapped, so that it can be copied. */
  readonly command: string
  readonly about?: string
}

export const ABOUT =
  'bantam builds a Go service into the smallest container image that provably runs, and keeps it that small.'

/** The end of a sentence about what is weighed. */
const THING_KINDS =
  'can be a Go binary, an OCI layout, an image archive (from docker save, podman or skopeo), a weigh-in (the JSON report of an earlier run), or an image in a registry. Bantam need not have built it, and none of it is run. A packed binary is unpacked first. ./PATH:TAG names one of several images in a layout or an archive.'

export const COMMAND_HELP: Readonly<Record<CommandName, CommandHelp>> = {
  build: {
    usage: '[main…] [flags]',
    summary: 'build an image, check its size, and write or publish it',
    about: [
      'Compiles a Go service statically, packs it, proves that the packed binary starts, puts it into an image without a base, and checks the size of the image.',
      'Without --push, --load or --output, the image is written to .bantam/<name> as an OCI layout, and the command that runs it is printed.',
      'If there is a bantam.yaml, it builds the images of this file, unless a main package is given.',
    ],
    examples: [
      {
        command: 'bantam build',
        about: "Writes the module's only main package to .bantam as an OCI layout.",
      },
      {
        command: 'bantam build ./cmd/api --budget 3MB --output api.tar',
        about:
          'Writes an archive for "docker load". If the image is over 3 MB, writes nothing and exits with 1.',
      },
      {
        command: 'bantam build ./cmd/api --budget 3MB --image ghcr.io/me/api --tags v1 --push',
        about: 'Publishes the image, unless it is over budget.',
      },
    ],
    exitCodes: [
      { head: '0', text: 'within budget, and published as asked' },
      { head: '1', text: 'over budget, or a limit could not be measured' },
      { head: '2', text: 'any other failure: a wrong flag, a missing tool, a failed compile or push' },
    ],
  },
  weigh: {
    usage: 'THING [flags]',
    summary: 'show what is in any Go image or binary, and check it against a budget',
    about: [
      'Shows the size of an image or a binary, what it needs at run time, and which modules and packages the bytes come from.',
      `THING ${THING_KINDS}`,
    ],
    examples: [
      { command: 'bantam weigh ./server' },
      { command: 'bantam weigh ghcr.io/me/api:v1 --platforms all' },
      {
        command: 'bantam weigh image.tar --budget image:20MB',
        about: 'Exits with 1 if the image is over 20 MB.',
      },
    ],
    exitCodes: [
      { head: '0', text: 'within budget, or weighed without a budget' },
      { head: '1', text: 'over budget, or a limit could not be measured' },
      { head: '2', text: 'any other failure' },
    ],
  },
  diff: {
    usage: 'BEFORE AFTER [flags]',
    summary: 'show what grew from one image or binary to another',
    about: [
      "Shows what grew and what shrank from BEFORE to AFTER: first differences that are not code (Go's version, packing, flags), then sizes, then modules and packages.",
      `Each of them ${THING_KINDS}`,
    ],
    examples: [
      { command: 'bantam diff ./old ./new' },
      { command: 'bantam diff ghcr.io/me/api:v1 .bantam/api --json' },
    ],
    exitCodes: [
      { head: '0', text: 'compared, whatever grew' },
      { head: '2', text: 'any failure' },
    ],
  },
  diet: {
    usage: '[main…] [flags]',
    summary: 'find out what would make an image smaller, by real builds',
    about: [
      "Builds a Go service as it is, and then again with each change that could make it smaller: build tags of its dependencies, no inlining, no certificates, no time zones, zstd layers, a newer Go, a newer module, Go's experiments.",
      'For each change it shows how many bytes the image, the pull and the memory lose, what the change costs, and the flag to write. It also shows how many bytes each import adds, and which code keeps the linker from removing dead code.',
      'It publishes nothing and changes none of your files.',
    ],
    examples: [
      { command: 'bantam diet' },
      { command: 'bantam diet ./cmd/api --platforms linux/arm64 --json' },
    ],
    exitCodes: [
      { head: '0', text: 'the changes were tried, whether or not one helps' },
      { head: '2', text: 'the service could not be built as it is, or another failure' },
    ],
  },
  verify: {
    usage: 'IMAGE [flags]',
    summary: 'build an image again from its commit, and say whether it is the same',
    about: [
      'Builds an image again, from the commit and with the settings that it names, and compares the two digests. Where they differ, it shows which file of which layer differs, and why: Go, flags, modules, source or packer.',
      'IMAGE can be an image in a registry, an OCI layout or an image archive that Bantam built. Run it in a clone of its repository. Nothing is published, and none of your files change.',
    ],
    examples: [
      { command: 'bantam verify ghcr.io/me/api:v1' },
      { command: 'bantam verify .bantam/api --platforms linux/arm64 --json' },
    ],
    exitCodes: [
      { head: '0', text: 'the same digest, for each platform' },
      { head: '1', text: 'another digest' },
      { head: '2', text: 'the image could not be built again, or any other failure' },
    ],
  },
  unpack: {
    usage: 'FILE --output FILE',
    summary: 'recover the linked binary of a packed one',
    about: [
      'Writes the binary that was packed, byte for byte as it was linked, so that debuggers and tools for binaries can read it. Nothing is run. FILE can be a binary that Bantam or UPX packed. Unpacking with UPX needs UPX.',
    ],
    examples: [{ command: 'bantam unpack server --output server.linked' }],
    exitCodes: [
      { head: '0', text: 'unpacked' },
      { head: '2', text: 'the file is not packed or damaged, or any other failure' },
    ],
  },
  init: {
    usage: '[directory] [flags]',
    summary: 'write a workflow for a project, with budgets from one build',
    about: [
      'Reads how a project builds its images today (main packages, Dockerfiles, Makefiles, .goreleaser.yaml, .ko.yaml, workflows), builds each image once without publishing it, and writes .github/workflows/bantam.yml with budgets a little above what it measured. The images of several services are described in bantam.yaml.',
      'It replaces no file, and runs no command that it reads. It lists what it could not carry over, with the reason, on the terminal and in the file with the inputs.',
    ],
    examples: [
      { command: 'bantam init' },
      {
        command: 'bantam init services/api --no-build --stdout',
        about: 'Prints what it would write, and builds nothing.',
      },
    ],
    exitCodes: [
      { head: '0', text: 'the files were written, or printed' },
      { head: '1', text: 'the same, but an image could not be built, so that its budget has no size' },
      {
        head: '2',
        text: 'any failure. If one of the files is there already, it writes none and prints them',
      },
    ],
  },
  plan: {
    usage: '[main…] [flags]',
    summary: 'split a build over several machines',
    about: [
      'Writes a plan to --plan, with what all runs must agree on, and prints the matrix of its pieces as JSON: each platform of each image with a runner. It builds nothing.',
      'Every piece is then built by "bantam build --plan FILE --platforms OS/ARCH --result FILE", with the other flags as they were given here, and "bantam merge" puts the pieces together.',
    ],
    examples: [
      {
        command: 'bantam plan ./cmd/api --platforms linux/amd64,linux/arm64 --budget 5MB --plan plan.json',
      },
    ],
    exitCodes: [
      { head: '0', text: 'the plan was written' },
      { head: '2', text: 'any failure' },
    ],
  },
  merge: {
    usage: '[flags]',
    summary: 'put the pieces of a plan together, and move its tags',
    about: [
      'Reads the results of all pieces of a plan, checks them against the plan and against what the registry has, makes the index of each image, applies the budgets, and moves the tags last. If a piece is missing, or is not what the plan asked for, no tag is moved.',
    ],
    examples: [
      { command: 'bantam merge --plan plan.json --results results --push' },
      {
        command: 'bantam merge --plan plan.json --results results --report bantam.json',
        about: 'Moves no tag: checks the results, judges them, and writes one report.',
      },
    ],
    exitCodes: [
      { head: '0', text: 'within budget, and published as asked' },
      { head: '1', text: 'over budget, or a limit could not be measured' },
      { head: '2', text: 'any other failure, such as a piece that is missing. No tag was moved' },
    ],
  },
}
