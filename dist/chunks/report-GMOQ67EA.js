import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  nodeChange
} from "./chunk-RIN426WY.js";
import {
  baseWords,
  describePrice,
  lacks,
  otherProgramWords
} from "./chunk-VQVLJSEC.js";
import {
  packedWith
} from "./chunk-K3MYLFWG.js";
import {
  describeBaseline,
  unownedWords
} from "./chunk-3NRIVDBR.js";
import {
  BREAKDOWN_KINDS
} from "./chunk-Q7VAICPW.js";
import "./chunk-Q2ABXHKH.js";
import {
  actualsOf
} from "./chunk-BNLTPXAC.js";
import {
  IMAGE_COLUMNS,
  countedNodes,
  describeBreach,
  excessOf,
  formatMetric,
  imageRows,
  isOfSeveral,
  isUnchecked,
  isUnowned,
  limitsFor,
  nodeName,
  sizesApart,
  urgentFirst
} from "./chunk-KZT2CLQA.js";
import {
  formatChange,
  formatDelta,
  formatGrowth,
  formatUsed
} from "./chunk-7QU7PEQ2.js";
import {
  largestFirst
} from "./chunk-7G2KKNT6.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  formatBound,
  formatBytes,
  formatLimit,
  formatSubject
} from "./chunk-F2CDRKCC.js";
import {
  METRIC_NAMES,
  isOfGrowth,
  isPart,
  isSameSubject,
  metricRow,
  unitOf
} from "./chunk-NWSLXV6K.js";
import "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-33PJWEQH.js";

// src/report/html/report.ts
import { createHash } from "node:crypto";

// src/report/html/markup.ts
function breakable(path) {
  return { markup: path.split("/").map(escapeText).join("/<wbr>") };
}
function html(texts, ...pieces) {
  return { markup: texts.map((text, index) => text + write(pieces[index] ?? "")).join("") };
}
function verbatim(markup) {
  return { markup };
}
function write(piece) {
  if (typeof piece === "string" || typeof piece === "number") return escapeText(String(piece));
  return "markup" in piece ? piece.markup : piece.map(({ markup }) => markup).join("");
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeText(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
function embedJson(value) {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}

// src/report/html/encode.ts
var LONGEST_NAME = 400;
function encodeTree(root, growth) {
  const columns = {
    names: [],
    kinds: [],
    bytes: [],
    parts: [],
    versions: {},
    before: {},
    versionsBefore: {}
  };
  add(columns, root, byPath(growth ?? []), growth === null ? void 0 : rootGrowth(root, growth));
  return { ...columns, before: growth === null ? null : columns.before };
}
function add(columns, node, compared, own) {
  const id = columns.names.length;
  const children = childrenOf(node, compared);
  columns.names.push(readable(node.name));
  columns.kinds.push(BREAKDOWN_KINDS.indexOf(node.kind));
  columns.bytes.push(node.bytes);
  columns.parts.push(children.length);
  if (node.version !== void 0) columns.versions[id] = readable(node.version);
  if (own !== void 0 && own.change !== "unchanged") columns.before[id] = own.before;
  const { versionBefore = null } = own ?? {};
  if (versionBefore !== null && node.version !== void 0 && versionBefore !== node.version) {
    columns.versionsBefore[id] = readable(versionBefore);
  }
  const told = /* @__PURE__ */ new Set();
  for (const child of children) {
    const under = compared?.under.get(child.name);
    const grown = under?.own.find(({ kind }) => kind === child.kind);
    add(columns, child, under, grown === void 0 || told.has(grown) ? void 0 : grown);
    if (grown !== void 0) told.add(grown);
  }
}
function readable(name) {
  return printable(shorten(name, LONGEST_NAME));
}
function childrenOf(node, compared) {
  const { children = [] } = node;
  if (compared === void 0) return children.toSorted(largestFirst);
  const present = new Set(children.map(keyOf));
  const removed = [...compared.under].flatMap(
    ([name, { own }]) => own.map(({ kind }) => ({ name, kind, bytes: 0 })).filter((gone) => !present.has(keyOf(gone)))
  );
  return [...children, ...removed].sort(largestFirst);
}
function keyOf({ kind, name }) {
  return `${kind} ${name}`;
}
function rootGrowth(root, growth) {
  const by = countedNodes(growth).reduce((sum, { before: before2, after }) => sum + (after ?? 0) - (before2 ?? 0), 0);
  const before = root.bytes - by;
  return { change: nodeChange(root.kind, before, root.bytes), before, versionBefore: null };
}
function byPath(nodes) {
  const root = { own: [], under: /* @__PURE__ */ new Map() };
  for (const node of nodes) {
    let at = root;
    for (const name of node.path) {
      const next = at.under.get(name) ?? { own: [], under: /* @__PURE__ */ new Map() };
      at.under.set(name, next);
      at = next;
    }
    at.own.push(node);
  }
  return root;
}

// src/report/html/model.ts
function pageData(weighIn, depths) {
  const trees = [];
  const several = weighIn.images.flatMap(({ platforms }) => platforms).length > 1;
  for (const image of weighIn.images) {
    for (const weight of image.platforms) {
      const depth = depths.find(
        ({ image: name, platform: platform2 }) => name === image.name && platform2 === weight.platform
      );
      const group = several ? printable(`${image.name} ${weight.platform}`) : "";
      trees.push(...platformTrees(weight, depth, group, trees.length));
    }
  }
  return { trees, first: 0 };
}
function platformTrees(weight, depth, group, first) {
  const growth = depth?.growth ?? weight.growth;
  const binaries = weight.binaries.flatMap(({ name, path, linkedSize, shippedSize, breakdown }) => {
    const tree = depth?.breakdowns.get(name) ?? breakdown;
    const what = linkedSize === shippedSize ? "as shipped" : `as linked, ships as ${formatBytes(shippedSize)}`;
    const nodes = growth?.nodes.filter(({ binary }) => binary === name) ?? null;
    return tree === null ? [] : [{ path, tree: { name: printable(name), what, group, opens: {}, ...encodeTree(tree, nodes) } }];
  });
  const files = encodeTree(weight.breakdown, growth?.files ?? null);
  const opens = {};
  for (const [index, { path }] of binaries.entries()) {
    const node = files.names.indexOf(printable(path));
    if (node > 0) opens[node] = first + index;
  }
  const image = { name: "image", what: "files as shipped", group, opens, ...files };
  return [...binaries.map(({ tree }) => tree), image];
}
function titleOf({ images, failed = [] }) {
  const names = new Set([...images, ...failed].map(({ name }) => name));
  const [first] = names;
  if (first === void 0) return "nothing";
  return names.size === 1 ? printable(first) : `${names.size} images`;
}

// src/report/html/cells.ts
function sizeCells(weight, limits) {
  const actuals = actualsOf(weight);
  return html`<div class="cells">
    ${[
    ...METRIC_NAMES.map((metric) => metricCell(metric, actuals[metric], weight, limits)),
    ...partsOf(limits).map((part) => partCell(part, weight, limits))
  ]}
  </div>`;
}
function partsOf(limits) {
  const parts = limits.map(({ subject }) => subject).filter(isPart);
  return parts.filter((part, at) => parts.findIndex((other) => isSameSubject(part, other)) === at);
}
function limitsFor2(subject, limits) {
  return limits.filter((limit) => isSameSubject(limit.subject, subject));
}
function metricCell(metric, actual, weight, limits) {
  const { meaning, unit } = metricRow(metric);
  const growth = weight.growth?.metrics.find((grown) => grown.metric === metric);
  return cell({
    name: metric,
    meaning,
    size: actual === null ? null : formatMetric(metric, actual),
    growth: growthOf(growth, unit),
    limits: limitsFor2({ kind: metric }, limits)
  });
}
function partCell(part, weight, limits) {
  const of = limitsFor2(part, limits);
  const actual = of[0]?.actual ?? null;
  const besides = unownedWords({ subject: part }, weight);
  return cell({
    name: part.path,
    meaning: part.kind,
    size: actual === null ? null : formatBytes(actual),
    growth: html``,
    limits: of,
    ...besides === "" ? {} : { besides }
  });
}
function cell({ name, meaning, size, growth, limits, besides }) {
  return html`<section class="cell">
    <h3><bdi>${breakable(printable(name))}</bdi> <small>${meaning}</small></h3>
    <p class="size">${size ?? "not measured"}${growth}</p>
    ${limits.map(limitLine)}${besides === void 0 ? html`` : html`<p class="limit">${together(besides)}</p>`}
  </section>`;
}
function growthOf(growth, unit) {
  if (growth === void 0 || growth.delta === null) return html``;
  if (growth.change === "unchanged") return html` <span class="change">unchanged</span>`;
  const by = growth.delta;
  return html` <span class="change ${by > 0 ? "more" : "less"}">${formatGrowth(by, unit)}</span>`;
}
function limitLine(verdict2) {
  const { subject, actual, limit, growth, status } = verdict2;
  const unit = unitOf(subject);
  const bound = formatBound(verdict2.bound, unit);
  const mark = status === "within" ? "" : " over";
  if (isOfGrowth(verdict2)) {
    const grown = growth === null ? "growth unknown" : `${formatGrowth(growth, unit)} since the baseline`;
    return html`<p class="limit${mark}">${together(`${grown}, ${bound} allowed${overWords(verdict2)}`)}</p>`;
  }
  if (actual === null || limit === null)
    return html`<p class="limit over">${together(`of ${bound}, not checked`)}</p>`;
  const used = Math.min(100, 100 * actual / Math.max(limit, 1)).toFixed(2);
  return html`<svg class="gauge${mark}" width="100%" height="8" aria-hidden="true">
      <rect class="whole" width="100%" height="8" rx="4" />
      <rect class="used" width="${used}%" height="8" rx="4" />
    </svg>
    <p class="limit${mark}">
      ${together(`${formatUsed(actual, limit)} of ${sizesApart(actual, limit, unit).limit}${overWords(verdict2)}`)}
    </p>`;
}
function overWords(verdict2) {
  const excess = excessOf(verdict2);
  return excess === null ? "" : `: over by ${excess}`;
}
function together(text) {
  return text.replace(/(\d) (?=[kMG]?B\b|%)/g, "$1\xA0");
}

// src/report/html/growth-section.ts
var MOST = 8;
var LONGEST_NAME2 = 200;
function growthSection({ causes, nodes, files }, baseline) {
  const rows = [...ends(nodes), ...nodes.length === 0 ? ends(files) : []].sort((one, other) => Math.abs(byOf(other)) - Math.abs(byOf(one))).filter((node, index) => index < MOST || isUnowned(node));
  const changed = rows.length === 0 ? html`<p>Nothing changed beyond noise.</p>` : html`<ol class="changes">
          ${rows.map(changeRow)}
        </ol>`;
  return html`<section class="growth">
    <h3>Changed since ${baseline}</h3>
    ${causes.map((cause) => html`<p class="cause">Not only code changed: ${printable(cause)}.</p>`)} ${changed}
  </section>`;
}
function ends(nodes) {
  const listed = nodes.filter(
    (node) => node.kind !== "function" && node.change !== "unchanged" && !(isUnowned(node) && node.path.length > 1)
  );
  const around = new Set(listed.map(({ binary, path }) => keyOf2(binary, path.slice(0, -1))));
  return listed.filter(({ binary, path }) => !around.has(keyOf2(binary, path)));
}
function keyOf2(binary, path) {
  return JSON.stringify([binary, path]);
}
function byOf({ before, after }) {
  return (after ?? 0) - (before ?? 0);
}
function changeRow(node) {
  const { kind, path, change, versionBefore, versionAfter } = node;
  const name = printable(shorten(nodeName(kind, path.at(-1) ?? ""), LONGEST_NAME2));
  const by = byOf(node);
  const versions = versionBefore !== null && versionAfter !== null && versionBefore !== versionAfter ? ` ${printable(versionBefore)} \u2192 ${printable(versionAfter)}` : "";
  const word = change === "added" ? "new" : change === "removed" ? "gone" : "";
  return html`<li>
    <bdi>${breakable(name)}</bdi>${versions} <span class="word">${word}</span
    ><span class="change ${by > 0 ? "more" : "less"}">${formatDelta(by)}</span>
  </li>`;
}

// src/report/html/images-table.ts
var MARKS = { good: "\u2713", bad: "\u2715", doubtful: "!", none: "\u2013" };
function imagesTable(weighIn) {
  const rows = urgentFirst(imageRows(weighIn)).flatMap(
    (image) => image.rows.map((row, at) => tableRow(row, image, at, weighIn))
  );
  return html`${failures(weighIn)}
    <div class="scroller">
      <table class="images">
        <thead>
          <tr>
            ${IMAGE_COLUMNS.map((column) => html`<th scope="col" class="${column === "image" ? "of" : column}">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
function tableRow(row, { rows }, at, weighIn) {
  const name = html`<bdi>${printable(row.image)}</bdi>`;
  const place = weighIn.images.findIndex((image) => image.name === row.image);
  const title = place < 0 ? name : html`<a href="#image-${place + 1}">${name}</a>`;
  const heading = at === 0 ? html`<th scope="rowgroup" rowspan="${rows.length}">${title}</th>` : html``;
  return html`<tr class="${row.mark}">
    ${heading}
    <td class="platform">${printable(row.platform)}</td>
    <td class="size">${row.size}</td>
    <td class="limit">${printable(row.limit)}</td>
    <td class="used">${row.used}</td>
    <td class="growth">${row.growth}</td>
    <td class="status">
      <span class="mark" aria-hidden="true">${MARKS[row.mark]}</span> ${printable(row.status)}
    </td>
  </tr>`;
}
function failures({ failed = [] }) {
  return html`${failed.map(
    ({ name, code, message }) => html`<p class="failed">
        <strong><bdi>${printable(name)}</bdi> failed</strong> (${printable(code)}): ${printable(message)}
      </p>`
  )}`;
}

// src/report/html/verdict.ts
function headlineOf({ budget, platforms }) {
  const { limits } = budget;
  switch (budget.status) {
    case "within":
      return { mark: "good", words: "Within budget", because: tightest(limits) };
    case "over":
      return {
        mark: budget.waived ? "doubtful" : "bad",
        words: budget.waived ? "Over budget, but allowed" : "Over budget",
        because: limits.flatMap((limit) => describeBreach(limit) ?? [])
      };
    case "unmeasured":
      return { mark: "bad", words: "Budget not checked", because: limits.flatMap(unmeasured) };
    case "none": {
      const sizes = platforms.map(({ sizes: sizes2 }) => sizes2.imageSize);
      const because = sizes.length === 0 ? [] : [`the image is ${formatBytes(Math.max(...sizes))}`];
      return { mark: "none", words: "No budget", because };
    }
  }
}
function tightest(limits) {
  const used = limits.flatMap((verdict2) => {
    const { subject, actual: actual2, limit: limit2 } = verdict2;
    return actual2 === null || limit2 === null || isOfGrowth(verdict2) ? [] : [{ subject, actual: actual2, limit: limit2 }];
  });
  const [worst] = used.sort((one, other) => other.actual / other.limit - one.actual / one.limit);
  if (worst === void 0) return [];
  const { actual, limit } = sizesApart(worst.actual, worst.limit, unitOf(worst.subject));
  return [
    `${printable(formatSubject(worst.subject))} is ${actual} of ${limit} (${formatUsed(worst.actual, worst.limit)})`
  ];
}
function unmeasured({ status, subject, platform: platform2, reason }) {
  if (status !== "unmeasured") return [];
  const of = `${printable(formatSubject(subject))} of ${printable(platform2)} was not measured`;
  return [reason === null ? of : `${of}: ${printable(reason)}`];
}
function budgetNotes({
  budget,
  baseline
}) {
  return [
    ...budget.limits.flatMap(({ subject, bound, raisedFrom }) => {
      if (raisedFrom === null) return [];
      const [from, to] = [raisedFrom, bound].map((one) => formatBound(one, unitOf(subject)));
      return [`The limit of ${printable(formatSubject(subject))} was raised from ${from} to ${to}.`];
    }),
    ...budget.dropped.map(
      (limit) => `The limit ${printable(formatLimit({ ...limit, platform: null }))} was removed since the baseline.`
    ),
    ...uncheckedNote(budget.limits, baseline?.reason ?? null)
  ];
}
function uncheckedNote(limits, why) {
  const unchecked = limits.filter(isUnchecked);
  const names = [...new Set(unchecked.map(({ subject }) => printable(formatSubject(subject))))];
  if (names.length === 0) return [];
  const because = why === null ? "" : `: ${printable(why)}`;
  return [`The growth of ${names.join(" and ")} passes unchecked, because there is no baseline${because}.`];
}

// src/report/html/overview.ts
var MOST_OPEN = 2;
function overview(weighIn) {
  const { images } = weighIn;
  const several = isOfSeveral(weighIn);
  const table = several ? imagesTable(weighIn) : html``;
  return html`${table}${images.map(
    (image, at) => images.length > MOST_OPEN ? folded(image, at) : open(image, at, several)
  )}`;
}
function open(image, at, named) {
  if (!named) return html`<section class="image">${verdict(image)}${body(image)}</section>`;
  const title = html`<h2><bdi>${printable(image.name)}</bdi></h2>`;
  return html`<section class="image" id="image-${at + 1}">${title}${verdict(image)}${body(image)}</section>`;
}
function folded(image, at) {
  const attribute = image.budget.status === "over" || image.budget.status === "unmeasured" ? html` open` : html``;
  return html`<details class="image" id="image-${at + 1}" ${attribute}>
    <summary>
      <h2><bdi>${printable(image.name)}</bdi></h2>
      ${verdict(image)}
    </summary>
    ${body(image)}
  </details>`;
}
function verdict(image) {
  const { mark, words, because } = headlineOf(image);
  const reasons = because.length === 0 ? html`` : html`: <span class="because">${because.join("; ")}</span>`;
  return html`<p class="verdict ${mark}">
    <span class="mark" aria-hidden="true">${MARKS[mark]}</span> <strong>${words}</strong>${reasons}
  </p>`;
}
function body(image) {
  return html`${budgetNotes(image).map((note) => html`<p class="note">${note}</p>`)}
    ${image.platforms.map((weight) => platform(weight, image))}
    <p class="published">${publishedAs(image)}</p>`;
}
function platform(weight, image) {
  const limits = limitsFor(image.budget, weight.platform);
  const baseline = image.baseline === null ? "the baseline" : printable(describeBaseline(image.baseline));
  return html`<section class="platform">
    <p class="built">${printable(weight.platform)}${builtWith(weight)}</p>
    ${sizeCells(weight, limits)} ${weight.growth === null ? html`` : growthSection(weight.growth, baseline)}
    <ul class="proofs">
      ${weight.binaries.map((binary) => binaryLine(binary, weight.settings.base))}${otherLines(weight)}${smokeLine(weight)}
    </ul>
  </section>`;
}
function builtWith(weight) {
  const { go, base } = weight.settings;
  const packer = packedWith(weight);
  return [
    go ?? "a prebuilt binary",
    ...packer === null ? [] : [packer],
    ...base === void 0 ? [] : [`on ${baseWords(base)}`]
  ].map((part) => ` \xB7 ${printable(part)}`).join("");
}
function binaryLine(binary, base) {
  const { path, linkedSize, shippedSize, pack, proof, price, needs } = binary;
  const lacked = lacks(needs, base);
  const packing = pack.status === "packed" ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})` : `ships unpacked: ${printable(pack.reason)}`;
  const costs = price === null ? "" : `; ${describePrice(price)}`;
  return html`<li>
    <code>${printable(path)}</code> ${packing};
    ${proofWords(proof)}${costs}${lacked === null ? "" : `; ${lacked}`}
  </li>`;
}
function otherLines({ otherPrograms = [] }) {
  const { read, unread, more } = otherProgramWords(otherPrograms);
  return [read, ...unread, more].flatMap((line) => line === null ? [] : [html`<li>${printable(line)}</li>`]);
}
function proofWords({ status, reason }) {
  const why = reason === null ? "" : ` (${printable(reason)})`;
  switch (status) {
    case "proven":
      return `proven to start${why}`;
    case "failed":
      return `failed its proof${why}`;
    case "not run":
      return `not proven${why}`;
  }
}
function smokeLine({ smokeTest: { status, seen } }) {
  switch (status) {
    case "passed":
    case "not run":
      return html`<li>smoke test ${status}: ${printable(seen.join(", "))}</li>`;
    case "not asked":
      return html``;
  }
}
function publishedAs({ published, references, missing = [], digest }) {
  const as = references.map((reference) => html`<code>${printable(reference)}</code> `);
  const not = missing.map(
    ({ reference, reason }) => html`<br />Not published as <code>${printable(reference)}</code>: ${printable(reason)}`
  );
  if (published && references.length === 0)
    return html`Written, but not pushed to a registry. Digest <code>${digest}</code>${not}`;
  return published ? html`Published as ${as}<code>${digest}</code>${not}` : html`Nothing was published. Digest <code>${digest}</code>${not}`;
}

// src/report/html/page.generated.ts
var PAGE_SCRIPT = '/* With parts of d3-hierarchy:\nCopyright 2010-2026 Mike Bostock\n\nPermission to use, copy, modify, and/or distribute this software for any purpose\nwith or without fee is hereby granted, provided that the above copyright notice\nand this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH\nREGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND\nFITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,\nINDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS\nOF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER\nTORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF\nTHIS SOFTWARE.\n*/\n"use strict";(()=>{var He={B:1,kB:1e3,MB:1e6,GB:1e9,KiB:1024,MiB:1024**2,GiB:1024**3},ze=["kB","MB","GB"];function b(e){if(e<1e3)return`${Math.round(e)} B`;for(let n of ze){let t=Fe(e/He[n]);if(Number(t)<1e3||n==="GB")return`${t} ${n}`}return`${e} B`}function Fe(e){for(let n of[2,1]){let t=e.toFixed(n);if(t.replace(".","").length<=3)return t}return e.toFixed(0)}function $(e,n){if(n===0)return"";let t=100*e/n;return t>0&&t<.1?"<0.1 %":`${t<9.95&&t>0?t.toFixed(1):Math.round(t)} %`}function D(e){return`${String(e).replace(/\\B(?=(\\d{3})+$)/g,",")} bytes`}function s(e,{text:n,on:t={},...r}={},...o){let i=document.createElement(e);for(let[a,l]of Object.entries(r))l===!0?i.setAttribute(a,""):(typeof l=="string"||typeof l=="number")&&i.setAttribute(a,`${l}`);for(let[a,l]of Object.entries(t))i.addEventListener(a,l);return n!==void 0&&(i.textContent=n),i.append(...o.filter(a=>a!==null)),i}function Y(e){let n=e.split("/");return n.flatMap((t,r)=>r===n.length-1?[t]:[`${t}/`,s("wbr")])}function U(e,n){let t=s("span");return t.style.inlineSize=`${n===0?0:Math.min(100,100*e/n)}%`,s("span",{class:"meter","aria-hidden":"true"},t)}var We=4;function K(e,n,t,r){let o=t.map(({value:a})=>s("input",{type:"radio",name:e,value:a,on:{change:()=>r(a)}})),i=o.map((a,l)=>s("label",{},a,s("span",{text:t[l]?.label??""})));return{element:s("fieldset",{class:"choice"},s("legend",{text:n}),...i),mark:a=>{for(let l of o)l.checked=l.value===a}}}function te({trees:e},{showTree:n}){let t=({name:o,what:i,group:a})=>`${a===""?"":`${a}: `}${o}, ${i}`;if(e.length<=We){let o=e.map((a,l)=>({value:`${l}`,label:t(a)})),i=K("tree","Tree",o,a=>n(Number(a)));return i.element.hidden=e.length<2,{element:i.element,show:({treeIndex:a})=>i.mark(`${a}`)}}let r=s("select",{on:{change:()=>n(Number(r.value))}},...e.map((o,i)=>s("option",{value:`${i}`,text:t(o)})));return{element:s("label",{class:"scope"},s("span",{text:"Tree "}),r),show:({treeIndex:o})=>{r.value=`${o}`}}}function re({change:e}){let t=K("view","View",[{value:"map",label:"Map"},{value:"table",label:"Table"}],r=>e({view:r}));return{element:t.element,show:({view:r})=>t.mark(r)}}function oe({change:e}){let t=K("colour","Color by",[{value:"kind",label:"Kind"},{value:"growth",label:"Growth"}],r=>e({colouring:r}));return{element:t.element,show:({tree:r,colouring:o})=>{t.element.hidden=!r.compared,t.mark(o)}}}function ie(){let n=K("theme","Theme",[{value:"auto",label:"Auto"},{value:"light",label:"Light"},{value:"dark",label:"Dark"}],t=>{document.documentElement.dataset.theme=t});return n.mark("auto"),n.element}function ae({search:e,enter:n}){let t=null,r=s("input",{type:"search",placeholder:"Search names  /","aria-label":"Search names",autocomplete:"off",spellcheck:"false",on:{input:()=>e(r.value)}}),o=s("output",{"aria-live":"polite"});return r.addEventListener("keydown",i=>{i.key==="Escape"&&e("");let a=qe(t);i.key==="Enter"&&a!==null&&n(a)}),{element:s("div",{class:"search",role:"search"},r,o),show:i=>{t=i.found,r.value!==i.query&&(r.value=i.query),o.textContent=t===null?"":Ue(t)}}}function qe(e){return[...e?.parts??[]].toSorted((t,r)=>r.bytes-t.bytes)[0]??null}function Ue({parts:e,bytes:n}){return e.size===0?"nothing found":`${e.size.toLocaleString("en")} found, ${b(n)} together`}var se=["image","file","binary","main","std","module","package","function","pclntab","types","data","embed","header","unknown","debug","symbols"];var Z={change:"unchanged"};function le(e){let n=[],t=[];for(let[r,o]of e.names.entries()){for(;t.at(-1)?.missing===0;)t.pop();let i=t.at(-1),a=e.bytes[r]??0,l={name:o,kind:se[e.kinds[r]??-1]??"unknown",bytes:a,version:e.versions[r]??null,versionBefore:e.versionsBefore[r]??null,parent:i?.part??null,children:[],growth:Ke(e,r,a),opens:e.opens[r]??null};n.push(l),i!==void 0&&(i.part.children.push(l),i.missing-=1),t.push({part:l,missing:e.parts[r]??0})}return n}function Ke(e,n,t){let r=e.before?.[n];return r===void 0?Z:{change:"changed",before:r,by:t-(r??0)}}function H(e){return e.parent===null?[e]:[...H(e.parent),e]}function L(e,n){return e===n||e.parent!==null&&L(e.parent,n)}function ue(e,n){return n==="count"?`${e}`:b(e)}function T(e){return Ge(e,"bytes")}function Ge(e,n){return`${e===0?"\xB1":e<0?"\u2212":"+"}${ue(Math.abs(e),n)}`}function z({kind:e}){switch(e){case"main":return"main module";case"std":return"standard library";case"pclntab":return"function table";case"types":return"type descriptors";case"embed":return"embedded";case"debug":return"debug information";case"rest":return"several";case"image":case"file":case"binary":case"module":case"package":case"function":case"data":case"header":case"symbols":case"unknown":return e}}var Ve={types:"type descriptors",data:"data without an owner"};function x({name:e,kind:n,version:t,versionBefore:r}){let o=n==="std"?"standard library":(e===n?Ve[n]:void 0)??e;return t===null?o:r===null?`${o} ${t}`:`${o} ${r} \u2192 ${t}`}function ce(e){let{kind:n,parent:t}=e;return t?.kind==="package"&&n!=="package"?`${t.name} ${x(e)}`:x(e)}function k({growth:e,bytes:n}){return e.change==="unchanged"?"":e.before===null?"new":n===0?`gone, ${T(e.by)}`:T(e.by)}function de(e,n){let t=k(e);return[x(e),z(e),b(e.bytes),`${$(e.bytes,n.bytes)} of ${x(n)}`,...t===""?[]:[t],...e.children.length>0?[F(e.children.length)]:[]].join(", ")}function F(e){return e===1?"1 part":`${e.toLocaleString("en")} parts`}function C(e){return H(e).map(x).join(" \u203A ")}var je=7;function J(e,n){let t=[x(e),e.name,...Xe(e)],r=t.find(o=>o.length<=n);return r!==void 0?r:n<je?"":t.at(-1)??""}function Xe({name:e,kind:n}){if(n==="function")return[e.replace(/^\\(?\\*?[\\w.[\\]\u2026]+\\)?\\.(?=\\w)/,"")];let t=e.split("/"),r=t.map((o,i)=>`\u2026/${t.slice(i).join("/")}`);return t.length<2?[]:[...r.slice(1),t.at(-1)??""]}function fe(e){let n=s("ol"),t=s("p",{class:"facts"});return{element:s("nav",{class:"crumbs","aria-label":"Where you are in the tree"},n,t),show:({at:r,tree:o})=>{let i=H(r);n.replaceChildren(...i.map(a=>s("li",{},Ye(a,a===r,e)))),t.textContent=[b(r.bytes),...r===o.root?[o.what]:[],...r.children.length>0?[F(r.children.length)]:[],...k(r)===""?[]:[k(r)]].join(" \xB7 ")}}}function Ye(e,n,{enter:t}){return n?s("span",{"aria-current":"location",tabindex:-1,text:x(e)}):s("button",{type:"button",text:x(e),on:{click:()=>t(e)}})}function Q(e,n){let t=n.toLowerCase().split(/\\s+/).filter(Boolean).slice(0,30);if(t.length===0)return null;let r=2**t.length-1,o=new Map([[null,0]]),i=[];for(let a of e){let l=Ze(a,t),c=l|(o.get(a.parent)??0);o.set(a,c),l!==0&&c===r&&i.push(a)}return{parts:new Set(i),lit:Je(i),bytes:Qe(i)}}function Ze({name:e,version:n},t){let r=`${e} ${n??""}`.toLowerCase();return t.reduce((o,i,a)=>r.includes(i)?o|1<<a:o,0)}function Je(e){let n=new Set;for(let t of e)for(let r=t;r!==null&&!n.has(r);r=r.parent)n.add(r);return n}function Qe(e){let n=new Set(e),t=r=>r!==null&&(n.has(r)||t(r.parent));return e.reduce((r,o)=>t(o.parent)?r:r+o.bytes,0)}var en=[["main","this module"],["module","dependencies"],["std","standard library"],["types","type descriptors"],["data","data without an owner"],["pclntab","function table"],["debug","debug information and symbols"],["binary","binaries"],["file","files"],["other","headers, padding, unknown"]];function B(e){for(let n=e;n!==null;n=n.parent)if(n.kind==="main"||n.kind==="module"||n.kind==="std")return n.kind;return nn(e)}function nn({kind:e}){switch(e){case"main":case"module":case"std":case"types":case"data":case"pclntab":case"debug":case"file":case"binary":return e;case"embed":return"data";case"symbols":return"debug";case"image":return"file";case"package":case"function":return"main";case"header":case"unknown":case"rest":return"other"}}function me(e){let n=new Map;return he(e,n),en.flatMap(([t,r])=>{let o=n.get(t)??0;return o>0?[{family:t,label:r,bytes:o}]:[]})}function he(e,n){if(!(e.kind==="main"||e.kind==="module"||e.kind==="std")&&e.children.length>0){for(let o of e.children)he(o,n);return}let r=B(e);n.set(r,(n.get(r)??0)+e.bytes)}var tn=[.01,.1,.5],pe=[["less-4","gone or halved"],["less-3",""],["less-2",""],["less-1",""],["more-1",""],["more-2",""],["more-3",""],["more-4","new, or grown by half"],["same","unchanged"]];function G({growth:e}){if(e.change==="unchanged"||e.by===0)return"same";let n=e.before===null||e.before===0?1:Math.abs(e.by)/e.before,t=1+tn.filter(r=>n>=r).length;return`${e.by>0?"more":"less"}-${rn(t)}`}function rn(e){return e<=1?1:e===2?2:e===3?3:4}function ge(){let e=s("div",{class:"legend"});return{element:e,show:({at:n,colouring:t})=>e.replaceChildren(...t==="growth"?an():on(n))}}function on(e){let n=me(e),t=n.map(({family:o,bytes:i})=>{let a=s("span",{class:`family-${o}`});return a.style.flexGrow=`${i}`,a}),r=n.map(({family:o,label:i,bytes:a})=>s("li",{},s("span",{class:`key family-${o}`}),`${i} `,s("span",{class:"figure",text:`${b(a)}, ${$(a,e.bytes)}`})));return[s("div",{class:"strip","aria-hidden":"true"},...t),s("ul",{},...r)]}function an(){let e=pe.map(([n,t])=>s("li",{},s("span",{class:`key shade-${n}`}),...t===""?[]:[t]));return[s("ul",{class:"scale","aria-label":"Colors of growth, from smaller to larger"},...e)]}var sn=[["parts","its parts"],["module","all modules"],["package","all packages"],["function","all functions"],["all","everything"]];function V(e,n,t){return t!==null?ee(e,r=>t.lit.has(r)).filter(r=>t.parts.has(r)):n==="parts"?e.children:ee(e,()=>!0).filter(({kind:r})=>n==="all"||be(n,r))}function ye(e){let n=new Set(ee(e,()=>!0).map(({kind:t})=>t));return sn.filter(([t])=>t==="parts"||t==="all"?!0:[...n].some(r=>be(t,r)))}function be(e,n){return e==="module"?n==="module"||n==="main"||n==="std":n===e}function ee(e,n){let t=[],r=o=>{for(let i of o.children)n(i)&&(t.push(i),r(i))};return r(e),t}function j(e,{column:n,descending:t}){let r=t?-1:1;return e.toSorted((o,i)=>r*ln(o,i,n)||xe(o,i))}function ln(e,n,t){switch(t){case"name":return xe(e,n);case"kind":return e.kind<n.kind?-1:+(e.kind>n.kind);case"bytes":return e.bytes-n.bytes;case"before":return _(e)-_(n);case"by":return S(e)-S(n)}}function xe(e,n){return e.name<n.name?-1:+(e.name>n.name)}function _({growth:e,bytes:n}){return e.change==="unchanged"?n:e.before??0}function S({growth:e}){return e.change==="unchanged"?0:e.by}var un=15;function we(e){let n=s("h3"),t=s("ol"),r=s("button",{type:"button",class:"quiet",on:{click:()=>e.change({view:"table"})}});return{element:s("section",{class:"list","aria-label":"Largest parts"},n,t,r),show:o=>{let i=cn(o),a=i.slice(0,un);n.textContent=dn(o,i.length),t.replaceChildren(...a.map(l=>fn(l,a,o,e))),r.hidden=i.length<=a.length,r.textContent=`All ${i.length.toLocaleString("en")} in the table`}}}function cn({at:e,found:n,colouring:t}){if(t==="growth"&&n===null)return Pe(e).toSorted((o,i)=>Math.abs(S(i))-Math.abs(S(o)));let r=V(e,"parts",n).filter(({bytes:o})=>o>0);return j(r,{column:"bytes",descending:!0})}function Pe(e){return e.children.flatMap(n=>{let r=n.bytes===0||_(n)===0?[]:Pe(n);return r.length>0?r:S(n)===0?[]:[n]})}function dn({at:e,found:n,colouring:t},r){return n!==null?r===0?"Nothing found in here":`Found in ${x(e)}`:t==="growth"?r===0?"Nothing changed in here":"Changed most":e.children.length===0?"No parts":`Largest in ${x(e)}`}function fn(e,n,{at:t,colouring:r,found:o},i){let a=r==="growth"&&o===null,l=a||o!==null?ce(e):x(e),c=Math.max(...n.map(u=>a?Math.abs(S(u)):u.bytes)),f=a?T(S(e)):`${b(e.bytes)} \xB7 ${$(e.bytes,t.bytes)}`,d=U(a?Math.abs(S(e)):e.bytes,c);d.classList.add(a?`shade-${G(e)}`:`family-${B(e)}`);let g=s("button",{type:"button",title:C(e),on:{click:()=>i.enter(e),pointerenter:()=>i.point(e),pointerleave:()=>i.point(null)}},s("span",{class:"name",text:l}),s("span",{class:"figure",text:f}),d);return s("li",{},g)}function ve(e,n,t){let r=e[n];if(r===void 0)return null;let o=Ne(r,t),i=e.flatMap((a,l)=>{let c=Ne(a,t),f=Math.min(o.y1,c.y1)-Math.max(o.y0,c.y0),d=c.x0-o.x1;return l!==n&&d>-1&&f>0?[{index:l,distance:d,shared:f}]:[]});return i.sort((a,l)=>Math.round(a.distance)-Math.round(l.distance)||l.shared-a.shared),i[0]?.index??null}function Ne({x0:e,y0:n,x1:t,y1:r},o){switch(o){case"right":return{x0:e,y0:n,x1:t,y1:r};case"left":return{x0:-t,y0:n,x1:-e,y1:r};case"down":return{x0:n,y0:e,x1:r,y1:t};case"up":return{x0:-r,y0:e,x1:-n,y1:t}}}function mn(e){var n=0,t=e.children,r=t&&t.length;if(!r)n=1;else for(;--r>=0;)n+=t[r].value;e.value=n}function hn(){return this.eachAfter(mn)}function pn(e,n){let t=-1;for(let r of this)e.call(n,r,++t,this);return this}function gn(e,n){for(var t=this,r=[t],o,i,a=-1;t=r.pop();)if(e.call(n,t,++a,this),o=t.children)for(i=o.length-1;i>=0;--i)r.push(o[i]);return this}function yn(e,n){for(var t=this,r=[t],o=[],i,a,l,c=-1;t=r.pop();)if(o.push(t),i=t.children)for(a=0,l=i.length;a<l;++a)r.push(i[a]);for(;t=o.pop();)e.call(n,t,++c,this);return this}function bn(e,n){let t=-1;for(let r of this)if(e.call(n,r,++t,this))return r}function xn(e){return this.eachAfter(function(n){for(var t=+e(n.data)||0,r=n.children,o=r&&r.length;--o>=0;)t+=r[o].value;n.value=t})}function wn(e){return this.eachBefore(function(n){n.children&&n.children.sort(e)})}function Pn(e){for(var n=this,t=Nn(n,e),r=[n];n!==t;)n=n.parent,r.push(n);for(var o=r.length;e!==t;)r.splice(o,0,e),e=e.parent;return r}function Nn(e,n){if(e===n)return e;var t=e.ancestors(),r=n.ancestors(),o=null;for(e=t.pop(),n=r.pop();e===n;)o=e,e=t.pop(),n=r.pop();return o}function vn(){for(var e=this,n=[e];e=e.parent;)n.push(e);return n}function Sn(){return Array.from(this)}function $n(){var e=[];return this.eachBefore(function(n){n.children||e.push(n)}),e}function kn(){var e=this,n=[];return e.each(function(t){t!==e&&n.push({source:t.parent,target:t})}),n}function*Mn(){var e=this,n,t=[e],r,o,i;do for(n=t.reverse(),t=[];e=n.pop();)if(yield e,r=e.children)for(o=0,i=r.length;o<i;++o)t.push(r[o]);while(t.length)}function Se(e,n){e instanceof Map?(e=[void 0,e],n===void 0&&(n=Bn)):n===void 0&&(n=Tn);for(var t=new W(e),r,o=[t],i,a,l,c;r=o.pop();)if((a=n(r.data))&&(c=(a=Array.from(a)).length))for(r.children=a,l=c-1;l>=0;--l)o.push(i=a[l]=new W(a[l])),i.parent=r,i.depth=r.depth+1;return t.eachBefore(An)}function En(){return Se(this).eachBefore(On)}function Tn(e){return e.children}function Bn(e){return Array.isArray(e)?e[1]:null}function On(e){e.data.value!==void 0&&(e.value=e.data.value),e.data=e.data.data}function An(e){var n=0;do e.height=n;while((e=e.parent)&&e.height<++n)}function W(e){this.data=e,this.depth=this.height=0,this.parent=null}W.prototype=Se.prototype={constructor:W,count:hn,each:pn,eachAfter:yn,eachBefore:gn,find:bn,sum:xn,sort:wn,path:Pn,ancestors:vn,descendants:Sn,leaves:$n,links:kn,copy:En,[Symbol.iterator]:Mn};function $e(e,n,t,r,o){for(var i=e.children,a,l=-1,c=i.length,f=e.value&&(r-n)/e.value;++l<c;)a=i[l],a.y0=t,a.y1=o,a.x0=n,a.x1=n+=a.value*f}function Ln(e,n){this._=e,this.parent=null,this.children=null,this.A=null,this.a=this,this.z=0,this.m=0,this.c=0,this.s=0,this.t=null,this.i=n}Ln.prototype=Object.create(W.prototype);function ke(e,n,t,r,o){for(var i=e.children,a,l=-1,c=i.length,f=e.value&&(o-t)/e.value;++l<c;)a=i[l],a.x0=n,a.x1=r,a.y0=t,a.y1=t+=a.value*f}var Me=(1+Math.sqrt(5))/2;function Ee(e,n,t,r,o,i){for(var a=[],l=n.children,c,f,d=0,g=0,u=l.length,m,y,p=n.value,P,v,N,M,O,A,E;d<u;){m=o-t,y=i-r;do P=l[g++].value;while(!P&&g<u);for(v=N=P,A=Math.max(y/m,m/y)/(p*e),E=P*P*A,O=Math.max(N/E,E/v);g<u;++g){if(P+=f=l[g].value,f<v&&(v=f),f>N&&(N=f),E=P*P*A,M=Math.max(N/E,E/v),M>O){P-=f;break}O=M}a.push(c={value:P,dice:m<y,children:l.slice(d,g)}),c.dice?$e(c,t,r,o,p?r+=y*P/p:i):ke(c,t,r,p?t+=m*P/p:o,i),p-=P,d=g}return a}var Te=(function e(n){function t(r,o,i,a,l){Ee(n,r,o,i,a,l)}return t.ratio=function(r){return e((r=+r)>1?r:1)},t})(Me);var lr=(function e(n){function t(r,o,i,a,l){if((c=r._squarify)&&c.ratio===n)for(var c,f,d,g,u=-1,m,y=c.length,p=r.value;++u<y;){for(f=c[u],d=f.children,g=f.value=0,m=d.length;g<m;++g)f.value+=d[g].value;f.dice?$e(f,o,i,a,p?i+=(l-i)*f.value/p:l):ke(f,o,i,p?o+=(a-o)*f.value/p:a,l),p-=f.value}else r._squarify=c=Ee(n,r,o,i,a,l),c.ratio=n}return t.ratio=function(r){return e((r=+r)>1?r:1)},t})(Me);var X=20,Cn=3,_n=[0,500,150,100],Rn=[0,200,100,60],In=64,Dn=[0,60,130],Hn=[0,X+18,90];function Be(e,n,t){return Oe(e,{x0:0,y0:0,x1:n,y1:t},1)}function Oe(e,n,t){let r=Fn(e,zn(n),t);return Un(r,n).flatMap(({part:o,box:i})=>{let a={x0:i.x0+2,y0:i.y0+X,x1:i.x1-3,y1:i.y1-3},l=t<Cn&&o.children.length>0&&o.kind!=="rest"&&i.x1-i.x0>=(Dn[t]??0)&&i.y1-i.y0>=(Hn[t]??0),c={part:o,box:i,depth:t,parted:l};return l?[c,...Oe(o,a,t+1)]:[c]})}function zn({x0:e,y0:n,x1:t,y1:r}){return Math.max(0,t-e)*Math.max(0,r-n)}function Fn(e,n,t){let r=e.children.filter(({bytes:l})=>l>0),o=(_n[t]??0)*e.bytes/Math.max(1,n),i=r.findIndex(({bytes:l},c)=>l<o||c>=(Rn[t]??0));if(i<0||r.length-i<2)return r;if(i===0&&t===1)return Wn(e,r);let a=r.slice(i);return[...r.slice(0,i),Le(e,a,`${Ae(a)} smaller`)]}function Wn(e,n){let t=Math.ceil(n.length/In);return Array.from({length:Math.ceil(n.length/t)},(r,o)=>{let i=n.slice(o*t,(o+1)*t),a=i[Math.floor(i.length/2)]?.bytes??0;return Le(e,i,`${Ae(i)} of about ${b(a)}`)})}function Ae(e){return e.length.toLocaleString("en")}function Le(e,n,t){return{name:t,kind:"rest",bytes:n.reduce((r,{bytes:o})=>r+o,0),version:null,versionBefore:null,parent:e,children:n,growth:qn(n),opens:null}}function qn(e){let n=e.flatMap(({growth:r})=>r.change==="changed"?[r.by]:[]);if(n.length===0)return Z;let t=n.reduce((r,o)=>r+o,0);return{change:"changed",before:e.reduce((r,{bytes:o})=>r+o,0)-t,by:t}}function Un(e,n){let t=e.map(i=>({part:i,value:i.bytes,x0:0,y0:0,x1:0,y1:0})),o={value:e.reduce((i,{bytes:a})=>i+a,0),children:t};return Te(o,n.x0,n.y0,n.x1,n.y1),t.map(({part:i,x0:a,y0:l,x1:c,y1:f})=>({part:i,box:{x0:a,y0:l,x1:c,y1:f}}))}var ne=7,Kn=7.7,Gn=36,Vn={ArrowLeft:"left",ArrowRight:"right",ArrowUp:"up",ArrowDown:"down"};function Ce(e){let n=s("div",{class:"layer"}),t=s("div",{class:"ring","aria-hidden":"true"}),r=s("div",{class:"map",role:"group","aria-describedby":"keys"},n,t),o=new WeakMap,i={tiles:[],buttons:[],state:null},a=u=>{let{clientWidth:m,clientHeight:y}=r,p=Be(u.at,m,y),P=p.filter(({depth:N})=>N===1),v=p.map(N=>Xn(N,u,m,y));i.tiles=P,i.buttons=v.filter(N=>N instanceof HTMLButtonElement),i.state=u,i.buttons[0]?.setAttribute("tabindex","0"),r.setAttribute("aria-label",`Treemap of ${x(u.at)}, ${b(u.at.bytes)}`);for(let[N,M]of v.entries())o.set(M,p[N]?.part??u.at);v.length>0?n.replaceChildren(...v):n.replaceChildren(s("p",{class:"nothing",text:"No part in here has any bytes."}))},l=u=>{let m=u instanceof Element?u.closest(".tile"):null;return m===null?null:o.get(m)??null},c=u=>{for(let[m,y]of i.buttons.entries())y.tabIndex=m===u?0:-1;i.buttons[u]?.focus({preventScroll:!0})},f=()=>i.buttons.findIndex(u=>u===document.activeElement),d=u=>{if(u.altKey||u.ctrlKey||u.metaKey)return;let{key:m}=u;if(m==="Escape"||m==="Backspace")e.leave();else{let y=jn(m,f(),i.tiles.map(({box:p})=>p));if(y===void 0)return;y!==null&&c(y)}u.preventDefault()};r.addEventListener("click",u=>{let m=l(u.target);m!==null&&e.enter(m)}),r.addEventListener("keydown",d),r.addEventListener("pointerover",u=>e.point(l(u.target))),r.addEventListener("pointerleave",()=>e.point(null)),r.addEventListener("focusin",u=>{u.target instanceof HTMLElement&&Zn(t,u.target),e.point(l(u.target))}),r.addEventListener("focusout",()=>e.point(null));let g=()=>{let{state:u}=i;if(u===null||u.view!=="map"||r.clientWidth===0)return;let m=f();a(u),m>=0&&c(Math.min(m,i.buttons.length-1))};return new ResizeObserver(g).observe(r),{element:r,focus:u=>{let m=({part:{kind:p,children:P}},v)=>p==="rest"&&(v.kind==="rest"||P.some(N=>L(v,N))),y=i.tiles.findIndex(p=>u!==null&&(L(u,p.part)||m(p,u)));c(Math.max(0,y))},show:u=>{let m=i.state?.at??null,y=i.tiles.find(({part:p})=>p===u.at)?.box??null;a(u),m!==null&&m!==u.at&&Qn(n,y)}}}function jn(e,n,t){let r=Vn[e];if(r!==void 0)return n<0?0:ve(t,n,r);switch(e){case"Home":return 0;case"End":return t.length-1;case"PageDown":return Math.min(n+1,t.length-1);case"PageUp":return Math.max(n-1,0);default:return}}function Xn(e,n,t,r){let{part:o,box:i,depth:a}=e,l=n.found!==null&&!Yn(o,n.found),c=n.colouring==="growth"?`shade-${G(o)}`:`family-${B(o)}`,f=Jn(e,n),d=a===1?s("button",{type:"button",tabindex:-1,"aria-label":de(o,n.at)},...f):s("div",{"aria-hidden":"true"},...f);return d.className=`tile depth-${a} ${c}${e.parted?" parted":""}${l?" faded":""}`,d.style.left=`${100*i.x0/t}%`,d.style.top=`${100*i.y0/r}%`,d.style.width=`${100*(i.x1-i.x0)/t}%`,d.style.height=`${100*(i.y1-i.y0)/r}%`,d}function Yn(e,{lit:n}){return e.kind==="rest"?e.children.some(t=>n.has(t)):n.has(e)}function Zn(e,{style:n}){let{left:t,top:r,width:o,height:i}=n;Object.assign(e.style,{left:t,top:r,width:o,height:i})}function Jn({part:e,box:n,parted:t,depth:r},{colouring:o}){let[i,a]=[n.x1-n.x0-8,n.y1-n.y0];if(a<X-2)return[];let l=o==="growth"?k(e):"",c=l===""?b(e.bytes):l,f=r===1?Kn:ne,d=c.length*ne,g=t?J(e,Math.floor((i-d-2*ne)/f)):"",u=g===""?J(e,Math.floor(i/f)):g;if(u==="")return[];let m=s("span",{class:"name",text:u});return(t?g!=="":a>=Gn&&d<=i)?[m,s("span",{class:"size",text:c})]:[m]}function Qn(e,n){if(matchMedia("(prefers-reduced-motion: reduce)").matches)return;let{clientWidth:t,clientHeight:r}=e,o=n===null?{transform:"scale(0.97)",opacity:.4}:{transform:`translate(${n.x0}px, ${n.y0}px) scale(${(n.x1-n.x0)/t}, ${(n.y1-n.y0)/r})`,opacity:.4};e.animate([o,{transform:"none",opacity:1}],{duration:160,easing:"ease-out"})}var et=[{column:"name",label:"Part",compared:!1},{column:"kind",label:"Kind",compared:!1},{column:"bytes",label:"Size",compared:!1},{column:"before",label:"Before",compared:!0},{column:"by",label:"Change",compared:!0}];function _e(e){let n=s("select",{on:{change:()=>e.change({scope:tt(n.value),rows:100})}}),t=s("label",{class:"scope"},s("span",{text:"List "}),n),r=s("caption"),o=s("thead"),i=s("tbody"),a=s("table",{},r,o,i),l=s("button",{type:"button",class:"quiet"}),c=s("div",{class:"scroller"},a),f=null;return l.addEventListener("click",()=>{f!==null&&e.change({rows:f.rows+500})}),{element:s("section",{class:"table","aria-label":"Table of parts"},t,c,l),show:d=>{f=d;let g=j(V(d.at,d.scope,d.found),d.sorting),u=g.slice(0,d.rows);t.hidden=d.found!==null,n.replaceChildren(...ye(d.at).map(([y,p])=>nt(y,p,d.scope))),r.textContent=rt(d,g.length);let m=document.activeElement instanceof HTMLElement?document.activeElement.dataset.column:void 0;o.replaceChildren(ot(d,e)),m!==void 0&&o.querySelector(`[data-column="${m}"]`)?.focus(),i.replaceChildren(...u.map(y=>it(y,d,e))),l.hidden=g.length<=u.length,l.textContent=`Show more: ${(g.length-u.length).toLocaleString("en")} are left`}}}function nt(e,n,t){return s("option",{value:e,text:n,selected:e===t})}function tt(e){return e==="module"||e==="package"||e==="function"||e==="all"?e:"parts"}function rt({at:e,found:n},t){let r=t===1?"1 row":`${t.toLocaleString("en")} rows`;return n===null?`${x(e)}, ${D(e.bytes)}: ${r}`:`Found in ${x(e)}: ${r}`}function ot({sorting:e,tree:n},{change:t}){let r=et.filter(({compared:o})=>n.compared||!o).map(({column:o,label:i})=>{let a=e.column===o,l=a?!e.descending:o!=="name"&&o!=="kind",c=e.descending?"descending":"ascending",f=s("button",{type:"button",text:i,"data-column":o,on:{click:()=>t({sorting:{column:o,descending:l}})}});return s("th",{scope:"col",class:o,"aria-sort":a?c:"none"},f)});return s("tr",{},...r)}function it(e,{at:n,tree:t},{enter:r}){let o=s("td",{class:"bytes",title:D(e.bytes)},s("span",{class:"figure",text:b(e.bytes)}),s("span",{class:"share",text:$(e.bytes,n.bytes)}),U(e.bytes,n.bytes));o.classList.add(`family-${B(e)}`);let i=t.compared?[s("td",{class:"before",text:st(e)?b(_(e)):"new"}),s("td",{class:`by ${lt(S(e))}`,text:S(e)===0?"":T(S(e))})]:[];return s("tr",{},s("th",{scope:"row",class:"name"},at(e,n,r)),s("td",{class:"kind",text:z(e)}),o,...i)}function at(e,n,t){let r=Y(x(e)),o=e.children.length>0||e.opens!==null?s("button",{type:"button",on:{click:()=>t(e)}},...r):s("span",{},...r);return e.parent!==null&&e.parent!==n&&!n.children.includes(e)?s("div",{},o,s("span",{class:"place"},...Y(C(e.parent)))):s("div",{},o)}function st({growth:e}){return e.change==="unchanged"||e.before!==null}function lt(e){return e>0?"more":e<0?"less":""}var ut="Arrow keys move, Enter opens, Escape or Backspace goes back, Page Down and Page Up go by size, / searches.";ct(document);function ct(e){let n=e.getElementById("data"),t=e.getElementById("explorer");if(n===null||t===null)return;let r=JSON.parse(n.textContent);e.getElementById("theme")?.replaceWith(ie()),r.trees.length>0&&dt(r,t)}function dt(e,n){let t=new Map,r=h=>{let w=t.get(h)??ft(e,h);return t.set(h,w),w},o=Re(e.first,r(e.first)),i=h=>{o={...o,...h},n.dataset.view=o.view;for(let w of E)w.show(o)},a=h=>{u.textContent=h},l=(h,w)=>{let I=document.activeElement,q=I!==null&&n.contains(I);i(h),!(!q||I.isConnected)&&(o.view==="map"?g.focus(w):N.element.querySelector("[aria-current]")?.focus())},c=(h,w)=>{l({at:h,rows:100,scope:"parts"},w),f(null),a(`${x(h)}, ${b(h.bytes)}, ${F(h.children.length)}`)},f=h=>{m.replaceChildren(...mt(h??o.at,o))},d={change:i,point:f,enter:h=>{if(h.opens!==null)return d.showTree(h.opens);let w=h.children.length>0?h:h.parent??h;w===o.at?a(`${x(h)} has no parts.`):c(w,L(o.at,w)?o.at:w===h?null:h)},leave:()=>{o.at.parent!==null?c(o.at.parent,o.at):o.query!==""?d.search(""):a("This is the whole tree.")},showTree:h=>{let w=r(h),{view:I,query:q}=o;l({...Re(h,w),view:I,query:q,found:Q(w.parts,q)},null),f(null),a(`${w.name}, ${w.what}, ${b(w.root.bytes)}`)},search:h=>i({query:h,found:Q(o.tree.parts,h),rows:100})},g=Ce(d),u=s("p",{class:"unseen",role:"status"}),m=s("p",{class:"detail"}),[y,p,P,v,N,M,O,A]=[te(e,d),re(d),oe(d),ae(d),fe(d),ge(),we(d),_e(d)],E=[y,p,P,v,N,M,g,O,A];n.replaceChildren(s("h2",{text:"What is inside"}),s("div",{class:"controls"},y.element,p.element,P.element,v.element),N.element,M.element,s("div",{class:"views"},s("div",{class:"mapped"},g.element,m),O.element),A.element,s("p",{class:"keys",id:"keys",text:ut}),u),i({}),f(null),document.addEventListener("keydown",h=>{let w=h.target instanceof HTMLInputElement&&h.target.type==="search";h.key!=="/"||w||h.ctrlKey||h.metaKey||(h.preventDefault(),v.element.querySelector("input")?.focus())})}function ft({trees:e},n){let t=e[n],r=t===void 0?[]:le(t),[o]=r;if(t===void 0||o===void 0)throw new Error(`There is no tree ${n} in this page.`);let{name:i,what:a,group:l}=t;return{name:i,what:a,group:l,parts:r,root:o,compared:t.before!==null}}function Re(e,n){return{treeIndex:e,tree:n,at:n.root,view:"map",colouring:"kind",query:"",found:null,scope:"parts",sorting:{column:"bytes",descending:!0},rows:100}}function mt(e,{tree:n}){let t=[z(e),D(e.bytes),...e===n.root?[]:[`${$(e.bytes,n.root.bytes)} of ${x(n.root)}`],...k(e)===""?[]:[k(e)],...e.opens===null?[]:["opens the binary, as linked"]];return[s("span",{class:"place",text:C(e)}),s("span",{class:"facts",text:t.join(" \xB7 ")})]}})();';
var PAGE_STYLE = ':root{color-scheme:light dark;--ink: light-dark(#1b1e23, #e9ebee);--soft: light-dark(#5a616b, #a4abb5);--line: light-dark(#d9dce1, #353a42);--paper: light-dark(#ffffff, #16181c);--card: light-dark(#f5f6f8, #1f2227);--accent: light-dark(#1f5fbf, #86b4ff);--good: light-dark(#1d7a46, #5fcf91);--bad: light-dark(#b3261e, #ff8b80);--doubtful: light-dark(#8a5a00, #f2b84b);--more: light-dark(#a8480f, #ffab78);--less: light-dark(#20639b, #86bdf2);--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}*{box-sizing:border-box}html{font:100%/1.45 system-ui,-apple-system,Segoe UI,Roboto,Liberation Sans,sans-serif;font-variant-numeric:tabular-nums;color:var(--ink);background:var(--paper);text-size-adjust:100%}body{max-inline-size:100rem;margin:0 auto;padding:0 clamp(.75rem,3vw,2.5rem);overflow-wrap:anywhere}h1,h2,h3,p,ul,ol,fieldset,legend{margin:0;padding:0;border:0}ol,ul{list-style:none}[hidden]{display:none!important}bdi,.name,.place{unicode-bidi:isolate}code{font:.875em var(--mono)}button,input,select{font:inherit;color:inherit}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}body>header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;padding-block:1.25rem .5rem}h1{font-size:1.5rem;font-weight:650;letter-spacing:-.01em}h1 small{font-weight:400;color:var(--soft)}h2{font-size:1.125rem;font-weight:650}h3{font-size:.875rem;font-weight:600}.verdict{font-size:1.25rem;text-wrap:pretty}.mark{display:inline-grid;place-items:center;inline-size:1.4em;block-size:1.4em;margin-inline-end:.15em;border-radius:50%;font-size:.85em;font-weight:700;color:var(--paper);background:var(--soft)}.good .mark{background:var(--good)}.bad .mark{background:var(--bad)}.doubtful .mark{background:var(--doubtful)}.verdict strong{font-weight:650}.good strong{color:var(--good)}.bad strong{color:var(--bad)}.doubtful strong{color:var(--doubtful)}.because{color:var(--soft)}.image{padding-block:.25rem 1rem}details.image{padding-block:.75rem;border-block-end:1px solid var(--line)}details.image:last-of-type{border:0}summary{cursor:pointer}summary h2,summary .verdict{display:inline;font-size:1rem;margin-inline-end:.75rem}.note{margin-block-start:.35rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--doubtful)}.built,.published,.proofs{margin-block-start:.5rem;font-size:.875rem;color:var(--soft)}.proofs li+li{margin-block-start:.15rem}.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13.5rem),1fr));gap:.75rem;margin-block-start:.75rem}.cell{padding:.75rem 1rem .85rem;border-radius:.5rem;background:var(--card)}.cell small{display:block;font-size:.8125rem;font-weight:400;color:var(--soft)}.cell .size{margin-block:.15rem;font-size:1.75rem;font-weight:600;line-height:1.25;letter-spacing:-.015em}.change{font-size:.9375rem;font-weight:500;letter-spacing:0;color:var(--soft);white-space:nowrap}.change.more,.by.more{color:var(--more)}.change.less,.by.less{color:var(--less)}.gauge{display:block;margin-block:.25rem}.gauge .whole{fill:var(--line)}.gauge .used{fill:var(--good)}.gauge.over .used{fill:var(--bad)}.limit{font-size:.875rem;color:var(--soft)}.limit.over{color:var(--bad)}.growth{margin-block-start:1rem}.cause{margin-block-start:.25rem}.changes{margin-block-start:.35rem;columns:26rem 2;column-gap:3rem}.changes li{display:flex;gap:.5rem;align-items:baseline;padding-block:.2rem;border-block-end:1px solid var(--line);break-inside:avoid}.changes bdi{min-inline-size:0}.changes .word{margin-inline-start:auto;font-size:.875rem;color:var(--soft)}.changes .change{min-inline-size:6.5ch;text-align:end}#explorer{position:relative;margin-block-start:.5rem;padding-block-start:1rem;border-block-start:1px solid var(--line)}.controls{display:flex;flex-wrap:wrap;gap:.6rem .75rem;align-items:center;margin-block:.6rem}.choice{display:flex;flex-wrap:wrap;min-inline-size:0;border-radius:.5rem;background:var(--card);box-shadow:inset 0 0 0 1px var(--line)}.choice legend{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}.choice label{cursor:pointer}.choice input{position:absolute;opacity:0}.choice span{display:block;padding:.35rem .75rem;border-radius:.5rem;font-size:.875rem}.choice input:checked+span{color:var(--paper);background:light-dark(#3b424d,#c3c9d2)}.choice input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}.scope{min-inline-size:0;max-inline-size:100%;font-size:.875rem}select,[type=search]{min-block-size:2.1rem;max-inline-size:100%;padding:.3rem .6rem;border:1px solid light-dark(#8b919b,#6d7480);border-radius:.5rem;background:var(--paper);font-size:.875rem}.search{display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:center;margin-inline-start:auto}.search output{font-size:.875rem;color:var(--soft)}.search output:empty{display:none}.search{flex-direction:row-reverse}[type=search]{inline-size:16rem}.crumbs{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem}.crumbs ol{display:flex;flex-wrap:wrap}.crumbs li+li:before{content:"\u203A" / "";margin-inline:.45rem;color:var(--soft)}.crumbs button,tbody th button{padding:0;border:0;background:none;color:var(--accent);text-align:start;text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.2em;cursor:pointer}.crumbs [aria-current]{font-weight:600}.crumbs .facts{color:var(--soft)}.legend{margin-block:.6rem}.strip{display:flex;gap:2px;block-size:.6rem}.strip span{min-inline-size:2px;background:var(--strong)}.strip span:first-child{border-start-start-radius:.3rem;border-end-start-radius:.3rem}.strip span:last-child{border-start-end-radius:.3rem;border-end-end-radius:.3rem}.legend ul{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;margin-block-start:.4rem;font-size:.875rem}.legend .scale{gap:0 2px;align-items:center}.key{display:inline-block;inline-size:.75rem;block-size:.75rem;margin-inline-end:.4rem;border-radius:2px;background:var(--strong)}.scale .key{inline-size:1.75rem;margin:0;vertical-align:-.1em;background:var(--shade);box-shadow:inset 0 0 0 1px var(--line)}.scale li{display:flex;gap:.5rem;align-items:center}.scale li:first-child{flex-direction:row-reverse}.scale li:last-child{margin-inline-start:1rem}.figure{color:var(--soft);white-space:nowrap}.family-main{--hue: 55;--chroma: .1}.family-module{--hue: 255;--chroma: .075}.family-std{--hue: 175;--chroma: .06}.family-types{--hue: 310;--chroma: .055}.family-data{--hue: 10;--chroma: .05}.family-pclntab{--hue: 110;--chroma: .045}.family-debug{--hue: 145;--chroma: .045}.family-binary{--hue: 255;--chroma: .075}.family-file{--hue: 110;--chroma: .05}.family-other{--hue: 260;--chroma: .008}[class*=family-]{--strong: light-dark( oklch(.68 calc(var(--chroma) * 1.35) var(--hue)), oklch(.66 calc(var(--chroma) * 1.2) var(--hue)) );--shade: light-dark( oklch(var(--light, .9) calc(var(--chroma) * var(--tint, .7)) var(--hue)), oklch(var(--dark, .36) calc(var(--chroma) * .8) var(--hue)) )}[class*=shade-]{--strong: light-dark(oklch(.62 var(--chroma) var(--hue)), oklch(.7 var(--chroma) var(--hue)));--shade: light-dark( oklch(calc(.955 - var(--step) * .055) calc(var(--step) * .037) var(--hue)), oklch(calc(.27 + var(--step) * .048) calc(var(--step) * .03) var(--hue)) );--hue: 50;--chroma: .13;--step: 0}[class*=shade-less]{--hue: 245}.shade-same{--chroma: 0}.shade-more-1,.shade-less-1{--step: 1}.shade-more-2,.shade-less-2{--step: 2}.shade-more-3,.shade-less-3{--step: 3}.shade-more-4,.shade-less-4{--step: 4}.views{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:1.5rem}[data-view=table] .views,[data-view=map] .table{display:none}.map{position:relative;block-size:clamp(22rem,66vh,60rem);overflow:hidden;border-radius:.4rem;background:var(--card)}.layer{position:absolute;inset:0;transform-origin:0 0}.tile{position:absolute;display:block;margin:0;padding:0 .25rem;border:0;border-radius:2px;overflow:hidden;font-size:.78125rem;line-height:1.2rem;text-align:start;white-space:nowrap;color:var(--ink);background:var(--shade);box-shadow:inset 0 0 0 1px var(--paper);cursor:pointer}.depth-1{--light: .86;--tint: .8;--dark: .33;display:flex;flex-direction:column;justify-content:flex-start;box-shadow:inset 0 0 0 1.5px var(--paper)}.depth-2{--light: .915;--tint: .5;--dark: .39}.depth-3{--light: .95;--tint: .3;--dark: .45}.tile .name{display:block;overflow:hidden;text-overflow:ellipsis}.tile .size{display:block;overflow:hidden;text-overflow:ellipsis;color:light-dark(#3c434d,#d3d8de)}.depth-1>.name{font-weight:600}.parted{display:flex;flex-direction:row;gap:.5rem;justify-content:space-between}.parted>.size{flex:none}.tile:hover:not(.parted){box-shadow:inset 0 0 0 1px var(--paper),inset 0 0 0 3px var(--accent)}.tile.parted:hover{box-shadow:inset 0 0 0 2px var(--accent)}.tile:focus-visible{outline:none}.ring{position:absolute;display:none;border:3px solid var(--accent);border-radius:3px;box-shadow:inset 0 0 0 1.5px var(--paper),0 0 0 1.5px var(--paper);pointer-events:none}.map:has(.tile:focus-visible) .ring{display:block}.faded{opacity:.28}.faded.parted{opacity:.45}.nothing{padding:2rem;color:var(--soft);text-align:center}.detail{display:grid;min-block-size:3.2rem;padding-block:.4rem;font-size:.875rem}.detail .place{font-weight:600}.detail .facts{color:var(--soft)}.keys{font-size:.8125rem;color:var(--soft)}[data-view=table] .keys{display:none}@media(hover:none){.keys{display:none}}.list h3{margin-block-end:.25rem}.list button{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .75rem;inline-size:100%;padding:.26rem .25rem;border:0;border-radius:.25rem;background:none;font-size:.875rem;text-align:start;cursor:pointer}.list button:hover{background:var(--card)}.list .name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.meter{grid-column:1 / -1;display:block;block-size:4px;border-radius:2px;background:var(--card);overflow:hidden}.meter span{display:block;block-size:100%;min-inline-size:1px;background:var(--strong)}button.quiet{inline-size:auto;margin-block-start:.4rem;padding:.35rem .25rem;border:0;background:none;font-size:.875rem;color:var(--accent);text-decoration:underline;text-underline-offset:.2em;cursor:pointer}.scroller{overflow-x:auto}table{inline-size:100%;border-collapse:collapse;font-size:.9375rem}caption{padding-block:.5rem;font-size:.875rem;color:var(--soft);text-align:start}th,td{padding:.35rem .75rem .35rem 0;border-block-end:1px solid var(--line);font-weight:400;text-align:start;vertical-align:top}thead th{border-block-end:2px solid var(--line);white-space:nowrap}thead button{padding:0;border:0;background:none;font-weight:600;cursor:pointer}thead button:after{content:"\u2195" / "";margin-inline-start:.3rem;color:var(--soft);opacity:.6}[aria-sort=descending] button:after{content:"\u2193" / "";opacity:1}[aria-sort=ascending] button:after{content:"\u2191" / "";opacity:1}td.kind,td.before,td.by{white-space:nowrap}td.kind,td.before{color:var(--soft)}th.before,th.by,td.before,td.by{text-align:end}td.bytes{inline-size:14rem}td.bytes .figure{display:inline-block;inline-size:5rem;color:var(--ink)}td.bytes .share{color:var(--soft)}td .meter{margin-block-start:.2rem}.images td,.images th{white-space:nowrap}.images thead th{font-size:.875rem;color:var(--soft)}.images tbody th{padding-inline-end:1.5rem;font-weight:600}.images .size,.images .used,.images .growth{text-align:end}.images:not(:has(td.growth:not(:empty))) .growth{display:none}.images{margin-block-end:.75rem}.images a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.15em}.images .mark{font-size:.75em}.images .bad .status{font-weight:600}.failed{margin-block-end:.75rem;padding:.5rem .75rem;border-inline-start:4px solid var(--bad);background:var(--card)}.image:target{scroll-margin-block-start:1rem}th .place{display:block;font-size:.8125rem;color:var(--soft)}footer{margin-block:1.5rem;padding-block-start:.75rem;border-block-start:1px solid var(--line);font-size:.8125rem;color:var(--soft)}@media(max-width:64rem){.views{grid-template-columns:minmax(0,1fr)}}@media(max-width:40rem){.images .status{position:sticky;inset-inline-end:0;padding-inline:.75rem 0;background:var(--paper)}.images .limit{display:none}.images td,.images tbody th{padding-inline-end:.6rem}.cells{grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem}.cell{padding:.6rem .7rem}.cell .size{font-size:1.3125rem}.verdict{font-size:1.125rem}.search,[type=search]{inline-size:100%;margin:0}td.kind,th.kind,td.before,th.before{display:none}td.bytes{inline-size:6.5rem}td.bytes .figure{inline-size:auto}td.bytes .share{display:block}}@media(min-width:110rem){html{font-size:112.5%}body{max-inline-size:125rem}}@media(forced-colors:active){.tile{border:1px solid CanvasText}.meter span,.key,.strip span,.gauge rect{forced-color-adjust:none}}@media print{@page{margin:14mm}:root,:root[data-theme]{color-scheme:light}html{font-size:80%;-webkit-print-color-adjust:exact;print-color-adjust:exact}body{padding:0}#theme,.choice,.controls,.keys,.quiet,.scope,.list,.detail{display:none!important}.views,[data-view=map] .views,[data-view=table] .views{display:block}.map{block-size:15cm;break-inside:avoid}[data-view=map] .table{display:block}.scroller{overflow:visible}tr,.cell{break-inside:avoid}tbody tr:nth-child(n+41){display:none}thead button:after{display:none}}';

// src/report/html/report.ts
function htmlReport(weighIn, depths = []) {
  const title = titleOf(weighIn);
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
    </html> `.markup;
}
function dataBlock(data) {
  return verbatim(`<script type="application/json" id="data">${embedJson(data)}</script>`);
}
function madeBy({ bantam, revision }) {
  const of = revision === null ? "" : ` of revision ${printable(revision).slice(0, 12)}`;
  return html`Weighed by Bantam ${printable(bantam)}${of}. Sizes are powers of 1000: 1 kB is 1000 bytes.`;
}
function policy() {
  return [
    "default-src 'none'",
    `script-src '${hashOf(PAGE_SCRIPT)}'`,
    `style-src '${hashOf(PAGE_STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join("; ");
}
function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
export {
  htmlReport
};
