import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  compress
} from "./chunk-5N4UT3EE.js";
import {
  beside,
  putInPlace,
  requireRoom
} from "./chunk-QY3U5MWY.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import {
  slug
} from "./chunk-QPQ6KV7E.js";
import {
  input
} from "./chunk-GTV6CXRU.js";
import {
  MAX_DOCUMENT,
  readJson
} from "./chunk-CDH3UYRO.js";
import {
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  tarChunks
} from "./chunk-IUS3NEIC.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";

// src/output/release-file.ts
function releaseFileName({ name, platform: { os, architecture, variant = "" }, kind }, { version, archive }) {
  const processor = /^(?:v\d|$)/.test(variant) ? `${architecture}${variant}` : `${architecture}_${variant}`;
  const parts = [slug(name) ?? "binary", ...version === null ? [] : [version], os, processor];
  return `${parts.join("_")}${kind === "linked" ? "-linked" : ""}${archive === "none" ? "" : `.${archive}`}`;
}
function releaseFileBytes({ name, bytes, packed }, { archive }) {
  switch (archive) {
    case "none":
      return [bytes];
    case "tar.gz": {
      const entry = { kind: "file", path: `/${name}`, mode: 493, uid: 0, gid: 0, bytes };
      return compress(
        tarChunks([entry]),
        bytes.length,
        packed ? { kind: "stored" } : { kind: "gzip", level: 6 }
      );
    }
  }
}
function checksumsText(files) {
  return byName(files).map(({ sha256, name }) => `${sha256}  ${name}
`).join("");
}
function binariesJson(files, { version, revision }) {
  const binaries = byName(files).map(
    ({ name: file, binary: { name, platform, kind, packed }, size, sha256 }) => ({
      file,
      name,
      platform: formatPlatform(platform),
      kind,
      packed,
      size,
      sha256
    })
  );
  return `${JSON.stringify({ version, revision, binaries }, null, 2)}
`;
}
function byName(files) {
  return files.toSorted((a, b) => a.name < b.name ? -1 : 1);
}

// src/output/binaries-folder.ts
import { createHash } from "node:crypto";
import { open, readdir, readFile, realpath, rm, stat } from "node:fs/promises";
import path from "node:path";
var CHECKSUMS = "checksums.txt";
var LIST = "binaries.json";
async function checkBinariesPlace(directory) {
  try {
    const place = await realpath(directory).catch(() => directory);
    await requireRoom(place);
    await refuseUnlessOurs(place);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause);
  }
}
async function writeBinariesFolder({ directory, ...naming }, binaries, revision) {
  try {
    await makeDirectory(path.dirname(directory));
    const place = await realpath(directory).catch(() => directory);
    await refuseUnlessOurs(place);
    const written = beside(place);
    try {
      await makeDirectory(written);
      const files = [];
      for (const binary of binaries) files.push(await writeBinary(written, binary, naming));
      const texts = {
        [CHECKSUMS]: checksumsText(files),
        [LIST]: binariesJson(files, { ...naming, revision })
      };
      for (const [name, text] of Object.entries(texts))
        await writeAll(path.join(written, name), 420, [Buffer.from(text)]);
      await putInPlace(written, place);
      return files;
    } finally {
      await rm(written, { recursive: true, force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause);
  }
}
async function writeBinary(directory, binary, naming) {
  const name = releaseFileName(binary, naming);
  const hash = createHash("sha256");
  let size = 0;
  const mode = naming.archive === "none" ? 493 : 420;
  await writeAll(path.join(directory, name), mode, releaseFileBytes(binary, naming), (chunk) => {
    hash.update(chunk);
    size += chunk.length;
  });
  const { bytes: _, ...rest } = binary;
  return { name, binary: rest, size, sha256: hash.digest("hex") };
}
async function writeAll(file, mode, chunks, see = () => {
}) {
  const handle = await open(file, "wx");
  try {
    for await (const chunk of chunks) {
      see(chunk);
      await handle.writeFile(chunk);
    }
    await handle.chmod(mode);
  } finally {
    await handle.close();
  }
}
async function refuseUnlessOurs(place) {
  const entries = await entriesIn(place);
  if (entries.length === 0) return;
  const isListed = entries.some((entry) => entry.name === LIST && entry.isFile());
  const listed = isListed ? await filesListedIn(path.join(place, LIST)) : [];
  const ours = listed.length === 0 ? [] : [...listed, CHECKSUMS, LIST];
  const stranger = entries.find((entry) => !entry.isFile() || !ours.includes(entry.name));
  if (stranger === void 0) return;
  throw new Failure(
    "write",
    {
      what: clause`the binaries cannot be written to ${place}`,
      why: clause`it holds ${stranger.name}, which Bantam did not write there`,
      fix: clause`name another folder with ${input("binaries")}, or an empty one`
    },
    { fields: { directory: place } }
  );
}
async function entriesIn(place) {
  try {
    return await readdir(place, { withFileTypes: true });
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return [];
    throw cause;
  }
}
async function filesListedIn(list) {
  const status = await stat(list).catch(() => null);
  if (status === null || status.size > MAX_DOCUMENT) return [];
  const bytes = await readFile(list).catch(() => null);
  const json = bytes === null ? null : readJson(bytes);
  const value = json?.ok === true ? json.value : null;
  const binaries = typeof value === "object" && value !== null && "binaries" in value ? value.binaries : [];
  if (!Array.isArray(binaries)) return [];
  return binaries.flatMap(
    (row) => typeof row === "object" && row !== null && "file" in row && typeof row.file === "string" ? [row.file] : []
  );
}

export {
  releaseFileName,
  checkBinariesPlace,
  writeBinariesFolder
};
