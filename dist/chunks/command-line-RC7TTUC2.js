import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  failureJson,
  tellOnTerminal,
  terminalHost,
  terminalLog,
  terminalStyle
} from "./chunk-MWB54OHP.js";
import {
  askedOf,
  buildImages,
  writeSboms
} from "./chunk-QNZLOVZK.js";
import {
  waitOn
} from "./chunk-REWHA2CB.js";
import "./chunk-HYZ2MCSH.js";
import "./chunk-SQEW6XXX.js";
import "./chunk-IXGPT5AO.js";
import "./chunk-5N4UT3EE.js";
import "./chunk-UKIERV5I.js";
import {
  changedImages
} from "./chunk-GKL2MM22.js";
import {
  declareRun
} from "./chunk-JEA74LU6.js";
import "./chunk-73IMFRIX.js";
import "./chunk-2NIS2GC2.js";
import "./chunk-C2OH2S3G.js";
import "./chunk-FUITNG2E.js";
import "./chunk-SLNL43HE.js";
import "./chunk-P5HPMPQL.js";
import {
  placeName,
  runCommand,
  runHints
} from "./chunk-SCMEEL3S.js";
import {
  writeReports
} from "./chunk-QMFDELHE.js";
import {
  verdictLines
} from "./chunk-YR6YP654.js";
import "./chunk-QY3U5MWY.js";
import {
  wrap
} from "./chunk-RDUWS57S.js";
import "./chunk-ZPWYLRU4.js";
import "./chunk-4D4NLLDZ.js";
import {
  exitCodeOf
} from "./chunk-MMIHZ5UC.js";
import "./chunk-V3C6T2MS.js";
import "./chunk-3NRIVDBR.js";
import "./chunk-B6TJL6TV.js";
import "./chunk-TDE6NV6W.js";
import {
  weighInJson
} from "./chunk-L2V5KLOK.js";
import "./chunk-CZJZGJUT.js";
import "./chunk-Q2ABXHKH.js";
import "./chunk-3XADMAM6.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import "./chunk-QPQ6KV7E.js";
import {
  COMMAND_FLAGS,
  FLAG_INPUTS,
  INIT_FLAGS,
  commandFlagsOf,
  flagsOf
} from "./chunk-5EMNV7WB.js";
import "./chunk-UJY4MS5D.js";
import "./chunk-KZT2CLQA.js";
import "./chunk-7QU7PEQ2.js";
import "./chunk-7G2KKNT6.js";
import {
  looksLikeList
} from "./chunk-BNHI7EIA.js";
import {
  printable
} from "./chunk-O3XTEDKA.js";
import {
  GROUPS,
  INPUTS,
  isRepeatable,
  isSwitch,
  problemsFailure,
  wrongInput
} from "./chunk-GTV6CXRU.js";
import "./chunk-F2CDRKCC.js";
import {
  shortDigest
} from "./chunk-ACFVWEEU.js";
import "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-VD2XKUYA.js";
import "./chunk-EYJMA4VE.js";
import {
  tellFailure
} from "./chunk-4KZHZBOR.js";
import "./chunk-FAWLDARW.js";
import {
  didYouMean
} from "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-HQLLIQ5B.js";
import "./chunk-UIFEWTII.js";
import "./chunk-IUS3NEIC.js";
import "./chunk-EVFFBKZG.js";
import "./chunk-P3IBKTOQ.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import {
  runEntry
} from "./chunk-7WIX25NP.js";
import {
  sentenceText
} from "./chunk-IPQ6L4C3.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/declare/help-layout.ts
var WIDEST = 100;
var NARROWEST = 30;
var TWO_COLUMNS = 64;
function helpWidth(width) {
  return Math.min(Math.max(width, NARROWEST), WIDEST);
}
function paragraph(text, width, indent = 0) {
  return joined(wrap(text, width - indent).map((line) => " ".repeat(indent) + line));
}
function section(title, entries, width, indent) {
  const column = width < TWO_COLUMNS && indent > 12 ? 6 : indent;
  return `${title}:
${entries.map((entry) => entryText(entry, width, column)).join("")}`;
}
function entryText({ head, text }, width, indent) {
  const lines = wrap(text, width - indent).map((line) => " ".repeat(indent) + line);
  const left = `  ${head}`;
  if (left.length >= indent - 1) return joined([left, ...lines]);
  return joined([left.padEnd(indent) + (lines[0] ?? "").trimStart(), ...lines.slice(1)]);
}
function joined(lines) {
  return lines.map((line) => `${line}
`).join("");
}

// src/declare/help-words.ts
var ABOUT = "bantam builds a Go service into the smallest container image that provably runs, and keeps it that small.";
var THING_KINDS = "can be a Go binary, an OCI layout, an image archive (from docker save, podman or skopeo), a weigh-in (the JSON report of an earlier run), or an image in a registry. Bantam need not have built it, and none of it is run. A packed binary is unpacked first. ./PATH:TAG names one of several images in a layout or an archive.";
var COMMAND_HELP = {
  build: {
    usage: "[main\u2026] [flags]",
    summary: "build an image, check its size, and write or publish it",
    about: [
      "Compiles a Go service statically, packs it, proves that the packed binary starts, puts it into an image without a base, and checks the size of the image.",
      "Without --push, --load or --output, the image is written to .bantam/<name> as an OCI layout, and the command that runs it is printed.",
      "If there is a bantam.yaml, it builds the images of this file, unless a main package is given."
    ],
    examples: [
      {
        command: "bantam build",
        about: "Writes the module's only main package to .bantam as an OCI layout."
      },
      {
        command: "bantam build ./cmd/api --budget 3MB --output api.tar",
        about: 'Writes an archive for "docker load". If the image is over 3 MB, writes nothing and exits with 1.'
      },
      {
        command: "bantam build ./cmd/api --budget 3MB --image ghcr.io/me/api --tags v1 --push",
        about: "Publishes the image, unless it is over budget."
      }
    ],
    exitCodes: [
      { head: "0", text: "within budget, and published as asked" },
      { head: "1", text: "over budget, or a limit could not be measured" },
      { head: "2", text: "any other failure: a wrong flag, a missing tool, a failed compile or push" }
    ]
  },
  weigh: {
    usage: "THING [flags]",
    summary: "show what is in any Go image or binary, and check it against a budget",
    about: [
      "Shows the size of an image or a binary, what it needs at run time, and which modules and packages the bytes come from.",
      `THING ${THING_KINDS}`
    ],
    examples: [
      { command: "bantam weigh ./server" },
      { command: "bantam weigh ghcr.io/me/api:v1 --platforms all" },
      {
        command: "bantam weigh image.tar --budget image:20MB",
        about: "Exits with 1 if the image is over 20 MB."
      }
    ],
    exitCodes: [
      { head: "0", text: "within budget, or weighed without a budget" },
      { head: "1", text: "over budget, or a limit could not be measured" },
      { head: "2", text: "any other failure" }
    ]
  },
  diff: {
    usage: "BEFORE AFTER [flags]",
    summary: "show what grew from one image or binary to another",
    about: [
      "Shows what grew and what shrank from BEFORE to AFTER: first differences that are not code (Go's version, packing, flags), then sizes, then modules and packages.",
      `Each of them ${THING_KINDS}`
    ],
    examples: [
      { command: "bantam diff ./old ./new" },
      { command: "bantam diff ghcr.io/me/api:v1 .bantam/api --json" }
    ],
    exitCodes: [
      { head: "0", text: "compared, whatever grew" },
      { head: "2", text: "any failure" }
    ]
  },
  diet: {
    usage: "[main\u2026] [flags]",
    summary: "find out what would make an image smaller, by real builds",
    about: [
      "Builds a Go service as it is, and then again with each change that could make it smaller: build tags of its dependencies, no inlining, no certificates, no time zones, zstd layers, a newer Go, a newer module, Go's experiments.",
      "For each change it shows how many bytes the image, the pull and the memory lose, what the change costs, and the flag to write. It also shows how many bytes each import adds, and which code keeps the linker from removing dead code.",
      "It publishes nothing and changes none of your files."
    ],
    examples: [
      { command: "bantam diet" },
      { command: "bantam diet ./cmd/api --platforms linux/arm64 --json" }
    ],
    exitCodes: [
      { head: "0", text: "the changes were tried, whether or not one helps" },
      { head: "2", text: "the service could not be built as it is, or another failure" }
    ]
  },
  verify: {
    usage: "IMAGE [flags]",
    summary: "build an image again from its commit, and say whether it is the same",
    about: [
      "Builds an image again, from the commit and with the settings that it names, and compares the two digests. Where they differ, it shows which file of which layer differs, and why: Go, flags, modules, source or packer.",
      "IMAGE can be an image in a registry, an OCI layout or an image archive that Bantam built. Run it in a clone of its repository. Nothing is published, and none of your files change."
    ],
    examples: [
      { command: "bantam verify ghcr.io/me/api:v1" },
      { command: "bantam verify .bantam/api --platforms linux/arm64 --json" }
    ],
    exitCodes: [
      { head: "0", text: "the same digest, for each platform" },
      { head: "1", text: "another digest" },
      { head: "2", text: "the image could not be built again, or any other failure" }
    ]
  },
  unpack: {
    usage: "FILE --output FILE",
    summary: "recover the linked binary of a packed one",
    about: [
      "Writes the binary that was packed, byte for byte as it was linked, so that debuggers and tools for binaries can read it. Nothing is run. FILE can be a binary that Bantam or UPX packed. Unpacking with UPX needs UPX."
    ],
    examples: [{ command: "bantam unpack server --output server.linked" }],
    exitCodes: [
      { head: "0", text: "unpacked" },
      { head: "2", text: "the file is not packed or damaged, or any other failure" }
    ]
  },
  init: {
    usage: "[directory] [flags]",
    summary: "write a workflow for a project, with budgets from one build",
    about: [
      "Reads how a project builds its images today (main packages, Dockerfiles, Makefiles, .goreleaser.yaml, .ko.yaml, workflows), builds each image once without publishing it, and writes .github/workflows/bantam.yml with budgets a little above what it measured. The images of several services are described in bantam.yaml.",
      "It replaces no file, and runs no command that it reads. It lists what it could not carry over, with the reason, on the terminal and in the file with the inputs."
    ],
    examples: [
      { command: "bantam init" },
      {
        command: "bantam init services/api --no-build --stdout",
        about: "Prints what it would write, and builds nothing."
      }
    ],
    exitCodes: [
      { head: "0", text: "the files were written, or printed" },
      { head: "1", text: "the same, but an image could not be built, so that its budget has no size" },
      {
        head: "2",
        text: "any failure. If one of the files is there already, it writes none and prints them"
      }
    ]
  },
  plan: {
    usage: "[main\u2026] [flags]",
    summary: "split a build over several machines",
    about: [
      "Writes a plan to --plan, with what all runs must agree on, and prints the matrix of its pieces as JSON: each platform of each image with a runner. It builds nothing.",
      'Every piece is then built by "bantam build --plan FILE --platforms OS/ARCH --result FILE", with the other flags as they were given here, and "bantam merge" puts the pieces together.'
    ],
    examples: [
      {
        command: "bantam plan ./cmd/api --platforms linux/amd64,linux/arm64 --budget 5MB --plan plan.json"
      }
    ],
    exitCodes: [
      { head: "0", text: "the plan was written" },
      { head: "2", text: "any failure" }
    ]
  },
  merge: {
    usage: "[flags]",
    summary: "put the pieces of a plan together, and move its tags",
    about: [
      "Reads the results of all pieces of a plan, checks them against the plan and against what the registry has, makes the index of each image, applies the budgets, and moves the tags last. If a piece is missing, or is not what the plan asked for, no tag is moved."
    ],
    examples: [
      { command: "bantam merge --plan plan.json --results results --push" },
      {
        command: "bantam merge --plan plan.json --results results --report bantam.json",
        about: "Moves no tag: checks the results, judges them, and writes one report."
      }
    ],
    exitCodes: [
      { head: "0", text: "within budget, and published as asked" },
      { head: "1", text: "over budget, or a limit could not be measured" },
      { head: "2", text: "any other failure, such as a piece that is missing. No tag was moved" }
    ]
  }
};

// src/declare/help.ts
var COMMANDS = [
  "build",
  "weigh",
  "diff",
  "diet",
  "verify",
  "unpack",
  "init",
  "plan",
  "merge"
];
var COMMANDS_INDENT = 18;
var FLAGS_INDENT = 30;
var CODES_INDENT = 5;
function helpFor(command, columns) {
  const width = helpWidth(columns);
  const known = COMMANDS.find((name) => name === command);
  return (known === void 0 ? overview(width) : commandHelp(known, width)).join("\n");
}
function overview(width) {
  const commands = COMMANDS.map((name) => ({
    head: `${name} ${COMMAND_HELP[name].usage.replace(" [flags]", "")}`,
    text: COMMAND_HELP[name].summary
  }));
  return [
    paragraph(ABOUT, width),
    "Usage: bantam <command> [flags]\n",
    section("Commands", commands, width, COMMANDS_INDENT + 4),
    "To try it, run this in the directory of a Go service:\n  bantam build\n",
    paragraph("bantam <command> --help explains the flags. bantam --version prints the version.", width)
  ];
}
function commandHelp(command, width) {
  const { usage, about, examples, exitCodes } = COMMAND_HELP[command];
  const whole = command === "build" || command === "diet" || command === "plan";
  return [
    `Usage: bantam ${command} ${usage}
`,
    ...about.map((text) => paragraph(text, width)),
    ...whole ? groupsHelp(command, width) : [flagsHelp(command, width)],
    `Examples:
${examples.map((example) => exampleText(example, width)).join("")}`,
    ...whole ? [paragraph(LISTS, width)] : [],
    section("Exit codes", exitCodes, width, CODES_INDENT),
    paragraph("docs/reference.md describes each flag in full.", width)
  ];
}
var LISTS = "A flag that takes a list takes commas or lines, or can be repeated. Sizes are written 3MB, 500kB or 2.5MiB.";
function exampleText({ command, about }, width) {
  return `  ${command}
${about === void 0 ? "" : paragraph(about, width, 6)}`;
}
function flagsHelp(command, width) {
  const flags = flagsOf(command).map((input) => flagEntry(weighing(input)));
  return section("Flags", [...flags, ...commandFlags(command)], width, FLAGS_INDENT);
}
function weighing(input) {
  return input.name === "platforms" ? { ...input, default: "" } : input;
}
function groupsHelp(command, width) {
  return GROUPS.flatMap((group) => {
    const flags = flagsOf(command).filter((input) => input.group === group);
    const entries = [...flags.map(flagEntry), ...group === "The run" ? commandFlags(command) : []];
    return entries.length === 0 ? [] : [section(group, entries, width, FLAGS_INDENT)];
  });
}
function commandFlags(command) {
  return commandFlagsOf(command).map(({ name, short, description }) => ({
    head: `${short === void 0 ? "" : `-${short}, `}--${name}`,
    text: description
  }));
}
function flagEntry(input) {
  return { head: signature(input), text: summary(input) };
}
function signature(input) {
  if (isSwitch(input)) return `--${input.name}`;
  return `--${input.name} ${input.placeholder ?? input.choices?.join("|") ?? "VALUE"}`;
}
function summary({ description, default: usual, ...input }) {
  const first = /^.*?[.](?=\s|$)/.exec(description)?.[0] ?? description;
  const shown = usual === "" || isSwitch({ ...input, description, default: usual }) ? "" : ` [default: ${usual}]`;
  return first.replaceAll("`", "") + shown;
}

// src/declare/command-line.ts
import { parseArgs } from "node:util";
function splitCommandLine(argv) {
  const options = Object.fromEntries([
    ...FLAG_INPUTS.map((input) => [input.name, { type: isSwitch(input) ? "boolean" : "string" }]),
    ...[...COMMAND_FLAGS, ...INIT_FLAGS].map(({ name }) => [name, { type: "boolean" }])
  ]);
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const flags = /* @__PURE__ */ new Map();
  const words = [];
  for (const token of tokens) {
    if (token.kind === "positional") {
      const before = flags.get(token.index - 1);
      const meant = before?.value === void 0 && /^(?:true|false|auto)$/.test(token.value);
      if (before !== void 0 && meant) flags.set(token.index - 1, { ...before, detached: token.value });
      else words.push(token.value);
    }
    if (token.kind !== "option" || flags.has(token.index)) continue;
    flags.set(token.index, {
      typed: token.rawName.startsWith("--") ? token.rawName : argv[token.index] ?? token.rawName,
      value: token.value,
      joined: token.inlineValue === true,
      detached: void 0
    });
  }
  return { flags: [...flags.values()], words };
}
function asks(flags, name) {
  const short = COMMAND_FLAGS.find((flag) => flag.name === name)?.short;
  return flags.some(
    ({ typed, joined: joined2 }) => !joined2 && (typed === `--${name}` || short !== void 0 && typed === `-${short}`)
  );
}

// src/declare/flags.ts
function parseCommandLine(argv) {
  const { flags, words } = splitCommandLine(argv);
  const [word, ...things] = words;
  if (asks(flags, "version")) return { ok: true, value: { kind: "version" } };
  if (word === void 0) return withoutCommand(flags);
  if (word === "help") return { ok: true, value: { kind: "help", of: things[0] ?? null } };
  const command = COMMANDS.find((known) => known === word);
  if (command === void 0) return { ok: false, problems: [unknownCommand(word)] };
  if (asks(flags, "help")) return { ok: true, value: { kind: "help", of: command } };
  if (command === "init") return initOf(things, flags);
  const given = readFlags(command, flags, takesMains(command) ? things : []);
  if (command === "unpack") return unpackOf(things, given, asks(flags, "verbose"));
  return askedOf2(command, things, { given, json: asks(flags, "json"), verbose: asks(flags, "verbose") });
}
function takesMains(command) {
  return command === "build" || command === "diet" || command === "plan";
}
function askedOf2(command, things, asked) {
  const [first, second, ...more] = things;
  const { given } = asked;
  switch (command) {
    case "build":
    case "diet":
    case "plan":
      return { ok: true, value: { kind: command, ...asked } };
    case "merge":
      return first === void 0 ? { ok: true, value: { kind: command, ...asked } } : {
        ok: false,
        problems: [
          wrongInput("bantam merge", "takes no argument; write bantam merge --plan FILE --results DIR")
        ]
      };
    case "weigh":
      return first === void 0 || second !== void 0 ? wrongCount(
        "bantam weigh",
        "one argument",
        `bantam weigh THING, where THING is ${THING}`,
        things,
        given
      ) : { ok: true, value: { kind: "weigh", thing: first, ...asked } };
    case "diff":
      return first === void 0 || second === void 0 || more.length > 0 ? wrongCount(
        "bantam diff",
        "two arguments",
        `bantam diff BEFORE AFTER, where each is ${THING}`,
        things,
        given
      ) : { ok: true, value: { kind: "diff", before: first, after: second, ...asked } };
    case "verify":
      return first === void 0 || second !== void 0 ? wrongCount(
        "bantam verify",
        "one argument",
        `bantam verify IMAGE, where IMAGE is ${IMAGE}`,
        things,
        given
      ) : { ok: true, value: { kind: "verify", image: first, ...asked } };
  }
}
function unpackOf(things, given, verbose) {
  const [file, ...more] = things;
  return file === void 0 || more.length > 0 ? wrongCount("bantam unpack", "one argument", "bantam unpack FILE --output FILE", things, given) : { ok: true, value: { kind: "unpack", file, given, verbose } };
}
var IMAGE = "an OCI layout, an image archive or an image in a registry";
var THING = "a binary, an OCI layout, an image archive, a weigh-in or an image in a registry";
function initOf([directory, ...more], flags) {
  const { problems } = readFlags("init", flags, []);
  const tooMany = wrongInput(
    "bantam init",
    `takes one directory, but got ${more.length + 1}; write bantam init DIRECTORY`
  );
  return {
    ok: true,
    value: {
      kind: "init",
      directory: directory ?? null,
      stdout: asks(flags, "stdout"),
      build: !asks(flags, "no-build"),
      verbose: asks(flags, "verbose"),
      problems: more.length === 0 ? problems : [tooMany, ...problems]
    }
  };
}
function wrongCount(command, needs, write, { length }, { problems }) {
  if (problems.length > 0) return { ok: false, problems };
  const count = length === 0 ? "none" : `${length}`;
  return {
    ok: false,
    problems: [wrongInput(command, `needs ${needs}, but got ${count}; write ${write}`)]
  };
}
function withoutCommand(flags) {
  const other = flags.find(({ typed }) => !["--help", "-h"].includes(typed));
  if (other === void 0) return { ok: true, value: { kind: "help", of: null } };
  return {
    ok: false,
    problems: [wrongInput("bantam", `has flags and no command; write bantam build ${other.typed} \u2026`)]
  };
}
function unknownCommand(command) {
  const looksLikeMain = /^[./]/.test(command);
  const hint = looksLikeMain ? `; write bantam build ${command}` : didYouMean(command, COMMANDS) || `; this version knows ${COMMANDS.join(", ")}`;
  return wrongInput(`"${command}"`, `is not a command${hint}`);
}
function readFlags(command, flags, mains) {
  const inputs = flagsOf(command);
  const own = commandFlagsOf(command);
  const values = {};
  const repeated = {};
  const problems = [];
  if (mains.length > 0) values.main = mains.join("\n");
  for (const flag of flags) {
    if (own.some(({ name, short }) => flag.typed === `--${name}` || flag.typed === `-${short}`)) {
      if (flag.joined) problems.push(wrongInput(flag.typed, "takes no value; write it alone"));
      continue;
    }
    const input = inputs.find(({ name }) => flag.typed === `--${name}`);
    if (input === void 0) {
      problems.push(unknownFlag(command, flag.typed));
      continue;
    }
    const value = valueOf(input, flag);
    const before = values[input.name];
    if (value === null) {
      problems.push(wrongInput(input.name, valueProblem(input, flag)));
    } else if (before === void 0 || isRepeatable(input)) {
      values[input.name] = before === void 0 ? value : `${before}
${value}`;
      if (before !== void 0) repeated[input.name] = [...repeated[input.name] ?? [before], value];
    } else {
      problems.push(wrongInput(input.name, "is given twice; write it once"));
    }
  }
  const withLists = Object.entries(repeated).filter(([, all]) => all.some(looksLikeList));
  return {
    surface: "terminal",
    values,
    problems,
    ...withLists.length === 0 ? {} : { repeated: Object.fromEntries(withLists) }
  };
}
function valueOf(input, { value, joined: joined2, detached }) {
  if (detached !== void 0) return null;
  if (isSwitch(input) && !joined2) return "true";
  if (value === void 0 || value.trim() === "") return null;
  return !joined2 && input.kind !== "words" && isKnownFlag(value) ? null : value;
}
function valueProblem(input, { value, detached }) {
  if (detached !== void 0) return `takes its value behind "="; write --${input.name}=${detached}`;
  const example = `write --${input.name} ${input.placeholder ?? input.choices?.join("|") ?? "VALUE"}`;
  if (value === void 0) return `has no value; ${example}`;
  return value.trim() === "" ? `is empty; ${example}, or leave it out` : `has no value before ${value}; ${example}`;
}
function isKnownFlag(word) {
  const name = /^--([^=]+)/.exec(word)?.[1];
  return [...FLAG_INPUTS, ...COMMAND_FLAGS, ...INIT_FLAGS].some((known) => known.name === name);
}
function unknownFlag(command, typed) {
  const names = [...flagsOf(command), ...commandFlagsOf(command)].map(({ name }) => `--${name}`);
  const bare = typed.replace(/=.*$/s, "");
  const of = command === "build" ? "" : ` of bantam ${command}`;
  const other = COMMANDS.find((known) => flagsOf(known).some(({ name }) => bare === `--${name}`));
  if (other !== void 0) return wrongInput(bare, `is not a flag${of}, but of bantam ${other}; leave it out`);
  if (INPUTS.some(({ name }) => bare === `--${name}`))
    return wrongInput(bare, "is an input of the action only; leave it out");
  const hint = didYouMean(`--${bare.replace(/^-+/, "")}`, names) || `; bantam ${command} --help lists the flags`;
  return wrongInput(bare, `is not a flag${of}${hint}`);
}

// src/report/where-lines.ts
function whereLines(where, digest, run, screen) {
  return [placeLine(where, digest, screen), `  run it:  ${printable(run)}`];
}
function placeLine(where, digest, screen) {
  if (where.trimEnd().endsWith(`@${digest}`)) return `  ${printable(where.trimEnd())}`;
  const place = `  ${printable(where)}   `;
  const whole = place.length + digest.length <= screen.width;
  return `${place}${whole ? digest : `${shortDigest(digest)}\u2026`}`;
}

// src/commands/terminal/build.ts
async function runBuild(terminal, log, { given, json }) {
  const { wait, log: over } = waitOn(terminal.stderr, terminal.env, log);
  const screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env);
  try {
    const host = terminalHost(terminal, over);
    const declared = await declareRun(host, given);
    const changed = await changedImages(host, given, declared);
    if (changed === null) return 0;
    const { images, run, piece } = changed;
    const { built, failed, weighIn, gate } = await buildImages(host, images, {
      asked: askedOf(declared),
      screen,
      wait,
      tell: (own, thrown) => tellFailure(own.log, thrown, own.surface)
    });
    if (weighIn === null) {
      if (json) terminal.stdout.write(failureJson(failed[0]?.thrown, host.surface, (text) => log.hide(text)));
      return 2;
    }
    for (const line of ["", ...verdictLines(weighIn, screen)]) host.log.info(line);
    for (const line of placeLines(built, images.length > 1, screen)) host.log.info(line);
    if (built.some(({ published }) => published !== null) && run.pushReason !== null)
      host.log.info(`
${sentenceText(run.pushReason, host.surface)}`);
    const failure = failed.length > 0 ? null : built[0]?.published?.failure ?? null;
    if (failure !== null) tellFailure(host.log, failure, host.surface);
    if (piece !== void 0) {
      const { writePieceResult } = await import("./write-result-Y6FTI34D.js");
      await writePieceResult(host, piece, built);
    }
    if (run.report !== null)
      await writeReports(
        run.report,
        weighIn,
        built.flatMap(({ depths }) => depths)
      );
    for (const { declared: declared2, sboms } of built) await writeSboms(declared2.sboms, sboms);
    if (json) terminal.stdout.write(weighInJson(weighIn));
    if (failure !== null || failed.length > 0) return 2;
    if (!gate.pass) host.log.error(gate.sentence);
    return exitCodeOf(gate);
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}
function placeLines(built, several, screen) {
  const places = built.flatMap((image) => (image.published?.places ?? []).map((place) => ({ ...image, place })));
  const widest = Math.max(0, ...places.map(({ place }) => placeName(place).length));
  const lines = places.flatMap(({ name, root, declared, place }) => {
    const command = runCommand(name, place, runHints(declared.spec.platforms[0]));
    const padding = several ? widest : 0;
    const [where = "", run = ""] = whereLines(placeName(place).padEnd(padding), root.digest, command, screen);
    return several ? [where] : ["", where, run];
  });
  return several && lines.length > 0 ? ["", ...lines] : lines;
}

// src/commands/command-line.ts
function runCommandLine(process) {
  const parsed = parseCommandLine(process.argv.slice(2));
  const json = parsed.ok ? "json" in parsed.value && parsed.value.json : process.argv.includes("--json");
  const verbose = parsed.ok && "verbose" in parsed.value && parsed.value.verbose;
  const isOutput = parsed.ok && (parsed.value.kind === "init" && parsed.value.stdout || parsed.value.kind === "plan");
  const log = terminalLog(process, { json: json || isOutput, verbose });
  return runEntry(process, {
    main: async () => {
      if (parsed.ok) return commandLine(process, log, parsed.value);
      throw problemsFailure(parsed.problems);
    },
    tell: (error) => tellOnTerminal(process, log, { json }, error),
    outlivesOutput: false
  });
}
var deferred = () => import("./deferred-T4ABNDXM.js");
async function commandLine(terminal, log, command) {
  switch (command.kind) {
    case "help":
      terminal.stdout.write(helpFor(command.of, terminalStyle(terminal.stdout, terminal.env).width));
      return 0;
    case "version":
      terminal.stdout.write(`${VERSION}
`);
      return 0;
    case "build":
      return runBuild(terminal, log, command);
    case "diet":
      return (await deferred()).runDiet(terminal, log, command);
    case "weigh":
      return (await deferred()).runWeigh(terminal, log, command);
    case "diff":
      return (await deferred()).runDiff(terminal, log, command);
    case "verify":
      return (await import("./verify-CLI6FAGV.js")).runVerify(terminal, log, command);
    case "plan":
      return (await import("./plan-IFGSPZO5.js")).runPlan(terminal, log, command);
    case "merge":
      return (await import("./merge-6AL5IUSU.js")).runMerge(terminal, log, command);
    case "unpack":
      return (await deferred()).runUnpack(terminal, log, command);
    case "init":
      return (await import("./init-3CJNTBHJ.js")).runInit(terminal, log, command);
  }
}
export {
  runCommandLine
};
