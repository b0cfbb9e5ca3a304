import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  INDEX_MEDIA_TYPE,
  allLayers
} from "./chunk-ZPWYLRU4.js";
import {
  requireInPlace
} from "./chunk-L2V5KLOK.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import {
  chunksOf
} from "./chunk-XGSNR2IZ.js";
import {
  descriptorOf,
  formatReference,
  jsonBlob,
  parseReference
} from "./chunk-QPQ6KV7E.js";
import {
  sortedRecord,
  tarPieces
} from "./chunk-IUS3NEIC.js";
import {
  machine
} from "./chunk-EVFFBKZG.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";

// src/image/index.ts
function imageIndex(manifests, annotations = {}) {
  return jsonBlob(INDEX_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_MEDIA_TYPE,
    manifests: manifests.map(entryDocument),
    ...annotationsField(annotations)
  });
}
function entryDocument({ mediaType, digest, size, annotations, platform }) {
  return {
    mediaType,
    digest,
    size,
    ...annotationsField(annotations),
    ...platform === null ? {} : { platform: platformDocument(platform) }
  };
}
function platformDocument({ architecture, os, variant }) {
  return { architecture, os, ...variant === void 0 ? {} : { variant } };
}
function annotationsField(annotations) {
  return Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) };
}

// src/image/image-set.ts
var NO_ANNOTATIONS = { index: {}, descriptor: {}, images: [] };
function rootOf({ images: [first, ...others], root }) {
  return { ...descriptorOf(root), config: others.length > 0 ? null : first.config.digest };
}
function imageSet(images, annotations = NO_ANNOTATIONS) {
  const [first, ...others] = images;
  if (others.length === 0) {
    const { manifest, platform } = first;
    return { images, root: manifest, listed: { ...descriptorOf(manifest), platform, annotations: {} } };
  }
  const entries = images.map(({ manifest, platform }, at) => ({
    ...descriptorOf(manifest),
    platform,
    annotations: annotations.images[at] ?? {}
  }));
  const root = imageIndex(entries, annotations.index);
  const listed = { ...descriptorOf(root), platform: null, annotations: annotations.descriptor };
  return { images, root, listed };
}
function blobsOf({ images, root }) {
  const blobs = [...images.flatMap((image) => [...allLayers(image), image.config, image.manifest]), root];
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

// src/output/archive.ts
import { open, rename, rm } from "node:fs/promises";
import path3 from "node:path";

// src/output/beside.ts
import { randomUUID } from "node:crypto";
import path from "node:path";
function beside(place) {
  return path.join(path.dirname(place), `.${path.basename(place)}.${randomUUID()}`);
}

// src/output/layout-entries.ts
function layoutEntries(set, names) {
  const { listed } = set;
  const index = imageIndex(
    names.map((name) => ({ ...listed, annotations: { ...listed.annotations, ...name } }))
  );
  return [
    file("/oci-layout", new TextEncoder().encode('{"imageLayoutVersion":"1.0.0"}')),
    file("/index.json", index.bytes),
    ...blobsOf(set).map(blobFile)
  ];
}
function blobFile(blob) {
  const path6 = `/${blobPath(blob.digest)}`;
  if ("bytes" in blob) return file(path6, blob.bytes);
  return { kind: "stored file", path: path6, mode: 420, uid: 0, gid: 0, content: blob };
}
function blobPath(digest) {
  return `blobs/${digest.replace(":", "/")}`;
}
function file(path6, bytes) {
  return { kind: "file", path: path6, mode: 420, uid: 0, gid: 0, bytes };
}

// src/output/place.ts
import { mkdtemp, readdir, readFile, realpath, rmdir, stat } from "node:fs/promises";
import path2 from "node:path";
async function checkLayoutPlace(directory) {
  try {
    const place = await realpath(directory).catch(() => directory);
    await requireRoom(place);
    await refuseUnlessReplaceable(place);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause);
  }
}
async function checkArchivePlace(archive) {
  try {
    await requireRoom(archive);
    await refuseDirectory(archive);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause);
  }
}
async function requireRoom(place) {
  await rmdir(await mkdtemp(path2.join(await nearestAbove(place), ".bantam-")));
}
async function nearestAbove(place) {
  const above = path2.dirname(place);
  try {
    await stat(above);
    return above;
  } catch (cause) {
    if (errorCode(cause) !== "ENOENT" || above === place) throw cause;
    return nearestAbove(above);
  }
}
async function refuseUnlessReplaceable(place) {
  const names = await namesIn(place);
  if (names === null || names.length === 0) return;
  const strangers = names.filter((name) => !LAYOUT_NAMES.includes(name));
  if (strangers.length === 0 && await saysLayout(place)) return;
  const why = names.includes("oci-layout") ? `holds ${strangers[0] ?? "a broken layout"}` : "is no OCI layout";
  throw new Failure(
    "write",
    {
      what: clause`the OCI layout cannot be written to ${place}`,
      why: clause`that directory ${why}`,
      fix: clause`name another, or an empty one`
    },
    { fields: { directory: place } }
  );
}
var LAYOUT_NAMES = ["oci-layout", "index.json", "blobs"];
async function namesIn(place) {
  try {
    return await readdir(place);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return null;
    throw cause;
  }
}
async function saysLayout(place) {
  try {
    const layout = JSON.parse(await readFile(path2.join(place, "oci-layout"), "utf8"));
    return typeof layout === "object" && layout !== null && "imageLayoutVersion" in layout;
  } catch {
    return false;
  }
}
async function refuseDirectory(archive) {
  const status = await stat(archive).catch(() => null);
  if (status?.isDirectory() === true)
    throw new Failure(
      "write",
      {
        what: clause`the image archive cannot be written to ${archive}`,
        why: clause`it is a directory`,
        fix: clause`name a file that ends in .tar`
      },
      { fields: { file: archive } }
    );
}

// src/output/archive.ts
async function writeArchive(archive, set, references) {
  try {
    await makeDirectory(path3.dirname(archive));
    await refuseDirectory(archive);
    const written = beside(archive);
    try {
      await writePieces(written, tarPieces(archiveEntries(set, references)));
      await rename(written, archive);
    } finally {
      await rm(written, { force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause);
  }
}
async function writePieces(file2, pieces) {
  const handle = await open(file2, "wx");
  try {
    for (const piece of pieces) await handle.writeFile(piece instanceof Uint8Array ? piece : chunksOf(piece));
  } finally {
    await handle.close();
  }
}
function archiveEntries(set, references) {
  const names = references.map((reference) => ({
    // containerd's store uses the first annotation, and needs the whole reference; podman and skopeo use the second.
    "io.containerd.image.name": wholeReference(reference),
    "org.opencontainers.image.ref.name": reference
  }));
  return [
    ...layoutEntries(set, names.length === 0 ? [{}] : names),
    file(
      "/manifest.json",
      new TextEncoder().encode(JSON.stringify([dockerManifest(hostImage(set), references)]))
    )
  ];
}
function wholeReference(reference) {
  const whole = parseReference(reference);
  return whole.ok ? formatReference(whole.value) : reference;
}
function hostImage({ images: [first, ...others] }) {
  const ours = [first, ...others].find(({ platform }) => platform.architecture === machine());
  return ours ?? first;
}
function dockerManifest(image, references) {
  return {
    Config: blobPath(image.config.digest),
    RepoTags: references,
    Layers: allLayers(image).map((layer) => blobPath(layer.digest))
  };
}

// src/output/layout.ts
import { realpath as realpath2, rm as rm3, writeFile } from "node:fs/promises";
import path4 from "node:path";

// src/output/put-in-place.ts
import { rename as rename2, rm as rm2 } from "node:fs/promises";
var TRIES = 20;
async function putInPlace(written, place) {
  for (let tries = 1; ; tries++) {
    const old = await moveAside(place);
    try {
      await rename2(written, place);
    } catch (cause) {
      const taken = errorCode(cause) === "ENOTEMPTY" || errorCode(cause) === "EEXIST";
      if (old !== null && !taken) await rename2(old, place);
      if (!taken || tries === TRIES) throw cause;
      continue;
    } finally {
      if (old !== null) await rm2(old, { recursive: true, force: true });
    }
    return;
  }
}
async function moveAside(place) {
  const old = beside(place);
  try {
    await rename2(place, old);
    return old;
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return null;
    throw cause;
  }
}

// src/output/layout.ts
async function writeLayout(directory, set) {
  try {
    await makeDirectory(path4.dirname(directory));
    const place = await realpath2(directory).catch(() => directory);
    await refuseUnlessReplaceable(place);
    const written = beside(place);
    try {
      await writeFiles(written, set);
      await putInPlace(written, place);
    } finally {
      await rm3(written, { recursive: true, force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause);
  }
}
async function writeFiles(root, set) {
  await makeDirectory(path4.join(root, "blobs", "sha256"));
  for (const entry of layoutEntries(set, [{ "org.opencontainers.image.ref.name": "latest" }])) {
    const content = entry.kind === "file" ? entry.bytes : chunksOf(entry.content);
    await writeFile(path4.join(root, entry.path), content);
  }
}

// src/output/formats.ts
var OUTPUT_FORMATS = {
  layout: {
    check: checkLayoutPlace,
    write: writeLayout,
    where: (place) => ({ kind: "layout", path: place })
  },
  archive: {
    check: checkArchivePlace,
    write: writeArchive,
    where: (place, [reference]) => ({ kind: "archive", path: place, reference })
  }
};

// src/commands/steps/build/check-output.ts
import path5 from "node:path";
async function checkOutput(host, spec, name) {
  const { publish } = spec;
  const output = name === null ? publish.output : outputOf(host, publish, name);
  if (output === null) return;
  await requireInPlace(host, spec, output.path);
  await OUTPUT_FORMATS[output.kind].check(output.path);
}
function outputOf(host, { push, load, output, piece }, name) {
  if (output !== null) return output;
  if (host.surface === "action" || push || load || piece !== void 0) return null;
  return { kind: "layout", path: path5.join(host.cwd, ".bantam", name) };
}

export {
  rootOf,
  imageSet,
  beside,
  requireRoom,
  putInPlace,
  writeArchive,
  hostImage,
  OUTPUT_FORMATS,
  checkOutput,
  outputOf
};
