import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  localName,
  placeName
} from "./chunk-SCMEEL3S.js";
import {
  changeOf,
  isNoise,
  nodeChange
} from "./chunk-RIN426WY.js";
import {
  PATIENCE,
  cancelUpload,
  checkBlob,
  checkManifest,
  findCredentialsToPush,
  finishUpload,
  foundPlatform,
  getBlob,
  getManifest,
  isAttestation,
  isDockerHub,
  isImage,
  isIndexType,
  mountBlob,
  openTransport,
  operationIn,
  patchBlob,
  putBlob,
  putManifest,
  readDocument,
  readManifest,
  refused,
  registryOf,
  retryOperation,
  showRequestUrl,
  startUpload,
  unusable
} from "./chunk-TF5MGYJP.js";
import {
  OUTPUT_FORMATS,
  hostImage,
  outputOf,
  writeArchive
} from "./chunk-QY3U5MWY.js";
import {
  INDEX_MEDIA_TYPE,
  MANIFEST_MEDIA_TYPE,
  allLayers
} from "./chunk-ZPWYLRU4.js";
import {
  worstStatus
} from "./chunk-JXWXFZCV.js";
import {
  shownPath
} from "./chunk-B6TJL6TV.js";
import {
  excerpt,
  requireInPlace,
  splitLinkerFlags
} from "./chunk-L2V5KLOK.js";
import {
  retry
} from "./chunk-CZJZGJUT.js";
import {
  declaredLimits,
  descriptorOf,
  digestOf,
  formatReference,
  formatRepository,
  jsonBlob
} from "./chunk-QPQ6KV7E.js";
import {
  actualsOf
} from "./chunk-BNLTPXAC.js";
import {
  withHeaders
} from "./chunk-KZT2CLQA.js";
import {
  input,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  formatLimit
} from "./chunk-F2CDRKCC.js";
import {
  PLATFORM2 as PLATFORM,
  checkShape
} from "./chunk-FL2XCUTW.js";
import {
  shortDigest
} from "./chunk-ACFVWEEU.js";
import {
  MAX_DOCUMENT,
  array,
  literal,
  looseObject,
  optional,
  readJson,
  string
} from "./chunk-CDH3UYRO.js";
import {
  METRIC_NAMES,
  isOfGrowth,
  isPart,
  isSameSubject,
  metricRow
} from "./chunk-NWSLXV6K.js";
import {
  editDistance,
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed
} from "./chunk-GGP7KFFM.js";
import {
  childEnvironment,
  run
} from "./chunk-P3IBKTOQ.js";
import {
  Failure,
  clause,
  reasonText
} from "./chunk-IPQ6L4C3.js";
import {
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/output/daemon.ts
import { rm } from "node:fs/promises";
import path from "node:path";
async function loadIntoDaemon(host, set, references) {
  const archive = path.join(host.temporary, `load-${set.root.digest.slice(7, 19)}.tar`);
  try {
    await writeArchive(archive, set, references);
    for (const loader of ["docker", "podman"]) {
      const loaded = await runIfThere(host, loader, ["load", "--input", archive]);
      if (loaded === null) continue;
      if (loaded.exitCode !== 0) throw refusal(loader, references, loaded);
      await ensureLoaded(host, loader, set, references);
      return loader;
    }
  } finally {
    await rm(archive, { force: true });
  }
  throw new Failure(
    "daemon",
    {
      what: clause`could not load ${references.join(", ")}`,
      why: clause`that needs docker or podman, and neither is on PATH`,
      fix: clause`install one, or write an archive with ${input("output", "FILE.tar")}`
    },
    { fields: { reference: references[0] } }
  );
}
async function ensureLoaded(host, loader, set, references) {
  const asked = ["image", "inspect", "--format", "{{.Id}}", ...references];
  const { exitCode, stdout, stderr } = await run(host, loader, asked, {
    env: childEnvironment(host, loader),
    brief: true
  });
  const ids = stdout.split(/\s+/).filter((id) => id !== "");
  const { config, manifest } = hostImage(set);
  const own = [config.digest, manifest.digest, set.root.digest].flatMap((digest) => [
    digest,
    digest.replace("sha256:", "")
  ]);
  const missing = exitCode !== 0 || ids.length !== references.length || ids.some((id) => !own.includes(id));
  if (missing)
    throw new Failure(
      "daemon",
      {
        what: clause`could not load ${references.join(", ")}`,
        why: clause`"${loader} load" ended well, but "${loader} image inspect" does not show this image under that name`,
        fix: clause`look at what ${loader} is, and at what else loads that name`
      },
      {
        output: `${stdout}${stderr}`,
        fields: { command: `${loader} image inspect`, reference: references[0] }
      }
    );
}
async function runIfThere(host, command, args) {
  try {
    return await run(host, command, args, { env: childEnvironment(host, command) });
  } catch (cause) {
    if (cause instanceof Failure && cause.code === "missing-tool") return null;
    throw cause;
  }
}
function refusal(loader, references, { stdout, stderr }) {
  const output = `${stdout}${stderr}`;
  const unreachable = /Cannot connect to the Docker daemon|permission denied|connection refused|no such host/i;
  const what = clause`could not load ${references.join(", ")}`;
  const clauses = unreachable.test(output) ? {
    what,
    why: clause`"${loader} load" could not reach its daemon`,
    fix: clause`start it, let DOCKER_HOST name it, or write an archive with ${input("output", "FILE.tar")}`
  } : { what, why: clause`"${loader} load" refused the image` };
  return new Failure("daemon", clauses, {
    output,
    fields: { command: `${loader} load`, reference: references[0] }
  });
}

// src/registry/all-of.ts
async function allOf(promises) {
  const settled = await Promise.allSettled(promises);
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

// src/registry/push-blobs.ts
async function pushBlobs(session, set) {
  const missing = await allOf(session.groups.map((destinations) => pushToGroup(session, destinations, set)));
  return new Map(missing.flat());
}
async function pushToGroup({ patience }, [first, ...others], set) {
  if (first === void 0) return [];
  const missing = await pushToRepository(first, set, null, patience);
  const mounted = others.map(
    async (other) => [other, await pushToRepository(other, set, first.repository, patience)]
  );
  return [[first, missing], ...await allOf(mounted)];
}
async function pushToRepository(destination, { images, root }, mountFrom, patience) {
  if ([...destination.tags.values()].includes(root.digest)) return [];
  const stored = /* @__PURE__ */ new Map();
  const origins = new Map(
    images.flatMap(({ baseLayers = [] }) => baseLayers).map(({ digest, origin }) => [digest, origin])
  );
  const mountable = ({ digest }) => {
    const origin = origins.get(digest);
    if (mountFrom !== null || origin == null || origin.registry !== destination.registry) return mountFrom;
    return origin.repository === destination.repository ? null : origin.repository;
  };
  const storeOnce = (blob, store2) => {
    const begun = stored.get(blob.digest) ?? store2();
    stored.set(blob.digest, begun);
    return begun;
  };
  const store = {
    always: (blob) => storeOnce(blob, () => storeBlob(destination, blob, mountable(blob), patience)),
    ifMissing: (blob) => storeOnce(blob, async () => {
      const { client, repository } = destination;
      if (!await client.hasBlob(repository, blob.digest))
        await storeBlob(destination, blob, mountable(blob), patience);
    })
  };
  const [first, ...others] = images;
  const isNew = [await pushImageBlobs(destination, first, store)];
  isNew.push(...await allOf(others.map((image) => pushImageBlobs(destination, image, store))));
  return images.filter((_, at) => isNew[at]);
}
async function pushImageBlobs({ client, repository, tags }, image, store) {
  const { config, manifest } = image;
  const layers = allLayers(image);
  if ([...tags.values()].includes(manifest.digest)) return false;
  const [first, ...rest] = layers;
  if (first === void 0 || !await client.hasBlob(repository, first.digest)) {
    await allOf([...layers, config].map(store.always));
    return true;
  }
  if (await client.manifestDigest(repository, manifest.digest) !== null) return false;
  await allOf([...rest.map(store.ifMissing), store.always(config)]);
  return true;
}
async function storeBlob({ client, registry, repository }, blob, mountFrom, patience) {
  for (const from of [mountFrom, null]) {
    await client.storeBlob(repository, blob, from);
    const isThere = await retry(
      () => client.hasBlob(repository, blob.digest),
      { ...patience, tries: 2 },
      { ofValue: (isThere2) => isThere2 ? null : { retryAfterMs: null } }
    );
    if (isThere) return;
  }
  throw new Failure(
    "registry",
    {
      what: clause`${registry}/${repository} does not have ${blob.digest}`,
      why: clause`it answered twice that it stored it, so it or a proxy before it is broken`
    },
    { fields: { registry, digest: blob.digest } }
  );
}

// src/registry/referrers-index.ts
var INDEX = looseObject({
  mediaType: optional(literal(INDEX_MEDIA_TYPE), INDEX_MEDIA_TYPE),
  manifests: array(looseObject({ digest: string() }))
});
function referrersTag(subject) {
  return subject.replace(":", "-");
}
function lists(index, digest) {
  const read = readIndex(index);
  return read.ok && read.value.manifests.some((manifest) => manifest.digest === digest);
}
function withReferrer(index, referrer) {
  const read = index === null ? parsed({ schemaVersion: 2, mediaType: INDEX_MEDIA_TYPE, manifests: [] }) : readIndex(index);
  if (!read.ok) return read;
  const { mediaType, digest, size, artifactType } = referrer;
  const added = { mediaType, digest, size, artifactType };
  return parsed(jsonBlob(INDEX_MEDIA_TYPE, { ...read.value, manifests: [...read.value.manifests, added] }));
}
function readIndex(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const index = checkShape(INDEX, json.value);
  if (!index.ok) return index;
  return parsed({ ...json.value, mediaType: index.value.mediaType });
}

// src/registry/attach.ts
async function attachReferrers({ groups, patience }, referrers, repositories) {
  const names = new Set(repositories.map(formatRepository));
  const destinations = groups.flat().filter((destination) => names.has(formatRepository(destination)));
  const outcomes = destinations.map(
    (destination) => attachAll(destination, referrers, patience).then(
      () => [],
      (cause) => {
        const { registry, repository } = destination;
        return [{ repository: { registry, repository }, cause }];
      }
    )
  );
  return (await Promise.all(outcomes)).flat();
}
async function attachAll(destination, referrers, patience) {
  const { client, repository } = destination;
  const isNew = await allOf(
    referrers.map(
      async ({ manifest }) => await client.manifestDigest(repository, manifest.digest) === null
    )
  );
  const blobs = new Map(
    referrers.flatMap(
      ({ blobs: blobs2 }, at) => isNew[at] === true ? blobs2.map((blob) => [blob.digest, blob]) : []
    )
  );
  await allOf([...blobs.values()].map((blob) => storeBlob(destination, blob, null, patience)));
  await allOf(referrers.map((referrer) => attach(destination, referrer, patience)));
}
async function attach(destination, referrer, patience) {
  const { client, repository } = destination;
  const { subject, manifest } = referrer;
  const listed2 = await client.storeReferrer(repository, manifest, subject.digest);
  if (!listed2) await listByTag(destination, referrer, patience);
}
var PUTS = 3;
async function listByTag({ client, registry, repository }, { subject, manifest, artifactType }, patience) {
  const tag = referrersTag(subject.digest);
  const read = () => client.manifest(repository, tag);
  const isIn = (there2) => there2 !== null && lists(there2.bytes, manifest.digest);
  let there = await read();
  for (let put = 1; !isIn(there); put += 1) {
    const name = formatRepository({ registry, repository });
    if (put > PUTS)
      throw new Failure(
        "registry",
        {
          what: clause`${name}:${tag} does not list ${manifest.digest}, although the registry answered ${PUTS} times that it took the list`,
          why: clause`the registry or a proxy before it is broken, or other runs write the same list`
        },
        { fields: { reference: `${name}:${tag}`, digest: manifest.digest } }
      );
    const index = withReferrer(there?.bytes ?? null, { ...descriptorOf(manifest), artifactType });
    if (!index.ok)
      throw new Failure(
        "registry",
        {
          what: clause`${name}:${tag} is not a list of what refers to ${subject.digest}: it ${index.problem}`,
          fix: clause`remove that tag`
        },
        { fields: { reference: `${name}:${tag}`, digest: subject.digest } }
      );
    await client.storeManifest(repository, tag, index.value);
    there = await retry(read, patience, { ofValue: (now) => isIn(now) ? null : { retryAfterMs: null } });
  }
}

// src/registry/other-platform.ts
function otherPlatform(reference, ours, there, when) {
  const names = ours.map(formatPlatform);
  const others = there.map(formatPlatform).filter((platform) => !names.includes(platform));
  if (others.length === 0) return null;
  const tag = reference.identifier;
  const own = names.join(" and ");
  const named = excerpt(others.join(" and "));
  const wouldReplace = when === "before" ? `holds ${named}, which pushing ${own} would replace` : `holds ${named}, which another run has pushed there instead of ${own}`;
  const all = [...names, ...others].join(",");
  const first = ours.length === 1 ? ours[0] : void 0;
  const apart = first === void 0 ? "" : clause`give each platform a tag of its own, such as ${input("tags", ownTag(tag, first))}, `;
  return new Failure(
    "registry",
    {
      what: clause`${formatReference(reference)} ${wouldReplace}`,
      fix: clause`build all in one run with ${input("platforms", all)}, ${apart}or delete ${tag} first`
    },
    { fields: { registry: reference.registry, reference: formatReference(reference), platform: own } }
  );
}
function ownTag(tag, platform) {
  return `${tag}-${formatPlatform(platform).replace(/^[^/]*\//, "").replaceAll("/", "-")}`;
}

// src/registry/platforms-at.ts
var MAX_OPENED = 16;
var MAX_DEPTH = 3;
async function platformsAt(client, repository, document) {
  let opened = 0;
  async function ofDocument({ bytes }, depth) {
    const found = readManifest(bytes);
    if (!found.ok) return [];
    if (found.value.kind === "manifest") return ofImage(found.value);
    const platforms2 = [];
    for (const listed2 of found.value.manifests) platforms2.push(...await ofListed(listed2, depth));
    return platforms2;
  }
  async function ofListed(listed2, depth) {
    if (isAttestation(listed2)) return [];
    if (listed2.platform !== null && !isIndexType(listed2.mediaType)) return [listed2.platform];
    opened += 1;
    if (opened > MAX_OPENED || depth === MAX_DEPTH) return [];
    const document2 = await client.manifest(repository, listed2.digest);
    return document2 === null ? [] : ofDocument(document2, depth + 1);
  }
  async function ofImage(manifest) {
    const config = isImage(manifest) ? await client.config(repository, manifest.config) : null;
    const json = config === null ? null : readJson(config);
    const platform = json?.ok === true ? checkShape(PLATFORM, json.value) : null;
    if (platform?.ok !== true || platform.value.os === "" || platform.value.architecture === "") return [];
    return [foundPlatform(platform.value)];
  }
  const platforms = await ofDocument(document, 0);
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}

// src/registry/move-tag.ts
async function prepareMove(destination, tag, root, platforms) {
  const { client, registry, repository, tags } = destination;
  const reference = { registry, repository, identifier: tag };
  const from = await client.manifestDigest(repository, tag);
  if (from !== null && from !== tags.get(tag) && from !== root.digest)
    await refuseOthers(destination, reference, platforms, "before");
  return { destination, reference, from };
}
var PUTS2 = 2;
async function moveTag({ destination, reference, from }, manifest, platforms, patience) {
  const { client, repository, tags } = destination;
  const tag = reference.identifier;
  const stands = from === manifest.digest && (tags.get(tag) === from || await client.readBack(repository, tag) === from);
  if (stands) return "unchanged";
  let now = null;
  for (let put = 1; put <= PUTS2; put += 1) {
    const refusal2 = await client.storeManifest(repository, tag, manifest).then(
      () => null,
      (error) => error
    );
    const read = () => client.readBack(repository, tag);
    now = refusal2 === null ? await retry(read, patience, { ofValue: (digest) => digest === manifest.digest ? null : SHOWN_LATE }) : await read().catch(() => null);
    if (now === manifest.digest) return "pushed";
    if (refusal2 !== null) throw refusal2;
    if (now !== null && now !== from) await refuseOthers(destination, reference, platforms, "meanwhile");
  }
  const shown = formatReference(reference);
  throw new Failure(
    "registry",
    {
      what: clause`${shown} was not moved to ${manifest.digest}`,
      why: clause`the registry answered ${PUTS2} times that it was, but ${now === null ? "it is not there" : `it stands for ${now}`}`,
      fix: clause`look for what is broken, the registry or a proxy before it, or for another run that moves this tag`
    },
    { fields: { registry: reference.registry, reference: shown, digest: now ?? void 0 } }
  );
}
var SHOWN_LATE = { retryAfterMs: null };
async function refuseOthers({ client }, reference, ours, when) {
  const there = await client.manifest(reference.repository, reference.identifier);
  const platforms = there === null ? [] : await platformsAt(client, reference.repository, there);
  const conflict = otherPlatform(reference, ours, platforms, when);
  if (conflict !== null) throw conflict;
}

// src/registry/push.ts
async function pushImages(session, set) {
  const { groups, refused: refused2 } = session;
  const results = await Promise.all(groups.map((group) => pushToGroup2({ ...session, groups: [group] }, set)));
  return {
    live: results.flatMap(({ live }) => live),
    missing: [
      ...results.flatMap(({ missing }) => missing),
      ...refused2.flatMap(({ references, cause }) => references.map((reference) => ({ reference, cause })))
    ],
    untagged: results.flatMap(({ untagged }) => untagged)
  };
}
async function pushToGroup2(session, set) {
  const moves = await prepare(session, set).catch((cause) => ({ cause }));
  if ("cause" in moves) return notMovedResult(session, set, moves.cause);
  return moveTags(session, set, moves);
}
async function storeImages(session, set) {
  const lacking = await pushBlobs(session, set);
  await allOf([...lacking].map(([destination, missing]) => putImages(destination, missing)));
}
async function prepareTags(session, set) {
  const destinations = session.groups.flat();
  return (await allOf(destinations.map((destination) => prepareIn(session, destination, [], set)))).flat();
}
async function moveTags(session, { root }, moves) {
  return resultOf(session, root, await Promise.all(moves.map((move) => tryMove(session, move, root))));
}
async function notMovedResult(session, { root }, cause) {
  return resultOf(session, root, notMoved(session, root, cause));
}
async function prepare(session, set) {
  const lacking = await pushBlobs(session, set);
  const moves = [...lacking].map(([destination, missing]) => prepareIn(session, destination, missing, set));
  return (await allOf(moves)).flat();
}
async function prepareIn({ platforms }, destination, missing, set) {
  const tags = [...destination.tags.keys()];
  const prepared = allOf(tags.map((tag) => prepareMove(destination, tag, set.root, platforms)));
  await allOf([prepared, putByDigest(destination, missing, set)]);
  return prepared;
}
async function putByDigest(destination, missing, { images, root }) {
  const { client, repository, tags } = destination;
  await putImages(destination, missing);
  if (images.length === 1 || [...tags.values()].includes(root.digest)) return;
  await client.storeManifest(repository, root.digest, root);
}
async function putImages({ client, repository }, missing) {
  await allOf(missing.map(({ manifest }) => client.storeManifest(repository, manifest.digest, manifest)));
}
async function tryMove({ patience, platforms }, move, root) {
  const { reference } = move;
  return moveTag(move, root, platforms, patience).then(
    (outcome) => ({ reference, outcome }),
    (cause) => ({ reference, cause })
  );
}
function notMoved({ groups }, { digest }, cause) {
  return groups.flat().flatMap(
    ({ registry, repository, tags }) => [...tags].map(([identifier, before]) => {
      const reference = { registry, repository, identifier };
      return before === digest ? { reference, outcome: "unchanged" } : { reference, cause };
    })
  );
}
async function resultOf({ groups }, { digest }, outcomes) {
  const live = outcomes.filter((outcome) => "outcome" in outcome);
  const missing = outcomes.filter((outcome) => "cause" in outcome);
  const untagged = groups.flat().filter((place) => !live.some(({ reference }) => isSameRepository(reference, place))).map(async (place) => await hasManifest(place, digest) ? [place] : []);
  return {
    live,
    missing,
    untagged: (await Promise.all(untagged)).flat().map(({ registry, repository }) => ({ registry, repository }))
  };
}
function isSameRepository(one, other) {
  return one.registry === other.registry && one.repository === other.repository;
}
async function hasManifest({ client, repository }, digest) {
  return await client.manifestDigest(repository, digest).catch(() => null) === digest;
}

// src/report/failed-publication.ts
function failedPublication(places, missing, withoutSbom = []) {
  if (places.length === 0) return clause`nothing was published`;
  const not = missing.map(({ reference }) => reference);
  const image = clause`the image is at ${listed(places)}${not.length === 0 ? "" : `, but not at ${listed(not)}`}`;
  return withoutSbom.length === 0 ? image : clause`${image}, and its SBOM is not in ${listed(withoutSbom)}`;
}
function otherReasons(missing) {
  const [first, ...others] = missing;
  const different = others.filter(({ reason }) => reason !== first?.reason);
  return different.length === 0 ? void 0 : different.map(({ reference, reason }) => `${reference}: ${reason}`).join("\n");
}
function listed(names) {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

// src/sbom/referrer.ts
var EMPTY = new TextEncoder().encode("{}");
var EMPTY_CONFIG = {
  mediaType: "application/vnd.oci.empty.v1+json",
  digest: digestOf(EMPTY),
  bytes: EMPTY
};
function sbomReferrer(subject, document) {
  const artifactType = document.mediaType;
  const manifest = jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    artifactType,
    config: descriptorOf(EMPTY_CONFIG),
    layers: [
      {
        ...descriptorOf(document),
        annotations: { "org.opencontainers.image.title": "sbom.spdx.json" }
      }
    ],
    subject: descriptorOf(subject)
  });
  return { subject, artifactType, blobs: [EMPTY_CONFIG, document], manifest };
}

// src/commands/steps/build/publish.ts
async function publish(host, { publish: publishing, workingDirectory, sbom }, name, set, session, sboms = []) {
  const wanted = publishing.push ? publishing.references : [];
  const { places, failure } = await writeLocally(host, { publish: publishing, workingDirectory }, name, set);
  if (failure !== null) {
    const missing = wanted.map((reference) => ({ reference, cause: failure }));
    return outcomeOf(set, places, { live: [], missing, untagged: [] }, { wanted, failure, bare: [] });
  }
  if (session === null) return { references: [], places, missing: [], failure: null };
  if (publishing.piece !== void 0) return publishPiece(session, { places, set, sbom, sboms });
  const pushed = await pushImages(session, set);
  const referrers = sbom.includes("referrer") ? referrersOf(set, sboms) : [];
  const bare = await attachReferrers(
    session,
    referrers,
    pushed.live.map(({ reference }) => reference)
  );
  const cause = pushed.missing[0]?.cause ?? bare[0]?.cause ?? null;
  return outcomeOf(set, places, pushed, { wanted, failure: cause, bare });
}
async function publishPiece(session, { places, set, sbom, sboms }) {
  const repositories = session.groups.flat().map(({ registry, repository }) => ({ registry, repository }));
  const references = repositories.flatMap(
    (repository) => set.images.map(({ manifest }) => formatReference({ ...repository, identifier: manifest.digest }))
  );
  try {
    await storeImages(session, set);
  } catch (failure) {
    return { references: [], places, missing: references.map((one) => notPublished(one, failure)), failure };
  }
  const referrers = sbom.includes("referrer") ? referrersOf(set, sboms) : [];
  const [bare] = await attachReferrers(session, referrers, repositories);
  const stored = references.map((reference) => ({ kind: "registry", reference }));
  return { references, places: [...places, ...stored], missing: [], failure: bare?.cause ?? null };
}
function notPublished(reference, cause) {
  return { reference, reason: cause instanceof Failure ? reasonText(cause) : errorMessage(cause) };
}
function referrersOf({ images }, sboms) {
  return images.flatMap(({ manifest }, at) => {
    const document = sboms[at] ?? null;
    return document === null ? [] : [sbomReferrer(manifest, document)];
  });
}
function outcomeOf({ root }, local, { live, missing, untagged }, { wanted, failure, bare }) {
  const tags = new Set(live.map(({ reference }) => formatReference(reference)));
  const references = [
    ...wanted.map(formatReference).filter((reference) => tags.has(reference)),
    ...untagged.map((repository) => formatReference({ ...repository, identifier: root.digest }))
  ];
  const places = [
    ...local,
    ...references.slice(0, 1).map((reference) => ({ kind: "registry", reference }))
  ];
  const notThere = missing.map(({ reference, cause }) => notPublished(formatReference(reference), cause));
  return {
    references,
    places,
    missing: notThere,
    failure: failure instanceof Failure ? saying(failure, [...local.map(placeName), ...references], notThere, bare) : failure
  };
}
function saying(cause, places, missing, bare) {
  const withoutSbom = bare.map(({ repository }) => formatRepository(repository));
  const output = cause.output ?? otherReasons(missing);
  return new Failure(
    cause.code,
    { ...cause.clauses, state: failedPublication(places, missing, withoutSbom) },
    { cause, output, fields: cause.fields, locations: cause.locations }
  );
}
async function writeLocally(host, { publish: publishing, workingDirectory }, name, set) {
  const output = outputOf(host, publishing, name);
  const local = localReferences(publishing, name);
  const places = [];
  try {
    if (output !== null) {
      await requireInPlace(host, { workingDirectory }, output.path);
      const format = OUTPUT_FORMATS[output.kind];
      await format.write(output.path, set, local);
      places.push(format.where(shownPath(host, output.path), local));
    }
    if (publishing.load) {
      await loadIntoDaemon(host, set, local);
      places.push({ kind: "daemon", reference: local[0] });
    }
    return { places, failure: null };
  } catch (failure) {
    return { places, failure };
  }
}
function localReferences({ references }, name) {
  const [first, ...others] = references.map(formatReference);
  return first === void 0 ? [`${localName(name)}:latest`] : [first, ...others];
}

// src/registry/chunk-limit.ts
var SIZES = [5e7, 1e7, 4e6, 1e6];
var MOST_LOWERED = 2 * SIZES.length;
function chunkLimit() {
  let limit = Infinity;
  let left = MOST_LOWERED;
  return {
    sizeFor(blobSize, { headers }) {
      const said = Number(headers.get("oci-chunk-min-length") ?? 0);
      const least = Number.isSafeInteger(said) && said > 0 ? said : 0;
      return { bytes: Math.min(blobSize, Math.max(limit, least)), least };
    },
    lower({ bytes, least }) {
      const smaller = SIZES.find((size) => size < bytes);
      if (smaller === void 0 || least >= bytes) return false;
      const next = Math.max(smaller, least);
      if (next >= limit) return true;
      if (left === 0) return false;
      left -= 1;
      limit = next;
      return true;
    }
  };
}

// src/registry/announced-digest.ts
function announcedDigest({ headers }) {
  const digest = headers.get("docker-content-digest");
  return digest !== null && isDigest(digest) ? digest : null;
}
function isDigest(text) {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

// src/registry/look-up.ts
async function lookUp(transport, operation, reference, methods) {
  let refusal2 = null;
  for (const method of methods) {
    const { digest, response } = await lookUpBy(method, transport, operation, reference);
    if (digest !== null || response.status === 404) return { digest, refusal: null };
    refusal2 ??= response;
    if (!OTHER_METHOD_MAY_HELP.has(response.status)) break;
  }
  return { digest: null, refusal: refusal2 };
}
var OTHER_METHOD_MAY_HELP = /* @__PURE__ */ new Set([200, 405, 429, 501]);
async function lookUpBy(method, transport, operation, reference) {
  const { registry } = transport;
  switch (method) {
    case "GET": {
      const { document, response } = await readDocument(
        registry,
        operation,
        (receive) => getManifest(transport, operation, reference, receive)
      );
      return { digest: document?.digest ?? null, response };
    }
    case "HEAD": {
      const response = await retryOperation(
        registry,
        operation,
        () => checkManifest(transport, operation, reference)
      );
      return { digest: response.status === 200 ? announcedDigest(response) : null, response };
    }
  }
}

// src/registry/send-bytes.ts
async function sendBytes(transport, operation, begun, blob, chunkSize) {
  const { size } = descriptorOf(blob);
  let location = transport.locate(operation, begun);
  if (size <= chunkSize) return putBlob(transport, operation, location, blob);
  for (let at = 0; at < size; at += chunkSize) {
    const end = Math.min(at + chunkSize, size);
    const response = await patchBlob(transport, operation, location, chunkOf(blob, at, end));
    if (!CONTINUES.has(response.status)) return response;
    const received = receivedBytes(response);
    if (received !== null && received < end)
      throw unusable(operation, response, `says that ${received} of the ${end} bytes before it arrived`);
    location = transport.locate(operation, response);
  }
  return finishUpload(transport, operation, location, blob.digest);
}
var CONTINUES = /* @__PURE__ */ new Set([201, 202, 204]);
function isTooLarge({ method, status }) {
  return status === 413 && (method === "PUT" || method === "PATCH") || status === 416 && method === "PATCH";
}
function chunkOf(blob, at, end) {
  if ("bytes" in blob) return { at, body: blob.bytes.subarray(at, end) };
  return { at, body: { file: blob.file, offset: blob.offset + at, size: end - at } };
}
function receivedBytes({ headers }) {
  const last = /^(?:bytes=)?0-(\d{1,15})$/.exec(headers.get("range") ?? "")?.[1];
  return last === void 0 ? null : Number(last) + 1;
}

// src/registry/upload-blob.ts
async function uploadBlob(transport, operation, blob, mountFrom, limit) {
  for (; ; ) {
    let chunk = { bytes: Infinity, least: 0 };
    let last = "PUT";
    const response = await retryOperation(transport.registry, operation, async () => {
      const mount = mountFrom === null ? null : await tryMount(transport, operation, blob.digest, mountFrom);
      if (mount?.status === 201) {
        last = "POST";
        return mount;
      }
      const begun = mount?.status === 202 ? mount : await startUpload(transport, operation);
      if (begun.status !== 202) return begun;
      chunk = limit.sizeFor(descriptorOf(blob).size, begun);
      return sendBytes(transport, operation, begun, blob, chunk.bytes);
    });
    if (isTooLarge(response) && limit.lower(chunk)) continue;
    return ensureStored(operation, response, last, blob.digest);
  }
}
async function tryMount(transport, operation, digest, from) {
  try {
    return await mountBlob(transport, operation, digest, from);
  } catch (cause) {
    if (cause instanceof Failure) return null;
    throw cause;
  }
}
function ensureStored(operation, response, method, digest) {
  if (response.method !== method || response.status < 200 || response.status > 204)
    throw refused(operation, response);
  const said = announcedDigest(response);
  if (said !== null && said !== digest)
    throw unusable(operation, response, `says that it stored ${said} instead`);
}

// src/registry/client.ts
function connect(host, name, credentials, patience) {
  const registry = registryOf(host, name, credentials, patience);
  const transport = openTransport(registry);
  const limit = chunkLimit();
  const begin = (repository, what) => operationIn(registry, repository, "push", `${what} ${name}/${repository}`);
  const store = async (repository, reference, manifest) => {
    const operation = begin(repository, `publish ${reference} in`);
    const response = await retryOperation(
      registry,
      operation,
      () => putManifest(transport, operation, reference, manifest)
    );
    ensureStored(operation, response, "PUT", manifest.digest);
    return response;
  };
  return {
    asksForLogin: transport.asksForLogin,
    async manifestDigest(repository, reference) {
      const operation = begin(repository, `look up ${reference} in`);
      const { digest, refusal: refusal2 } = await lookUp(transport, operation, reference, ["HEAD", "GET"]);
      if (digest !== null || refusal2 === null) return digest;
      if (refusal2.status === 403) return null;
      throw refused(operation, refusal2);
    },
    async readBack(repository, tag) {
      const operation = begin(repository, `read back ${tag} in`);
      const methods = isDockerHub(name) ? ["HEAD", "GET"] : ["GET", "HEAD"];
      const { digest, refusal: refusal2 } = await lookUp(transport, operation, tag, methods);
      if (refusal2 !== null) throw refused(operation, refusal2);
      return digest;
    },
    async manifest(repository, reference) {
      const operation = begin(repository, `look up ${reference} in`);
      const { document, response } = await readDocument(
        registry,
        operation,
        (receive) => getManifest(transport, operation, reference, receive)
      );
      if (document !== null || MAY_BE_ABSENT.has(response.status)) return document;
      throw refused(operation, response);
    },
    async config(repository, { digest, size }) {
      if (size > MAX_DOCUMENT) return null;
      const operation = begin(repository, `look up ${digest} in`);
      const { document, response } = await readDocument(
        registry,
        operation,
        (receive) => getBlob(transport, operation, digest, receive)
      );
      if (document === null && !MAY_BE_ABSENT.has(response.status)) throw refused(operation, response);
      return document?.digest === digest ? document.bytes : null;
    },
    async hasBlob(repository, digest) {
      const operation = begin(repository, `look up ${digest} in`);
      const response = await retryOperation(
        registry,
        operation,
        () => checkBlob(transport, operation, digest)
      );
      if (response.status === 401 || MAY_BE_ABSENT.has(response.status)) return false;
      if (response.status === 200) return true;
      throw refused(operation, response);
    },
    async storeBlob(repository, blob, mountFrom) {
      const operation = begin(repository, `store ${blob.digest} in`);
      await uploadBlob(transport, operation, blob, mountFrom, limit);
    },
    async storeManifest(repository, reference, manifest) {
      await store(repository, reference, manifest);
    },
    async storeReferrer(repository, manifest, subject) {
      const { headers } = await store(repository, manifest.digest, manifest);
      return headers.get("oci-subject") === subject;
    },
    async tryPush(repository) {
      const operation = begin(repository, "push to");
      const begun = await retryOperation(registry, operation, () => startUpload(transport, operation));
      if (begun.status === 401 || MAY_BE_ABSENT.has(begun.status)) throw refused(operation, begun);
      if (begun.status !== 202) return;
      const location = transport.locate(operation, begun);
      await cancelUpload(transport, operation, location).catch(
        () => host.log.debug(`DELETE ${showRequestUrl(location)} failed`)
      );
    }
  };
}
var MAY_BE_ABSENT = /* @__PURE__ */ new Set([403, 404]);

// src/registry/session.ts
async function authenticate(host, publish2, platforms, patience = PATIENCE) {
  const repositories = [...Map.groupBy(publish2.references, formatRepository).values()];
  const found = await allOf(repositories.map((references) => withCredentials(host, references, publish2)));
  const entered = await allOf(
    [...Map.groupBy(found, ({ key }) => key).values()].map(
      (members) => enterAll(host, members, platforms, patience).then(
        (group) => ({ group }),
        (cause) => refusedTo(members, cause)
      )
    )
  );
  const groups = entered.flatMap((one) => "group" in one ? [one.group] : []);
  const refused2 = entered.flatMap((one) => "cause" in one ? [one] : []);
  const [first] = refused2;
  if (groups.length === 0 && first !== void 0) throw first.cause;
  return { platforms, patience, groups, refused: refused2 };
}
function requireAll({ refused: refused2 }) {
  const [first] = refused2;
  if (first !== void 0) throw first.cause;
}
function refusedTo(members, cause) {
  if (!(cause instanceof Failure) || cause.code !== "registry") throw cause;
  return { references: members.flatMap(({ references }) => references), cause };
}
async function withCredentials(host, references, publish2) {
  const [name] = references;
  if (name === void 0) throw new Error("a repository without a tag");
  const credentials = await findCredentialsToPush(host, name, publish2);
  const { source: _, ...login } = credentials ?? { source: "" };
  const key = JSON.stringify([name.registry, login]);
  return { references, credentials, key };
}
async function enterAll(host, found, platforms, patience) {
  const [first] = found;
  const registry = first?.references[0]?.registry;
  if (first === void 0 || registry === void 0) return [];
  const client = connect(host, registry, first.credentials, patience);
  const destinations = [];
  for (const { references } of found) destinations.push(await enter(client, references, platforms));
  return destinations;
}
async function enter(client, references, platforms) {
  const [first, ...others] = references;
  if (first === void 0) throw new Error("a repository without a tag");
  const { registry, repository } = first;
  const look = async (reference) => [reference.identifier, await lookAt(client, reference, platforms)];
  const tags = new Map([await look(first), ...await allOf(others.map(look))]);
  const isNew = [...tags.values()].every((digest) => digest === null);
  if (isNew && client.asksForLogin()) await client.tryPush(repository);
  return { client, registry, repository, tags };
}
async function lookAt(client, reference, ours) {
  const there = await client.manifest(reference.repository, reference.identifier);
  if (there === null) return null;
  const platforms = await platformsAt(client, reference.repository, there);
  const conflict = otherPlatform(reference, ours, platforms, "before");
  if (conflict !== null) throw conflict;
  return there.digest;
}

// src/size/subject.ts
function sizeOf(subject, weight) {
  if (!isPart(subject)) return actualsOf(weight)[subject.kind];
  const trees = unreadProgram(weight) === null ? treesOf(weight.binaries) : null;
  if (trees === null) return null;
  return trees.flatMap((tree) => nodesOf(tree, subject.kind)).filter(({ name }) => name === subject.path).reduce((sum2, { bytes }) => sum2 + bytes, 0);
}
var NOTHING = { before: [], packages: [] };
function isAbsent(subject, binaries, { before, packages } = NOTHING) {
  if (treesOf(binaries) === null || !isPart(subject)) return false;
  if (subject.kind === "package" && packages.includes(subject.path)) return false;
  return ![...binaries, ...before].some((binary) => has(binary, subject));
}
function has({ breakdown, modules = [] }, { kind, path: path2 }) {
  if (modules.includes(path2)) return true;
  return breakdown !== null && nodesOf(breakdown, kind).some(({ name }) => name === path2);
}
function unknownSubjects(limits, binaries, knowledge = NOTHING) {
  const where = binaries.map(({ name }) => name).join(" and ");
  return limits.flatMap((limit) => {
    const { subject } = limit;
    if (!isPart(subject)) return [];
    if (binaries.length > 0 && !isAbsent(subject, binaries, knowledge)) return [];
    const because = binaries.length === 0 ? `limits a ${subject.kind}, but no program in the image was built by Go; remove the line` : `limits a ${subject.kind} that is not in ${where}${adviceOn({ ...limit, subject }, binaries)}`;
    return [wrongValue("budget", formatLimit(limit), because)];
  });
}
function adviceOn(limit, binaries) {
  const { kind, path: path2 } = limit.subject;
  const other = kind === "module" ? "package" : "module";
  const namesOf = (of) => [
    ...(treesOf(binaries) ?? []).flatMap((tree) => nodesOf(tree, of).map(({ name }) => name)),
    ...of === "module" ? binaries.flatMap(({ modules = [] }) => modules) : []
  ];
  const instead = formatLimit({ ...limit, subject: { kind: other, path: path2 } });
  if (namesOf(other).includes(path2)) return `, but there is a ${other} of that name; write ${instead}`;
  const known2 = [...new Set(namesOf(kind))];
  if (known2.length === 0) return `, whose Go ${kind}s are not known; remove the line`;
  const meant = nearestPaths(path2, known2);
  return meant.length === 0 ? "; remove the line" : `; did you mean ${meant.map((name) => `"${name}"`).join(" or ")}?`;
}
var MOST_NAMES = 3;
var CANDIDATES = 100;
function nearestPaths(path2, known2) {
  const wanted = path2.slice(0, 128).toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted.length / 4));
  return known2.map((name) => ({ name, related: isRelated(wanted, name.toLowerCase()), alike: alikeness(wanted, name) })).sort((one, other) => Number(other.related) - Number(one.related) || other.alike - one.alike).slice(0, CANDIDATES).map(({ name, related }) => ({ name, distance: related ? 0 : editDistance(wanted, name.toLowerCase()) })).filter(({ distance }) => distance <= allowed).sort(
    (one, other) => one.distance - other.distance || one.name.length - other.name.length || (one.name < other.name ? -1 : 1)
  ).slice(0, MOST_NAMES).map(({ name }) => name);
}
function alikeness(wanted, name) {
  const candidate = name.toLowerCase();
  const shorter = Math.min(wanted.length, candidate.length);
  let head = 0;
  while (head < shorter && wanted[head] === candidate[head]) head++;
  let tail = 0;
  while (tail < shorter - head && wanted.at(-1 - tail) === candidate.at(-1 - tail)) tail++;
  return head + tail - Math.abs(wanted.length - candidate.length);
}
function isRelated(wanted, candidate) {
  const within = (part, whole) => whole.startsWith(`${part}/`) || whole.endsWith(`/${part}`);
  return within(wanted, candidate) || within(candidate, wanted);
}
function unreadProgram({ binaries, otherPrograms = [] }) {
  const [first] = [
    ...binaries.flatMap(
      ({ name, unread }) => unread === void 0 ? [] : [`${name} was not read: ${unread}`]
    ),
    ...otherPrograms.flatMap(
      ({ path: path2, unread }) => unread === null ? [] : [`${path2} was not read: ${unread}`]
    )
  ];
  return first ?? null;
}
function treesOf(binaries) {
  const trees = binaries.flatMap(
    ({ breakdown, unread }) => breakdown === null || unread !== void 0 ? [] : [breakdown]
  );
  return trees.length === 0 || trees.length < binaries.length ? null : trees;
}
var MODULES = ["main", "module", "std"];
function nodesOf({ children = [] }, kind) {
  const modules = children.filter((child) => MODULES.includes(child.kind));
  return kind === "module" ? modules : modules.flatMap((module) => (module.children ?? []).filter((child) => child.kind === "package"));
}

// src/size/allowance.ts
function limitOf(bound, before) {
  if (bound.kind === "size") return bound.amount;
  return before === null ? null : before + allowanceOf(bound, before);
}
function allowanceOf(bound, before) {
  switch (bound.kind) {
    case "growth":
      return bound.amount;
    case "growth percent":
      return Math.floor(Number((before * bound.percent / 100).toPrecision(15)));
  }
}

// src/size/causes.ts
function causesOf(before, after, { ofCommits = false } = {}) {
  const [from, to] = [before.settings, after.settings];
  const sameFlags = ofCommits && withoutValues(from.ldflags) === withoutValues(to.ldflags);
  return [
    ...changed("Go", from.go, to.go),
    ...isCompiledOnly(before) || isCompiledOnly(after) ? [] : [...packerChange(from, to), ...packChanges(before, after)],
    ...sameFlags ? [] : changed("ldflags", from.ldflags, to.ldflags),
    ...changed("build-tags", tagsOf(from), tagsOf(to)),
    ...changed("build-flags", from.buildFlags?.join(" ") ?? null, to.buildFlags?.join(" ") ?? null),
    ...changed("cgo", from.cgo, to.cgo),
    // A layout has a path in one build and no name in an image that is read back.
    ...from.base?.digest === to.base?.digest ? [] : changed("base", baseOf(from), baseOf(to)),
    ...changed("certificates", from.certificates, to.certificates),
    ...changed("timezones", from.timezones, to.timezones),
    ...changed("layer-compression", from.layerCompression, to.layerCompression)
  ];
}
function baseOf({ base, layerCompression }) {
  if (base === void 0) return layerCompression === null ? null : "scratch";
  return `${base.name ?? "an image"} (${shortDigest(base.digest)})`;
}
function withoutValues(ldflags) {
  const fields = ldflags === null ? null : splitLinkerFlags(ldflags);
  if (fields?.ok !== true) return ldflags ?? "";
  return JSON.stringify(fields.value.map((field, at, all) => withoutValue(field, all[at - 1])));
}
function withoutValue(field, before) {
  return /^--?X$/.test(before ?? "") ? field.replace(/=.*$/s, "") : field.replace(/^(--?X=[^=]*)=.*$/s, "$1");
}
var OF_CGO = ["netgo", "osusergo"];
function tagsOf({ buildTags, cgo }) {
  return buildTags?.filter((tag) => cgo !== "off" || !OF_CGO.includes(tag)).join(",") ?? null;
}
function isCompiledOnly({ binaries }) {
  return binaries.some(({ pack }) => pack === null);
}
function packerChange({ packer: from }, { packer: to }) {
  const unsaid = (one, other) => one !== null && other?.startsWith(`${one} `);
  return unsaid(from, to) || unsaid(to, from) ? [] : changed("packing", from ?? "off", to ?? "off");
}
function packChanges(before, after) {
  return after.binaries.flatMap(({ name, pack }) => {
    const old = before.binaries.find((binary) => binary.name === name);
    return old === void 0 ? [] : changed(name, old.pack?.status ?? null, pack?.status ?? null);
  });
}
function changed(what, from, to) {
  if (from === null || to === null || from === to) return [];
  return [`${what} changed from ${from || "none"} to ${to || "none"}`];
}

// src/size/node-growth.ts
function compareTrees(before, after, binary) {
  return compareChildren([before], [after], { binary, path: [] });
}
function compareChildren(before, after, path2) {
  const [old, now] = [childrenByKey(before), childrenByKey(after)];
  const renamed = renamedModules(old, now);
  const oldKeys = new Set([...now.keys()].map((key) => renamed.get(key) ?? key));
  const gone = [...old.keys()].filter((key) => !oldKeys.has(key));
  return [
    ...[...now].flatMap(([key, nodes]) => compareNodes(old.get(renamed.get(key) ?? key) ?? [], nodes, path2)),
    ...gone.flatMap((key) => compareNodes(old.get(key) ?? [], [], path2))
  ];
}
function compareNodes(before, after, { binary, path: above }) {
  const node = after[0] ?? before[0];
  if (node === void 0) return [];
  const path2 = [...above, node.name];
  const [from, to] = [bytesOf(before), bytesOf(after)];
  const versionBefore = before[0]?.version ?? null;
  const versionAfter = after[0]?.version ?? null;
  const below = compareChildren(before, after, { binary, path: path2 });
  const sameVersion = before.length === 0 || after.length === 0 || versionBefore === versionAfter;
  if (from === to && sameVersion) return below;
  const change = nodeChange(node.kind, from, to);
  return [
    { binary, path: path2, kind: node.kind, versionBefore, versionAfter, before: from, after: to, change },
    ...below
  ];
}
function bytesOf(nodes) {
  return nodes.length === 0 ? null : nodes.reduce((sum2, { bytes }) => sum2 + bytes, 0);
}
function childrenByKey(parents) {
  const byKey = /* @__PURE__ */ new Map();
  for (const parent of parents)
    for (const child of parent.children ?? []) {
      const key = keyOf(child, parent);
      const same = byKey.get(key);
      if (same === void 0) byKey.set(key, [child]);
      else same.push(child);
    }
  return byKey;
}
function keyOf({ kind, name }, parent) {
  if (kind === "main") return "main";
  const within = kind === "package" && parent.kind !== "std" && isBelow(name, parent.name);
  return `${kind} ${within ? name.slice(parent.name.length) : name}`;
}
function isBelow(name, path2) {
  return name === path2 || name.startsWith(`${path2}/`);
}
function renamedModules(old, now) {
  const gone = byModule([...old.keys()].filter((key) => !now.has(key)));
  const come = byModule([...now.keys()].filter((key) => !old.has(key)));
  const renamed = /* @__PURE__ */ new Map();
  for (const [name, keys] of come) {
    const [key, ...others] = keys;
    const [before, ...otherBefore] = gone.get(name) ?? [];
    const alone = others.length === 0 && otherBefore.length === 0;
    if (key !== void 0 && before !== void 0 && alone) renamed.set(key, before);
  }
  return renamed;
}
function byModule(keys) {
  return Map.groupBy(
    keys.filter((key) => key.startsWith("module ")),
    (key) => key.replace(/\/v\d+$|(?<=^module gopkg\.in\/.*)\.v\d+$/, "")
  );
}

// src/size/padding.ts
function stepOf(platform) {
  return ["amd64", "386"].includes(platform.split("/")[1] ?? "") ? 4096 : 65536;
}
var PLACES = 2;
function paddingChange(metric, platform, before, after) {
  const [from, to] = [paddingOf(metric, before), paddingOf(metric, after)];
  if (from === null || to === null) return { bytes: 0, counts: true };
  return { bytes: to - from, counts: to - from > PLACES * stepOf(platform) };
}
function paddingOf(metric, { binaries }) {
  switch (metricRow(metric).of) {
    case "linked binaries":
      return sum(binaries.map(({ breakdown }) => headersOf(breakdown)));
    case "files":
      return sum(
        binaries.map(({ pack, breakdown }) => pack?.status === "packed" ? 0 : headersOf(breakdown))
      );
    case "transfer":
    case "process":
      return 0;
  }
}
function headersOf(breakdown) {
  if (breakdown === null) return null;
  return (breakdown.children ?? []).filter(({ kind }) => kind === "header").reduce((total, { bytes }) => total + bytes, 0);
}
function sum(values) {
  return values.reduce((total, value) => total === null || value === null ? null : total + value, 0);
}

// src/size/growth.ts
function growthOf(before, after, between = {}) {
  const { counts } = paddingChange("binary", after.platform, before, after);
  return {
    metrics: METRIC_NAMES.map((metric) => metricGrowth(metric, before, after)),
    causes: causesOf(before, after, between),
    nodes: [
      ...withHeaders(pairsOf(before.binaries, after.binaries).flatMap(binaryGrowth), counts),
      ...compareTrees(othersTree(before), othersTree(after), null)
    ],
    files: filesGrowth(before.breakdown, after.breakdown)
  };
}
function metricDelta(metric, before, after) {
  const [from, to] = [actualsOf(before)[metric], actualsOf(after)[metric]];
  if (from === null || to === null) return null;
  const padding = paddingChange(metric, after.platform, before, after);
  return padding.counts ? to - from : to - from - padding.bytes;
}
function metricGrowth(metric, before, after) {
  const [from, to] = [actualsOf(before)[metric], actualsOf(after)[metric]];
  const delta = metricDelta(metric, before, after);
  const change = from === null || delta === null ? null : changeOf({ kind: metric }, from, delta);
  return { metric, before: from, after: to, delta, change };
}
function pairsOf(before, after) {
  const [[old], [now]] = [before, after];
  if (before.length === 1 && after.length === 1) return [[old ?? null, now ?? null]];
  const gone = before.filter(({ name }) => !after.some((other) => other.name === name));
  return [
    ...after.map((one) => [before.find(({ name }) => name === one.name) ?? null, one]),
    ...gone.map((one) => [one, null])
  ];
}
function binaryGrowth([before, after]) {
  if (before !== null && before.breakdown === null) return [];
  if (after !== null && after.breakdown === null) return [];
  const name = after?.name ?? before?.name ?? null;
  return compareTrees(treeOf(before), treeOf(after), name);
}
function othersTree({ otherPrograms = [] }) {
  const children = otherPrograms.map(({ path: path2, bytes }) => ({ name: path2, kind: "binary", bytes }));
  return { name: "", kind: "image", bytes: children.reduce((sum2, { bytes }) => sum2 + bytes, 0), children };
}
function filesGrowth(before, after) {
  return before === null || after === null ? [] : compareTrees(before, after, null);
}
function treeOf(binary) {
  return binary?.breakdown ?? { name: "", kind: "binary", bytes: 0, children: [] };
}

// src/size/raised.ts
function raisedFrom(limit, platform, baseline) {
  if (baseline?.status !== "read") return null;
  const before = sizeOf(limit.subject, baseline.weight);
  const now = limitOf(limit.bound, before);
  const lower = earlier(platform, baseline).filter((old) => isCounterpart(old, limit)).map(({ bound }) => ({ bound, bytes: limitOf(bound, before) })).filter(({ bound, bytes }) => isLower(bytes, now, () => isLowerAsWritten(bound, limit.bound))).sort((one, other) => (one.bytes ?? 0) - (other.bytes ?? 0));
  return lower[0]?.bound ?? null;
}
function droppedLimits(limits, platform, baseline) {
  const here = limits.filter((limit) => limit.platform === null || limit.platform === platform);
  return earlier(platform, baseline).filter((old) => !here.some((limit) => isCounterpart(old, limit))).map(({ subject, bound }) => ({ subject, bound }));
}
function earlier(platform, baseline) {
  const limits = baseline?.status === "read" ? baseline.budget ?? [] : [];
  return limits.filter((limit) => limit.platform === null || limit.platform === platform);
}
function isCounterpart(one, other) {
  return isOfGrowth(one) === isOfGrowth(other) && isSameSubject(one.subject, other.subject);
}
function isLower(old, now, asWritten) {
  return old === null || now === null ? asWritten() : old < now;
}
function isLowerAsWritten(old, now) {
  if (old.kind === "growth percent" && now.kind === "growth percent") return old.percent < now.percent;
  return old.kind === "growth" && now.kind === "growth" && old.amount < now.amount;
}

// src/size/verdict.ts
function judge({ budget, onOverBudget }, weight, baseline, packages = [], others = []) {
  const declared = declaredLimits(budget);
  const dropped = droppedLimits(declared, weight.platform, baseline);
  const limits = declared.filter(({ platform }) => platform === null || platform === weight.platform).map((limit) => judgeLimit(limit, weight, baseline, { packages, before: others }));
  return verdictOf({ budget, onOverBudget }, limits, dropped);
}
function verdictOf({ budget, onOverBudget }, limits, dropped) {
  if (declaredLimits(budget).length === 0) return { status: "none", waived: false, limits, dropped };
  const status = worstStatus(limits, "within");
  const over = limits.filter((limit) => limit.status === "over");
  const lenient = onOverBudget === "warn" || onOverBudget === "fail-if-grown" && over.every(({ inherited }) => inherited);
  return { status, waived: status === "over" && lenient, limits, dropped };
}
function judgeLimit(limit, weight, baseline, { packages, before: others }) {
  const { subject, bound } = limit;
  const actual = known(sizeOf(subject, weight));
  const before = baseline?.status === "read" ? known(sizeOf(subject, baseline.weight)) : null;
  const growth = growthOf2(limit, weight, baseline);
  const compared = { limit, weight, baseline, actual, before, growth };
  const earlier2 = baseline?.status === "read" ? baseline.weight.binaries : [];
  const finding = isAbsent(subject, weight.binaries, { before: [...earlier2, ...others], packages }) ? unmeasured("it is not in any of the binaries") : bound.kind === "size" ? judgeSize(bound.amount, compared) : judgeGrowth(bound, compared);
  return {
    subject,
    bound,
    platform: weight.platform,
    limit: limitOf(bound, before),
    actual,
    before,
    growth,
    inherited: false,
    ...finding,
    raisedFrom: raisedFrom(limit, weight.platform, baseline)
  };
}
function judgeSize(amount, { limit, weight, actual, before, growth }) {
  if (actual === null) return unknownSize(limit, weight);
  if (actual <= amount) return { status: "within", reason: null };
  const overBefore = before !== null && before > amount;
  return { status: "over", reason: null, inherited: overBefore && grown(limit, before, growth) <= 0 };
}
function judgeGrowth(bound, compared) {
  const { limit, weight, baseline, actual, before, growth } = compared;
  if (actual === null) return unknownSize(limit, weight);
  if (baseline === null) return unmeasured("no baseline was requested");
  if (baseline.status === "absent") return { status: "within", reason: "there is no baseline" };
  if (baseline.status === "unreadable") return unmeasured("the baseline could not be read");
  if (before === null || growth === null) return unmeasured("the baseline does not have this value");
  const within = grown(limit, before, growth) <= allowanceOf(bound, before);
  return { status: within ? "within" : "over", reason: null };
}
function grown({ subject }, before, growth) {
  if (growth === null) return Infinity;
  return isNoise(subject, before, growth) ? 0 : growth;
}
function growthOf2({ subject }, weight, baseline) {
  if (baseline?.status !== "read") return null;
  if (!isPart(subject)) return known(metricDelta(subject.kind, baseline.weight, weight));
  const [before, after] = [sizeOf(subject, baseline.weight), sizeOf(subject, weight)];
  return before === null || after === null ? null : known(after - before);
}
function unknownSize({ subject }, weight) {
  const part = isPart(subject);
  const ofBinaries = part || metricRow(subject.kind).of === "linked binaries";
  const unread = ofBinaries ? unreadProgram(weight) : null;
  return unmeasured(unread ?? (part ? "the contents of the binaries are not known" : null));
}
function unmeasured(reason) {
  return { status: "unmeasured", reason };
}
function known(size) {
  return size !== null && Number.isFinite(size) ? size : null;
}

// src/size/together.ts
function together(verdicts) {
  const status = worstStatus(verdicts, "none");
  const over = verdicts.filter((verdict) => verdict.status === "over");
  const dropped = verdicts.flatMap((verdict) => verdict.dropped);
  return {
    status,
    waived: status === "over" && over.every(({ waived }) => waived),
    limits: verdicts.flatMap(({ limits }) => limits),
    dropped: [...new Map(dropped.map((limit) => [formatLimit({ ...limit, platform: null }), limit])).values()]
  };
}

export {
  allowanceOf,
  growthOf,
  sizeOf,
  unknownSubjects,
  unreadProgram,
  judge,
  verdictOf,
  known,
  together,
  allOf,
  prepareTags,
  moveTags,
  notMovedResult,
  publish,
  outcomeOf,
  authenticate,
  requireAll
};
