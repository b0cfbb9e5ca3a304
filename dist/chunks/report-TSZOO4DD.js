import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  isNoise
} from "./chunk-6FUMLW73.js";
import {
  BREAKDOWN_KINDS,
  actualsOf,
  describePrice,
  lacks,
  otherProgramWords
} from "./chunk-HUDIJJMI.js";
import {
  countedNodes,
  describeBaseline,
  describeBreach,
  excessOf,
  formatBytes,
  formatChange,
  formatDelta,
  formatMemory,
  formatUsed,
  isUnowned,
  largestFirst,
  nodeName,
  printable,
  shorten,
  sizesApart,
  unownedWords
} from "./chunk-SGWVVTE6.js";
import "./chunk-QTIA6VQ3.js";
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
  const noise = isNoise(root.kind, before, by);
  return { change: noise ? "unchanged" : by > 0 ? "grown" : "shrunk", before, versionBefore: null };
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
function titleOf({ images }) {
  const [first] = images;
  if (first === void 0) return "nothing";
  return images.length === 1 ? printable(first.name) : `${images.length} images`;
}

// src/report/html/cells.ts
var METRICS = [
  ["image", "all files, as shipped"],
  ["download", "what a pull transfers"],
  ["binary", "linked, before packing"],
  ["memory", "private, at the start"]
];
function sizeCells(weight, limits) {
  const actuals = actualsOf(weight);
  const known = new Set(METRICS.map(([metric]) => metric));
  const others = [...new Set(limits.map(({ metric }) => metric).filter((metric) => !known.has(metric)))];
  return html`<div class="cells">
    ${[
    ...METRICS.map(([metric, meaning]) => {
      const growth = weight.growth?.metrics.find((grown) => grown.metric === metric);
      return cell(metric, meaning, actuals[metric], limitsFor(metric, limits), growth);
    }),
    ...others.map((metric) => {
      const [kind = "", path = metric] = metric.split(" ");
      const of = limitsFor(metric, limits);
      return cell(path, kind, of[0]?.actual ?? null, of, void 0, unownedWords({ metric }, weight));
    })
  ]}
  </div>`;
}
function limitsFor(metric, limits) {
  return limits.filter((limit) => limit.metric === metric);
}
function cell(name, meaning, actual, limits, growth, besides = "") {
  const format = name === "memory" ? formatMemory : formatBytes;
  return html`<section class="cell">
    <h3><bdi>${breakable(printable(name))}</bdi> <small>${meaning}</small></h3>
    <p class="size">${actual === null ? "not measured" : format(actual)}${growthOf(growth)}</p>
    ${limits.map(limitLine)}${besides === "" ? html`` : html`<p class="limit">${together(besides)}</p>`}
  </section>`;
}
function growthOf(growth) {
  if (growth === void 0 || growth.delta === null) return html``;
  if (growth.change === "unchanged") return html` <span class="change">unchanged</span>`;
  const by = growth.delta;
  return html` <span class="change ${by > 0 ? "more" : "less"}">${formatDelta(by)}</span>`;
}
function limitLine(verdict2) {
  const { actual, limit, bound, growth, status } = verdict2;
  const mark = status === "within" ? "" : " over";
  if (bound.startsWith("+")) {
    const grown = growth === null ? "growth unknown" : `${formatDelta(growth)} since the baseline`;
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
      ${together(`${formatUsed(actual, limit)} of ${sizesApart(actual, limit).limit}${overWords(verdict2)}`)}
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
  const changed = rows.length === 0 ? html`<p>Nothing in it changed by more than noise.</p>` : html`<ol class="changes">
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

// src/report/html/verdict.ts
function headlineOf({ budget, platforms }) {
  const { limits } = budget;
  switch (budget.status) {
    case "within":
      return { mark: "good", words: "Within budget", because: tightest(limits) };
    case "over":
      return {
        mark: budget.allowed ? "doubtful" : "bad",
        words: budget.allowed ? "Over budget, and let through" : "Over budget",
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
  const used = limits.flatMap(
    ({ metric, bound, actual: actual2, limit: limit2 }) => actual2 === null || limit2 === null || bound.startsWith("+") ? [] : [{ metric, actual: actual2, limit: limit2 }]
  );
  const [worst] = used.sort((one, other) => other.actual / other.limit - one.actual / one.limit);
  if (worst === void 0) return [];
  const { actual, limit } = sizesApart(worst.actual, worst.limit);
  return [`${printable(worst.metric)} is ${actual} of ${limit} (${formatUsed(worst.actual, worst.limit)})`];
}
function unmeasured({ status, metric, platform: platform2, reason }) {
  if (status !== "unmeasured") return [];
  const of = `${printable(metric)} of ${printable(platform2)} was not measured`;
  return [reason === null ? of : `${of}: ${printable(reason)}`];
}
function budgetNotes({ budget }) {
  return [
    ...budget.limits.flatMap(
      ({ metric, bound, raisedFrom }) => raisedFrom === null ? [] : [`The limit of ${printable(metric)} was raised from ${raisedFrom} to ${bound}.`]
    ),
    ...budget.dropped.map((limit) => `The limit ${printable(limit)} was dropped since the baseline.`),
    ...budget.limits.flatMap(
      ({ status, metric, reason }) => status === "within" && reason !== null ? [`${printable(metric)}: ${printable(reason)}.`] : []
    )
  ];
}

// src/report/html/overview.ts
var MOST_OPEN = 2;
var MARKS = { good: "\u2713", bad: "\u2715", doubtful: "!", none: "\u2013" };
function overview({ images }) {
  return html`${images.map((image) => images.length > MOST_OPEN ? folded(image) : open(image, images.length > 1))}`;
}
function open(image, named) {
  const title = named ? html`<h2><bdi>${printable(image.name)}</bdi></h2>` : html``;
  return html`<section class="image">${title}${verdict(image)}${body(image)}</section>`;
}
function folded(image) {
  const attribute = image.budget.status === "over" || image.budget.status === "unmeasured" ? html` open` : html``;
  return html`<details class="image" ${attribute}>
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
  const limits = image.budget.limits.filter((limit) => limit.platform === weight.platform);
  const baseline = image.baseline === null ? "the baseline" : printable(describeBaseline(image.baseline));
  return html`<section class="platform">
    <p class="built">${printable(weight.platform)}${builtWith(weight)}</p>
    ${sizeCells(weight, limits)} ${weight.growth === null ? html`` : growthSection(weight.growth, baseline)}
    <ul class="proofs">
      ${weight.binaries.map(binaryLine)}${otherLines(weight)}${smokeLine(weight)}
    </ul>
  </section>`;
}
function builtWith({ settings: { go, packer } }) {
  return [go ?? "a prebuilt binary", ...packer === null ? [] : [packer]].map((part) => ` \xB7 ${printable(part)}`).join("");
}
function binaryLine(binary) {
  const { path, linkedSize, shippedSize, pack, proof, price, needs } = binary;
  const lacked = lacks(needs);
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
function smokeLine({ smokeTest }) {
  return smokeTest.status === "passed" ? html`<li>smoke test passed: ${printable(smokeTest.seen.join(", "))}</li>` : html``;
}
function publishedAs({ published, references, missing = [], digest }) {
  const as = references.map((reference) => html`<code>${printable(reference)}</code> `);
  const not = missing.map(
    ({ reference, reason }) => html`<br />Not published as <code>${printable(reference)}</code>: ${printable(reason)}`
  );
  if (published && references.length === 0)
    return html`Written, and not pushed to a registry. Digest <code>${digest}</code>${not}`;
  return published ? html`Published as ${as}<code>${digest}</code>${not}` : html`Nothing was published. Digest <code>${digest}</code>${not}`;
}

// src/report/html/page.generated.ts
var PAGE_SCRIPT = '/* With parts of d3-hierarchy:\nCopyright 2010-2026 Mike Bostock\n\nPermission to use, copy, modify, and/or distribute this software for any purpose\nwith or without fee is hereby granted, provided that the above copyright notice\nand this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH\nREGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND\nFITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,\nINDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS\nOF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER\nTORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF\nTHIS SOFTWARE.\n*/\n"use strict";(()=>{var _e={B:1,kB:1e3,MB:1e6,GB:1e9,KiB:1024,MiB:1024**2,GiB:1024**3},ze=["kB","MB","GB"];function b(e){if(e<1e3)return`${Math.round(e)} B`;for(let n of ze){let t=Ie(e/_e[n]);if(Number(t)<1e3||n==="GB")return`${t} ${n}`}return`${e} B`}function Ie(e){for(let n of[2,1]){let t=e.toFixed(n);if(t.replace(".","").length<=3)return t}return e.toFixed(0)}function $(e,n){if(n===0)return"";let t=100*e/n;return t>0&&t<.1?"<0.1 %":`${t<9.95&&t>0?t.toFixed(1):Math.round(t)} %`}function I(e){return`${String(e).replace(/\\B(?=(\\d{3})+$)/g,",")} bytes`}function l(e,{text:n,on:t={},...r}={},...o){let a=document.createElement(e);for(let[i,s]of Object.entries(r))s===!0?a.setAttribute(i,""):(typeof s=="string"||typeof s=="number")&&a.setAttribute(i,`${s}`);for(let[i,s]of Object.entries(t))a.addEventListener(i,s);return n!==void 0&&(a.textContent=n),a.append(...o.filter(i=>i!==null)),a}function Y(e){let n=e.split("/");return n.flatMap((t,r)=>r===n.length-1?[t]:[`${t}/`,l("wbr")])}function V(e,n){let t=l("span");return t.style.inlineSize=`${n===0?0:Math.min(100,100*e/n)}%`,l("span",{class:"meter","aria-hidden":"true"},t)}var De=4;function G(e,n,t,r){let o=t.map(({value:i})=>l("input",{type:"radio",name:e,value:i,on:{change:()=>r(i)}})),a=o.map((i,s)=>l("label",{},i,l("span",{text:t[s]?.label??""})));return{element:l("fieldset",{class:"choice"},l("legend",{text:n}),...a),mark:i=>{for(let s of o)s.checked=s.value===i}}}function te({trees:e},{showTree:n}){let t=({name:o,what:a,group:i})=>`${i===""?"":`${i}: `}${o}, ${a}`;if(e.length<=De){let o=e.map((i,s)=>({value:`${s}`,label:t(i)})),a=G("tree","Tree",o,i=>n(Number(i)));return a.element.hidden=e.length<2,{element:a.element,show:({treeIndex:i})=>a.mark(`${i}`)}}let r=l("select",{on:{change:()=>n(Number(r.value))}},...e.map((o,a)=>l("option",{value:`${a}`,text:t(o)})));return{element:l("label",{class:"scope"},l("span",{text:"Tree "}),r),show:({treeIndex:o})=>{r.value=`${o}`}}}function re({change:e}){let t=G("view","View",[{value:"map",label:"Map"},{value:"table",label:"Table"}],r=>e({view:r}));return{element:t.element,show:({view:r})=>t.mark(r)}}function oe({change:e}){let t=G("colour","Colour by",[{value:"kind",label:"Kind"},{value:"growth",label:"Growth"}],r=>e({colouring:r}));return{element:t.element,show:({tree:r,colouring:o})=>{t.element.hidden=!r.compared,t.mark(o)}}}function ae(){let n=G("theme","Theme",[{value:"auto",label:"Auto"},{value:"light",label:"Light"},{value:"dark",label:"Dark"}],t=>{document.documentElement.dataset.theme=t});return n.mark("auto"),n.element}function ie({search:e,enter:n}){let t=null,r=l("input",{type:"search",placeholder:"Search names  /","aria-label":"Search names",autocomplete:"off",spellcheck:"false",on:{input:()=>e(r.value)}}),o=l("output",{"aria-live":"polite"});return r.addEventListener("keydown",a=>{a.key==="Escape"&&e("");let i=He(t);a.key==="Enter"&&i!==null&&n(i)}),{element:l("div",{class:"search",role:"search"},r,o),show:a=>{t=a.found,r.value!==a.query&&(r.value=a.query),o.textContent=t===null?"":We(t)}}}function He(e){return[...e?.parts??[]].toSorted((t,r)=>r.bytes-t.bytes)[0]??null}function We({parts:e,bytes:n}){return e.size===0?"nothing found":`${e.size.toLocaleString("en")} found, ${b(n)} together`}var le=["image","file","binary","main","std","module","package","function","pclntab","types","data","embed","header","unknown","debug","symbols"];var Z={change:"unchanged"};function se(e){let n=[],t=[];for(let[r,o]of e.names.entries()){for(;t.at(-1)?.missing===0;)t.pop();let a=t.at(-1),i=e.bytes[r]??0,s={name:o,kind:le[e.kinds[r]??-1]??"unknown",bytes:i,version:e.versions[r]??null,versionBefore:e.versionsBefore[r]??null,parent:a?.part??null,children:[],growth:Fe(e,r,i),opens:e.opens[r]??null};n.push(s),a!==void 0&&(a.part.children.push(s),a.missing-=1),t.push({part:s,missing:e.parts[r]??0})}return n}function Fe(e,n,t){let r=e.before?.[n];return r===void 0?Z:{change:"changed",before:r,by:t-(r??0)}}function D(e){return e.parent===null?[e]:[...D(e.parent),e]}function C(e,n){return e===n||e.parent!==null&&C(e.parent,n)}function B(e){return e===0?"\xB10 B":`${e<0?"\u2212":"+"}${b(Math.abs(e))}`}function H({kind:e}){switch(e){case"main":return"main module";case"std":return"standard library";case"pclntab":return"function table";case"types":return"type descriptors";case"embed":return"embedded";case"debug":return"debug information";case"rest":return"several";case"image":case"file":case"binary":case"module":case"package":case"function":case"data":case"header":case"symbols":case"unknown":return e}}var qe={types:"type descriptors",data:"data without an owner"};function x({name:e,kind:n,version:t,versionBefore:r}){let o=n==="std"?"standard library":(e===n?qe[n]:void 0)??e;return t===null?o:r===null?`${o} ${t}`:`${o} ${r} \u2192 ${t}`}function ue(e){let{kind:n,parent:t}=e;return t?.kind==="package"&&n!=="package"?`${t.name} ${x(e)}`:x(e)}function M({growth:e,bytes:n}){return e.change==="unchanged"?"":e.before===null?"new":n===0?`gone, ${B(e.by)}`:B(e.by)}function ce(e,n){let t=M(e);return[x(e),H(e),b(e.bytes),`${$(e.bytes,n.bytes)} of ${x(n)}`,...t===""?[]:[t],...e.children.length>0?[W(e.children.length)]:[]].join(", ")}function W(e){return e===1?"1 part":`${e.toLocaleString("en")} parts`}function N(e){return D(e).map(x).join(" \u203A ")}var Ve=7;function J(e,n){let t=[x(e),e.name,...Ge(e)],r=t.find(o=>o.length<=n);return r!==void 0?r:n<Ve?"":t.at(-1)??""}function Ge({name:e,kind:n}){if(n==="function")return[e.replace(/^\\(?\\*?[\\w.[\\]\u2026]+\\)?\\.(?=\\w)/,"")];let t=e.split("/"),r=t.map((o,a)=>`\u2026/${t.slice(a).join("/")}`);return t.length<2?[]:[...r.slice(1),t.at(-1)??""]}function de(e){let n=l("ol"),t=l("p",{class:"facts"});return{element:l("nav",{class:"crumbs","aria-label":"Where you are in the tree"},n,t),show:({at:r,tree:o})=>{let a=D(r);n.replaceChildren(...a.map(i=>l("li",{},Ke(i,i===r,e)))),t.textContent=[b(r.bytes),...r===o.root?[o.what]:[],...r.children.length>0?[W(r.children.length)]:[],...M(r)===""?[]:[M(r)]].join(" \xB7 ")}}}function Ke(e,n,{enter:t}){return n?l("span",{"aria-current":"location",tabindex:-1,text:x(e)}):l("button",{type:"button",text:x(e),on:{click:()=>t(e)}})}function Q(e,n){let t=n.toLowerCase().split(/\\s+/).filter(Boolean).slice(0,30);if(t.length===0)return null;let r=2**t.length-1,o=new Map([[null,0]]),a=[];for(let i of e){let s=Ue(i,t),c=s|(o.get(i.parent)??0);o.set(i,c),s!==0&&c===r&&a.push(i)}return{parts:new Set(a),lit:je(a),bytes:Xe(a)}}function Ue({name:e,version:n},t){let r=`${e} ${n??""}`.toLowerCase();return t.reduce((o,a,i)=>r.includes(a)?o|1<<i:o,0)}function je(e){let n=new Set;for(let t of e)for(let r=t;r!==null&&!n.has(r);r=r.parent)n.add(r);return n}function Xe(e){let n=new Set(e),t=r=>r!==null&&(n.has(r)||t(r.parent));return e.reduce((r,o)=>t(o.parent)?r:r+o.bytes,0)}var Ye=[["main","this module"],["module","dependencies"],["std","standard library"],["types","type descriptors"],["data","data without an owner"],["pclntab","function table"],["debug","debug information and symbols"],["binary","binaries"],["file","files"],["other","headers, padding, unknown"]];function O(e){for(let n=e;n!==null;n=n.parent)if(n.kind==="main"||n.kind==="module"||n.kind==="std")return n.kind;return Ze(e)}function Ze({kind:e}){switch(e){case"main":case"module":case"std":case"types":case"data":case"pclntab":case"debug":case"file":case"binary":return e;case"embed":return"data";case"symbols":return"debug";case"image":return"file";case"package":case"function":return"main";case"header":case"unknown":case"rest":return"other"}}function fe(e){let n=new Map;return me(e,n),Ye.flatMap(([t,r])=>{let o=n.get(t)??0;return o>0?[{family:t,label:r,bytes:o}]:[]})}function me(e,n){if(!(e.kind==="main"||e.kind==="module"||e.kind==="std")&&e.children.length>0){for(let o of e.children)me(o,n);return}let r=O(e);n.set(r,(n.get(r)??0)+e.bytes)}var Je=[.01,.1,.5],he=[["less-4","gone or halved"],["less-3",""],["less-2",""],["less-1",""],["more-1",""],["more-2",""],["more-3",""],["more-4","new, or grown by half"],["same","unchanged"]];function K({growth:e}){if(e.change==="unchanged"||e.by===0)return"same";let n=e.before===null||e.before===0?1:Math.abs(e.by)/e.before,t=1+Je.filter(r=>n>=r).length;return`${e.by>0?"more":"less"}-${Qe(t)}`}function Qe(e){return e<=1?1:e===2?2:e===3?3:4}function pe(){let e=l("div",{class:"legend"});return{element:e,show:({at:n,colouring:t})=>e.replaceChildren(...t==="growth"?nn():en(n))}}function en(e){let n=fe(e),t=n.map(({family:o,bytes:a})=>{let i=l("span",{class:`family-${o}`});return i.style.flexGrow=`${a}`,i}),r=n.map(({family:o,label:a,bytes:i})=>l("li",{},l("span",{class:`key family-${o}`}),`${a} `,l("span",{class:"figure",text:`${b(i)}, ${$(i,e.bytes)}`})));return[l("div",{class:"strip","aria-hidden":"true"},...t),l("ul",{},...r)]}function nn(){let e=he.map(([n,t])=>l("li",{},l("span",{class:`key shade-${n}`}),...t===""?[]:[t]));return[l("ul",{class:"scale","aria-label":"Colours of growth, from smaller to larger"},...e)]}var tn=[["parts","its parts"],["module","all modules"],["package","all packages"],["function","all functions"],["all","everything"]];function U(e,n,t){return t!==null?ee(e,r=>t.lit.has(r)).filter(r=>t.parts.has(r)):n==="parts"?e.children:ee(e,()=>!0).filter(({kind:r})=>n==="all"||ge(n,r))}function ye(e){let n=new Set(ee(e,()=>!0).map(({kind:t})=>t));return tn.filter(([t])=>t==="parts"||t==="all"?!0:[...n].some(r=>ge(t,r)))}function ge(e,n){return e==="module"?n==="module"||n==="main"||n==="std":n===e}function ee(e,n){let t=[],r=o=>{for(let a of o.children)n(a)&&(t.push(a),r(a))};return r(e),t}function j(e,{column:n,descending:t}){let r=t?-1:1;return e.toSorted((o,a)=>r*rn(o,a,n)||be(o,a))}function rn(e,n,t){switch(t){case"name":return be(e,n);case"kind":return e.kind<n.kind?-1:+(e.kind>n.kind);case"bytes":return e.bytes-n.bytes;case"before":return R(e)-R(n);case"by":return k(e)-k(n)}}function be(e,n){return e.name<n.name?-1:+(e.name>n.name)}function R({growth:e,bytes:n}){return e.change==="unchanged"?n:e.before??0}function k({growth:e}){return e.change==="unchanged"?0:e.by}var on=15;function xe(e){let n=l("h3"),t=l("ol"),r=l("button",{type:"button",class:"quiet",on:{click:()=>e.change({view:"table"})}});return{element:l("section",{class:"list","aria-label":"Largest parts"},n,t,r),show:o=>{let a=an(o),i=a.slice(0,on);n.textContent=ln(o,a.length),t.replaceChildren(...i.map(s=>sn(s,i,o,e))),r.hidden=a.length<=i.length,r.textContent=`All ${a.length.toLocaleString("en")} in the table`}}}function an({at:e,found:n,colouring:t}){if(t==="growth"&&n===null)return we(e).toSorted((o,a)=>Math.abs(k(a))-Math.abs(k(o)));let r=U(e,"parts",n).filter(({bytes:o})=>o>0);return j(r,{column:"bytes",descending:!0})}function we(e){return e.children.flatMap(n=>{let r=n.bytes===0||R(n)===0?[]:we(n);return r.length>0?r:k(n)===0?[]:[n]})}function ln({at:e,found:n,colouring:t},r){return n!==null?r===0?"Nothing found in here":`Found in ${x(e)}`:t==="growth"?r===0?"Nothing changed in here":"Changed most":e.children.length===0?"No parts":`Largest in ${x(e)}`}function sn(e,n,{at:t,colouring:r,found:o},a){let i=r==="growth"&&o===null,s=i||o!==null?ue(e):x(e),c=Math.max(...n.map(u=>i?Math.abs(k(u)):u.bytes)),f=i?B(k(e)):`${b(e.bytes)} \xB7 ${$(e.bytes,t.bytes)}`,d=V(i?Math.abs(k(e)):e.bytes,c);d.classList.add(i?`shade-${K(e)}`:`family-${O(e)}`);let y=l("button",{type:"button",title:N(e),on:{click:()=>a.enter(e),pointerenter:()=>a.point(e),pointerleave:()=>a.point(null)}},l("span",{class:"name",text:s}),l("span",{class:"figure",text:f}),d);return l("li",{},y)}function ve(e,n,t){let r=e[n];if(r===void 0)return null;let o=Pe(r,t),a=e.flatMap((i,s)=>{let c=Pe(i,t),f=Math.min(o.y1,c.y1)-Math.max(o.y0,c.y0),d=c.x0-o.x1;return s!==n&&d>-1&&f>0?[{index:s,distance:d,shared:f}]:[]});return a.sort((i,s)=>Math.round(i.distance)-Math.round(s.distance)||s.shared-i.shared),a[0]?.index??null}function Pe({x0:e,y0:n,x1:t,y1:r},o){switch(o){case"right":return{x0:e,y0:n,x1:t,y1:r};case"left":return{x0:-t,y0:n,x1:-e,y1:r};case"down":return{x0:n,y0:e,x1:r,y1:t};case"up":return{x0:-r,y0:e,x1:-n,y1:t}}}function un(e){var n=0,t=e.children,r=t&&t.length;if(!r)n=1;else for(;--r>=0;)n+=t[r].value;e.value=n}function cn(){return this.eachAfter(un)}function dn(e,n){let t=-1;for(let r of this)e.call(n,r,++t,this);return this}function fn(e,n){for(var t=this,r=[t],o,a,i=-1;t=r.pop();)if(e.call(n,t,++i,this),o=t.children)for(a=o.length-1;a>=0;--a)r.push(o[a]);return this}function mn(e,n){for(var t=this,r=[t],o=[],a,i,s,c=-1;t=r.pop();)if(o.push(t),a=t.children)for(i=0,s=a.length;i<s;++i)r.push(a[i]);for(;t=o.pop();)e.call(n,t,++c,this);return this}function hn(e,n){let t=-1;for(let r of this)if(e.call(n,r,++t,this))return r}function pn(e){return this.eachAfter(function(n){for(var t=+e(n.data)||0,r=n.children,o=r&&r.length;--o>=0;)t+=r[o].value;n.value=t})}function yn(e){return this.eachBefore(function(n){n.children&&n.children.sort(e)})}function gn(e){for(var n=this,t=bn(n,e),r=[n];n!==t;)n=n.parent,r.push(n);for(var o=r.length;e!==t;)r.splice(o,0,e),e=e.parent;return r}function bn(e,n){if(e===n)return e;var t=e.ancestors(),r=n.ancestors(),o=null;for(e=t.pop(),n=r.pop();e===n;)o=e,e=t.pop(),n=r.pop();return o}function xn(){for(var e=this,n=[e];e=e.parent;)n.push(e);return n}function wn(){return Array.from(this)}function Pn(){var e=[];return this.eachBefore(function(n){n.children||e.push(n)}),e}function vn(){var e=this,n=[];return e.each(function(t){t!==e&&n.push({source:t.parent,target:t})}),n}function*Sn(){var e=this,n,t=[e],r,o,a;do for(n=t.reverse(),t=[];e=n.pop();)if(yield e,r=e.children)for(o=0,a=r.length;o<a;++o)t.push(r[o]);while(t.length)}function Se(e,n){e instanceof Map?(e=[void 0,e],n===void 0&&(n=Mn)):n===void 0&&(n=$n);for(var t=new F(e),r,o=[t],a,i,s,c;r=o.pop();)if((i=n(r.data))&&(c=(i=Array.from(i)).length))for(r.children=i,s=c-1;s>=0;--s)o.push(a=i[s]=new F(i[s])),a.parent=r,a.depth=r.depth+1;return t.eachBefore(Tn)}function kn(){return Se(this).eachBefore(En)}function $n(e){return e.children}function Mn(e){return Array.isArray(e)?e[1]:null}function En(e){e.data.value!==void 0&&(e.value=e.data.value),e.data=e.data.data}function Tn(e){var n=0;do e.height=n;while((e=e.parent)&&e.height<++n)}function F(e){this.data=e,this.depth=this.height=0,this.parent=null}F.prototype=Se.prototype={constructor:F,count:cn,each:dn,eachAfter:mn,eachBefore:fn,find:hn,sum:pn,sort:yn,path:gn,ancestors:xn,descendants:wn,leaves:Pn,links:vn,copy:kn,[Symbol.iterator]:Sn};function ke(e,n,t,r,o){for(var a=e.children,i,s=-1,c=a.length,f=e.value&&(r-n)/e.value;++s<c;)i=a[s],i.y0=t,i.y1=o,i.x0=n,i.x1=n+=i.value*f}function Bn(e,n){this._=e,this.parent=null,this.children=null,this.A=null,this.a=this,this.z=0,this.m=0,this.c=0,this.s=0,this.t=null,this.i=n}Bn.prototype=Object.create(F.prototype);function $e(e,n,t,r,o){for(var a=e.children,i,s=-1,c=a.length,f=e.value&&(o-t)/e.value;++s<c;)i=a[s],i.x0=n,i.x1=r,i.y0=t,i.y1=t+=i.value*f}var Me=(1+Math.sqrt(5))/2;function Ee(e,n,t,r,o,a){for(var i=[],s=n.children,c,f,d=0,y=0,u=s.length,m,g,p=n.value,P,S,v,E,A,L,T;d<u;){m=o-t,g=a-r;do P=s[y++].value;while(!P&&y<u);for(S=v=P,L=Math.max(g/m,m/g)/(p*e),T=P*P*L,A=Math.max(v/T,T/S);y<u;++y){if(P+=f=s[y].value,f<S&&(S=f),f>v&&(v=f),T=P*P*L,E=Math.max(v/T,T/S),E>A){P-=f;break}A=E}i.push(c={value:P,dice:m<g,children:s.slice(d,y)}),c.dice?ke(c,t,r,o,p?r+=g*P/p:a):$e(c,t,r,p?t+=m*P/p:o,a),p-=P,d=y}return i}var Te=(function e(n){function t(r,o,a,i,s){Ee(n,r,o,a,i,s)}return t.ratio=function(r){return e((r=+r)>1?r:1)},t})(Me);var tr=(function e(n){function t(r,o,a,i,s){if((c=r._squarify)&&c.ratio===n)for(var c,f,d,y,u=-1,m,g=c.length,p=r.value;++u<g;){for(f=c[u],d=f.children,y=f.value=0,m=d.length;y<m;++y)f.value+=d[y].value;f.dice?ke(f,o,a,i,p?a+=(s-a)*f.value/p:s):$e(f,o,a,p?o+=(i-o)*f.value/p:i,s),p-=f.value}else r._squarify=c=Ee(n,r,o,a,i,s),c.ratio=n}return t.ratio=function(r){return e((r=+r)>1?r:1)},t})(Me);var X=20,On=3,An=[0,500,150,100],Ln=[0,200,100,60],Cn=64,Nn=[0,60,130],Rn=[0,X+18,90];function Be(e,n,t){return Oe(e,{x0:0,y0:0,x1:n,y1:t},1)}function Oe(e,n,t){let r=zn(e,_n(n),t);return Hn(r,n).flatMap(({part:o,box:a})=>{let i={x0:a.x0+2,y0:a.y0+X,x1:a.x1-3,y1:a.y1-3},s=t<On&&o.children.length>0&&o.kind!=="rest"&&a.x1-a.x0>=(Nn[t]??0)&&a.y1-a.y0>=(Rn[t]??0),c={part:o,box:a,depth:t,parted:s};return s?[c,...Oe(o,i,t+1)]:[c]})}function _n({x0:e,y0:n,x1:t,y1:r}){return Math.max(0,t-e)*Math.max(0,r-n)}function zn(e,n,t){let r=e.children.filter(({bytes:s})=>s>0),o=(An[t]??0)*e.bytes/Math.max(1,n),a=r.findIndex(({bytes:s},c)=>s<o||c>=(Ln[t]??0));if(a<0||r.length-a<2)return r;if(a===0&&t===1)return In(e,r);let i=r.slice(a);return[...r.slice(0,a),Le(e,i,`${Ae(i)} smaller`)]}function In(e,n){let t=Math.ceil(n.length/Cn);return Array.from({length:Math.ceil(n.length/t)},(r,o)=>{let a=n.slice(o*t,(o+1)*t),i=a[Math.floor(a.length/2)]?.bytes??0;return Le(e,a,`${Ae(a)} of about ${b(i)}`)})}function Ae(e){return e.length.toLocaleString("en")}function Le(e,n,t){return{name:t,kind:"rest",bytes:n.reduce((r,{bytes:o})=>r+o,0),version:null,versionBefore:null,parent:e,children:n,growth:Dn(n),opens:null}}function Dn(e){let n=e.flatMap(({growth:r})=>r.change==="changed"?[r.by]:[]);if(n.length===0)return Z;let t=n.reduce((r,o)=>r+o,0);return{change:"changed",before:e.reduce((r,{bytes:o})=>r+o,0)-t,by:t}}function Hn(e,n){let t=e.map(a=>({part:a,value:a.bytes,x0:0,y0:0,x1:0,y1:0})),o={value:e.reduce((a,{bytes:i})=>a+i,0),children:t};return Te(o,n.x0,n.y0,n.x1,n.y1),t.map(({part:a,x0:i,y0:s,x1:c,y1:f})=>({part:a,box:{x0:i,y0:s,x1:c,y1:f}}))}var ne=7,Wn=7.7,Fn=36,qn={ArrowLeft:"left",ArrowRight:"right",ArrowUp:"up",ArrowDown:"down"};function Ce(e){let n=l("div",{class:"layer"}),t=l("div",{class:"ring","aria-hidden":"true"}),r=l("div",{class:"map",role:"group","aria-describedby":"keys"},n,t),o=new WeakMap,a={tiles:[],buttons:[],state:null},i=u=>{let{clientWidth:m,clientHeight:g}=r,p=Be(u.at,m,g),P=p.filter(({depth:v})=>v===1),S=p.map(v=>Gn(v,u,m,g));a.tiles=P,a.buttons=S.filter(v=>v instanceof HTMLButtonElement),a.state=u,a.buttons[0]?.setAttribute("tabindex","0"),r.setAttribute("aria-label",`Treemap of ${x(u.at)}, ${b(u.at.bytes)}`);for(let[v,E]of S.entries())o.set(E,p[v]?.part??u.at);S.length>0?n.replaceChildren(...S):n.replaceChildren(l("p",{class:"nothing",text:"Nothing in here has parts that weigh anything."}))},s=u=>{let m=u instanceof Element?u.closest(".tile"):null;return m===null?null:o.get(m)??null},c=u=>{for(let[m,g]of a.buttons.entries())g.tabIndex=m===u?0:-1;a.buttons[u]?.focus({preventScroll:!0})},f=()=>a.buttons.findIndex(u=>u===document.activeElement),d=u=>{if(u.altKey||u.ctrlKey||u.metaKey)return;let{key:m}=u;if(m==="Escape"||m==="Backspace")e.leave();else{let g=Vn(m,f(),a.tiles.map(({box:p})=>p));if(g===void 0)return;g!==null&&c(g)}u.preventDefault()};r.addEventListener("click",u=>{let m=s(u.target);m!==null&&e.enter(m)}),r.addEventListener("keydown",d),r.addEventListener("pointerover",u=>e.point(s(u.target))),r.addEventListener("pointerleave",()=>e.point(null)),r.addEventListener("focusin",u=>{u.target instanceof HTMLElement&&Un(t,u.target),e.point(s(u.target))}),r.addEventListener("focusout",()=>e.point(null));let y=()=>{let{state:u}=a;if(u===null||u.view!=="map"||r.clientWidth===0)return;let m=f();i(u),m>=0&&c(Math.min(m,a.buttons.length-1))};return new ResizeObserver(y).observe(r),{element:r,focus:u=>{let m=({part:{kind:p,children:P}},S)=>p==="rest"&&(S.kind==="rest"||P.some(v=>C(S,v))),g=a.tiles.findIndex(p=>u!==null&&(C(u,p.part)||m(p,u)));c(Math.max(0,g))},show:u=>{let m=a.state?.at??null,g=a.tiles.find(({part:p})=>p===u.at)?.box??null;i(u),m!==null&&m!==u.at&&Xn(n,g)}}}function Vn(e,n,t){let r=qn[e];if(r!==void 0)return n<0?0:ve(t,n,r);switch(e){case"Home":return 0;case"End":return t.length-1;case"PageDown":return Math.min(n+1,t.length-1);case"PageUp":return Math.max(n-1,0);default:return}}function Gn(e,n,t,r){let{part:o,box:a,depth:i}=e,s=n.found!==null&&!Kn(o,n.found),c=n.colouring==="growth"?`shade-${K(o)}`:`family-${O(o)}`,f=jn(e,n),d=i===1?l("button",{type:"button",tabindex:-1,"aria-label":ce(o,n.at)},...f):l("div",{"aria-hidden":"true"},...f);return d.className=`tile depth-${i} ${c}${e.parted?" parted":""}${s?" faded":""}`,d.style.left=`${100*a.x0/t}%`,d.style.top=`${100*a.y0/r}%`,d.style.width=`${100*(a.x1-a.x0)/t}%`,d.style.height=`${100*(a.y1-a.y0)/r}%`,d}function Kn(e,{lit:n}){return e.kind==="rest"?e.children.some(t=>n.has(t)):n.has(e)}function Un(e,{style:n}){let{left:t,top:r,width:o,height:a}=n;Object.assign(e.style,{left:t,top:r,width:o,height:a})}function jn({part:e,box:n,parted:t,depth:r},{colouring:o}){let[a,i]=[n.x1-n.x0-8,n.y1-n.y0];if(i<X-2)return[];let s=o==="growth"?M(e):"",c=s===""?b(e.bytes):s,f=r===1?Wn:ne,d=c.length*ne,y=t?J(e,Math.floor((a-d-2*ne)/f)):"",u=y===""?J(e,Math.floor(a/f)):y;if(u==="")return[];let m=l("span",{class:"name",text:u});return(t?y!=="":i>=Fn&&d<=a)?[m,l("span",{class:"size",text:c})]:[m]}function Xn(e,n){if(matchMedia("(prefers-reduced-motion: reduce)").matches)return;let{clientWidth:t,clientHeight:r}=e,o=n===null?{transform:"scale(0.97)",opacity:.4}:{transform:`translate(${n.x0}px, ${n.y0}px) scale(${(n.x1-n.x0)/t}, ${(n.y1-n.y0)/r})`,opacity:.4};e.animate([o,{transform:"none",opacity:1}],{duration:160,easing:"ease-out"})}var Yn=[{column:"name",label:"Part",compared:!1},{column:"kind",label:"Kind",compared:!1},{column:"bytes",label:"Size",compared:!1},{column:"before",label:"Before",compared:!0},{column:"by",label:"Change",compared:!0}];function Ne(e){let n=l("select",{on:{change:()=>e.change({scope:Jn(n.value),rows:100})}}),t=l("label",{class:"scope"},l("span",{text:"List "}),n),r=l("caption"),o=l("thead"),a=l("tbody"),i=l("table",{},r,o,a),s=l("button",{type:"button",class:"quiet"}),c=l("div",{class:"scroller"},i),f=null;return s.addEventListener("click",()=>{f!==null&&e.change({rows:f.rows+500})}),{element:l("section",{class:"table","aria-label":"Table of parts"},t,c,s),show:d=>{f=d;let y=j(U(d.at,d.scope,d.found),d.sorting),u=y.slice(0,d.rows);t.hidden=d.found!==null,n.replaceChildren(...ye(d.at).map(([g,p])=>Zn(g,p,d.scope))),r.textContent=Qn(d,y.length);let m=document.activeElement instanceof HTMLElement?document.activeElement.dataset.column:void 0;o.replaceChildren(et(d,e)),m!==void 0&&o.querySelector(`[data-column="${m}"]`)?.focus(),a.replaceChildren(...u.map(g=>nt(g,d,e))),s.hidden=y.length<=u.length,s.textContent=`Show more: ${(y.length-u.length).toLocaleString("en")} are left`}}}function Zn(e,n,t){return l("option",{value:e,text:n,selected:e===t})}function Jn(e){return e==="module"||e==="package"||e==="function"||e==="all"?e:"parts"}function Qn({at:e,found:n},t){let r=t===1?"1 row":`${t.toLocaleString("en")} rows`;return n===null?`${x(e)}, ${I(e.bytes)}: ${r}`:`Found in ${x(e)}: ${r}`}function et({sorting:e,tree:n},{change:t}){let r=Yn.filter(({compared:o})=>n.compared||!o).map(({column:o,label:a})=>{let i=e.column===o,s=i?!e.descending:o!=="name"&&o!=="kind",c=e.descending?"descending":"ascending",f=l("button",{type:"button",text:a,"data-column":o,on:{click:()=>t({sorting:{column:o,descending:s}})}});return l("th",{scope:"col",class:o,"aria-sort":i?c:"none"},f)});return l("tr",{},...r)}function nt(e,{at:n,tree:t},{enter:r}){let o=l("td",{class:"bytes",title:I(e.bytes)},l("span",{class:"figure",text:b(e.bytes)}),l("span",{class:"share",text:$(e.bytes,n.bytes)}),V(e.bytes,n.bytes));o.classList.add(`family-${O(e)}`);let a=t.compared?[l("td",{class:"before",text:rt(e)?b(R(e)):"new"}),l("td",{class:`by ${ot(k(e))}`,text:k(e)===0?"":B(k(e))})]:[];return l("tr",{},l("th",{scope:"row",class:"name"},tt(e,n,r)),l("td",{class:"kind",text:H(e)}),o,...a)}function tt(e,n,t){let r=Y(x(e)),o=e.children.length>0||e.opens!==null?l("button",{type:"button",on:{click:()=>t(e)}},...r):l("span",{},...r);return e.parent!==null&&e.parent!==n&&!n.children.includes(e)?l("div",{},o,l("span",{class:"place"},...Y(N(e.parent)))):l("div",{},o)}function rt({growth:e}){return e.change==="unchanged"||e.before!==null}function ot(e){return e>0?"more":e<0?"less":""}var at="Arrow keys move, Enter opens, Escape or Backspace goes back, Page Down and Page Up go by size, / searches.";it(document);function it(e){let n=e.getElementById("data"),t=e.getElementById("explorer");if(n===null||t===null)return;let r=JSON.parse(n.textContent);e.getElementById("theme")?.replaceWith(ae()),r.trees.length>0&&lt(r,t)}function lt(e,n){let t=new Map,r=h=>{let w=t.get(h)??st(e,h);return t.set(h,w),w},o=Re(e.first,r(e.first)),a=h=>{o={...o,...h},n.dataset.view=o.view;for(let w of T)w.show(o)},i=h=>{u.textContent=h},s=(h,w)=>{let z=document.activeElement,q=z!==null&&n.contains(z);a(h),!(!q||z.isConnected)&&(o.view==="map"?y.focus(w):v.element.querySelector("[aria-current]")?.focus())},c=(h,w)=>{s({at:h,rows:100,scope:"parts"},w),f(null),i(`${x(h)}, ${b(h.bytes)}, ${W(h.children.length)}`)},f=h=>{m.replaceChildren(...ut(h??o.at,o))},d={change:a,point:f,enter:h=>{if(h.opens!==null)return d.showTree(h.opens);let w=h.children.length>0?h:h.parent??h;w===o.at?i(`${x(h)} has no parts.`):c(w,C(o.at,w)?o.at:w===h?null:h)},leave:()=>{o.at.parent!==null?c(o.at.parent,o.at):o.query!==""?d.search(""):i("This is the whole tree.")},showTree:h=>{let w=r(h),{view:z,query:q}=o;s({...Re(h,w),view:z,query:q,found:Q(w.parts,q)},null),f(null),i(`${w.name}, ${w.what}, ${b(w.root.bytes)}`)},search:h=>a({query:h,found:Q(o.tree.parts,h),rows:100})},y=Ce(d),u=l("p",{class:"unseen",role:"status"}),m=l("p",{class:"detail"}),[g,p,P,S,v,E,A,L]=[te(e,d),re(d),oe(d),ie(d),de(d),pe(),xe(d),Ne(d)],T=[g,p,P,S,v,E,y,A,L];n.replaceChildren(l("h2",{text:"What is inside"}),l("div",{class:"controls"},g.element,p.element,P.element,S.element),v.element,E.element,l("div",{class:"views"},l("div",{class:"mapped"},y.element,m),A.element),L.element,l("p",{class:"keys",id:"keys",text:at}),u),a({}),f(null),document.addEventListener("keydown",h=>{let w=h.target instanceof HTMLInputElement&&h.target.type==="search";h.key!=="/"||w||h.ctrlKey||h.metaKey||(h.preventDefault(),S.element.querySelector("input")?.focus())})}function st({trees:e},n){let t=e[n],r=t===void 0?[]:se(t),[o]=r;if(t===void 0||o===void 0)throw new Error(`There is no tree ${n} in this page.`);let{name:a,what:i,group:s}=t;return{name:a,what:i,group:s,parts:r,root:o,compared:t.before!==null}}function Re(e,n){return{treeIndex:e,tree:n,at:n.root,view:"map",colouring:"kind",query:"",found:null,scope:"parts",sorting:{column:"bytes",descending:!0},rows:100}}function ut(e,{tree:n}){let t=[H(e),I(e.bytes),...e===n.root?[]:[`${$(e.bytes,n.root.bytes)} of ${x(n.root)}`],...M(e)===""?[]:[M(e)],...e.opens===null?[]:["opens the binary, as linked"]];return[l("span",{class:"place",text:N(e)}),l("span",{class:"facts",text:t.join(" \xB7 ")})]}})();';
var PAGE_STYLE = ':root{color-scheme:light dark;--ink: light-dark(#1b1e23, #e9ebee);--soft: light-dark(#5a616b, #a4abb5);--line: light-dark(#d9dce1, #353a42);--paper: light-dark(#ffffff, #16181c);--card: light-dark(#f5f6f8, #1f2227);--accent: light-dark(#1f5fbf, #86b4ff);--good: light-dark(#1d7a46, #5fcf91);--bad: light-dark(#b3261e, #ff8b80);--doubtful: light-dark(#8a5a00, #f2b84b);--more: light-dark(#a8480f, #ffab78);--less: light-dark(#20639b, #86bdf2);--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}*{box-sizing:border-box}html{font:100%/1.45 system-ui,-apple-system,Segoe UI,Roboto,Liberation Sans,sans-serif;font-variant-numeric:tabular-nums;color:var(--ink);background:var(--paper);text-size-adjust:100%}body{max-inline-size:100rem;margin:0 auto;padding:0 clamp(.75rem,3vw,2.5rem);overflow-wrap:anywhere}h1,h2,h3,p,ul,ol,fieldset,legend{margin:0;padding:0;border:0}ol,ul{list-style:none}[hidden]{display:none!important}bdi,.name,.place{unicode-bidi:isolate}code{font:.875em var(--mono)}button,input,select{font:inherit;color:inherit}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}body>header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;padding-block:1.25rem .5rem}h1{font-size:1.5rem;font-weight:650;letter-spacing:-.01em}h1 small{font-weight:400;color:var(--soft)}h2{font-size:1.125rem;font-weight:650}h3{font-size:.875rem;font-weight:600}.verdict{font-size:1.25rem;text-wrap:pretty}.mark{display:inline-grid;place-items:center;inline-size:1.4em;block-size:1.4em;margin-inline-end:.15em;border-radius:50%;font-size:.85em;font-weight:700;color:var(--paper);background:var(--soft)}.good .mark{background:var(--good)}.bad .mark{background:var(--bad)}.doubtful .mark{background:var(--doubtful)}.verdict strong{font-weight:650}.good strong{color:var(--good)}.bad strong{color:var(--bad)}.doubtful strong{color:var(--doubtful)}.because{color:var(--soft)}.image{padding-block:.25rem 1rem}details.image{padding-block:.75rem;border-block-end:1px solid var(--line)}summary{cursor:pointer}summary h2,summary .verdict{display:inline;font-size:1rem;margin-inline-end:.75rem}.note{margin-block-start:.35rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--doubtful)}.built,.published,.proofs{margin-block-start:.5rem;font-size:.875rem;color:var(--soft)}.proofs li+li{margin-block-start:.15rem}.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13.5rem),1fr));gap:.75rem;margin-block-start:.75rem}.cell{padding:.75rem 1rem .85rem;border-radius:.5rem;background:var(--card)}.cell small{display:block;font-size:.8125rem;font-weight:400;color:var(--soft)}.cell .size{margin-block:.15rem;font-size:1.75rem;font-weight:600;line-height:1.25;letter-spacing:-.015em}.change{font-size:.9375rem;font-weight:500;letter-spacing:0;color:var(--soft);white-space:nowrap}.change.more,.by.more{color:var(--more)}.change.less,.by.less{color:var(--less)}.gauge{display:block;margin-block:.25rem}.gauge .whole{fill:var(--line)}.gauge .used{fill:var(--good)}.gauge.over .used{fill:var(--bad)}.limit{font-size:.875rem;color:var(--soft)}.limit.over{color:var(--bad)}.growth{margin-block-start:1rem}.cause{margin-block-start:.25rem}.changes{margin-block-start:.35rem;columns:26rem 2;column-gap:3rem}.changes li{display:flex;gap:.5rem;align-items:baseline;padding-block:.2rem;border-block-end:1px solid var(--line);break-inside:avoid}.changes bdi{min-inline-size:0}.changes .word{margin-inline-start:auto;font-size:.875rem;color:var(--soft)}.changes .change{min-inline-size:6.5ch;text-align:end}#explorer{position:relative;margin-block-start:.5rem;padding-block-start:1rem;border-block-start:1px solid var(--line)}.controls{display:flex;flex-wrap:wrap;gap:.6rem .75rem;align-items:center;margin-block:.6rem}.choice{display:flex;flex-wrap:wrap;min-inline-size:0;border-radius:.5rem;background:var(--card);box-shadow:inset 0 0 0 1px var(--line)}.choice legend{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}.choice label{cursor:pointer}.choice input{position:absolute;opacity:0}.choice span{display:block;padding:.35rem .75rem;border-radius:.5rem;font-size:.875rem}.choice input:checked+span{color:var(--paper);background:light-dark(#3b424d,#c3c9d2)}.choice input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}.scope{font-size:.875rem}select,[type=search]{min-block-size:2.1rem;max-inline-size:100%;padding:.3rem .6rem;border:1px solid light-dark(#8b919b,#6d7480);border-radius:.5rem;background:var(--paper);font-size:.875rem}.search{display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:center;margin-inline-start:auto}.search output{font-size:.875rem;color:var(--soft)}.search output:empty{display:none}.search{flex-direction:row-reverse}[type=search]{inline-size:16rem}.crumbs{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem}.crumbs ol{display:flex;flex-wrap:wrap}.crumbs li+li:before{content:"\u203A" / "";margin-inline:.45rem;color:var(--soft)}.crumbs button,tbody th button{padding:0;border:0;background:none;color:var(--accent);text-align:start;text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.2em;cursor:pointer}.crumbs [aria-current]{font-weight:600}.crumbs .facts{color:var(--soft)}.legend{margin-block:.6rem}.strip{display:flex;gap:2px;block-size:.6rem}.strip span{min-inline-size:2px;background:var(--strong)}.strip span:first-child{border-start-start-radius:.3rem;border-end-start-radius:.3rem}.strip span:last-child{border-start-end-radius:.3rem;border-end-end-radius:.3rem}.legend ul{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;margin-block-start:.4rem;font-size:.875rem}.legend .scale{gap:0 2px;align-items:center}.key{display:inline-block;inline-size:.75rem;block-size:.75rem;margin-inline-end:.4rem;border-radius:2px;background:var(--strong)}.scale .key{inline-size:1.75rem;margin:0;vertical-align:-.1em;background:var(--shade);box-shadow:inset 0 0 0 1px var(--line)}.scale li{display:flex;gap:.5rem;align-items:center}.scale li:first-child{flex-direction:row-reverse}.scale li:last-child{margin-inline-start:1rem}.figure{color:var(--soft);white-space:nowrap}.family-main{--hue: 55;--chroma: .1}.family-module{--hue: 255;--chroma: .075}.family-std{--hue: 175;--chroma: .06}.family-types{--hue: 310;--chroma: .055}.family-data{--hue: 10;--chroma: .05}.family-pclntab{--hue: 110;--chroma: .045}.family-debug{--hue: 145;--chroma: .045}.family-binary{--hue: 255;--chroma: .075}.family-file{--hue: 110;--chroma: .05}.family-other{--hue: 260;--chroma: .008}[class*=family-]{--strong: light-dark( oklch(.68 calc(var(--chroma) * 1.35) var(--hue)), oklch(.66 calc(var(--chroma) * 1.2) var(--hue)) );--shade: light-dark( oklch(var(--light, .9) calc(var(--chroma) * var(--tint, .7)) var(--hue)), oklch(var(--dark, .36) calc(var(--chroma) * .8) var(--hue)) )}[class*=shade-]{--strong: light-dark(oklch(.62 var(--chroma) var(--hue)), oklch(.7 var(--chroma) var(--hue)));--shade: light-dark( oklch(calc(.955 - var(--step) * .055) calc(var(--step) * .037) var(--hue)), oklch(calc(.27 + var(--step) * .048) calc(var(--step) * .03) var(--hue)) );--hue: 50;--chroma: .13;--step: 0}[class*=shade-less]{--hue: 245}.shade-same{--chroma: 0}.shade-more-1,.shade-less-1{--step: 1}.shade-more-2,.shade-less-2{--step: 2}.shade-more-3,.shade-less-3{--step: 3}.shade-more-4,.shade-less-4{--step: 4}.views{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:1.5rem}[data-view=table] .views,[data-view=map] .table{display:none}.map{position:relative;block-size:clamp(22rem,66vh,60rem);overflow:hidden;border-radius:.4rem;background:var(--card)}.layer{position:absolute;inset:0;transform-origin:0 0}.tile{position:absolute;display:block;margin:0;padding:0 .25rem;border:0;border-radius:2px;overflow:hidden;font-size:.78125rem;line-height:1.2rem;text-align:start;white-space:nowrap;color:var(--ink);background:var(--shade);box-shadow:inset 0 0 0 1px var(--paper);cursor:pointer}.depth-1{--light: .86;--tint: .8;--dark: .33;display:flex;flex-direction:column;justify-content:flex-start;box-shadow:inset 0 0 0 1.5px var(--paper)}.depth-2{--light: .915;--tint: .5;--dark: .39}.depth-3{--light: .95;--tint: .3;--dark: .45}.tile .name{display:block;overflow:hidden;text-overflow:ellipsis}.tile .size{display:block;overflow:hidden;text-overflow:ellipsis;color:light-dark(#3c434d,#d3d8de)}.depth-1>.name{font-weight:600}.parted{display:flex;flex-direction:row;gap:.5rem;justify-content:space-between}.parted>.size{flex:none}.tile:hover:not(.parted){box-shadow:inset 0 0 0 1px var(--paper),inset 0 0 0 3px var(--accent)}.tile.parted:hover{box-shadow:inset 0 0 0 2px var(--accent)}.tile:focus-visible{outline:none}.ring{position:absolute;display:none;border:3px solid var(--accent);border-radius:3px;box-shadow:inset 0 0 0 1.5px var(--paper),0 0 0 1.5px var(--paper);pointer-events:none}.map:has(.tile:focus-visible) .ring{display:block}.faded{opacity:.28}.faded.parted{opacity:.45}.nothing{padding:2rem;color:var(--soft);text-align:center}.detail{display:grid;min-block-size:3.2rem;padding-block:.4rem;font-size:.875rem}.detail .place{font-weight:600}.detail .facts{color:var(--soft)}.keys{font-size:.8125rem;color:var(--soft)}[data-view=table] .keys{display:none}@media(hover:none){.keys{display:none}}.list h3{margin-block-end:.25rem}.list button{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .75rem;inline-size:100%;padding:.26rem .25rem;border:0;border-radius:.25rem;background:none;font-size:.875rem;text-align:start;cursor:pointer}.list button:hover{background:var(--card)}.list .name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.meter{grid-column:1 / -1;display:block;block-size:4px;border-radius:2px;background:var(--card);overflow:hidden}.meter span{display:block;block-size:100%;min-inline-size:1px;background:var(--strong)}button.quiet{inline-size:auto;margin-block-start:.4rem;padding:.35rem .25rem;border:0;background:none;font-size:.875rem;color:var(--accent);text-decoration:underline;text-underline-offset:.2em;cursor:pointer}.scroller{overflow-x:auto}table{inline-size:100%;border-collapse:collapse;font-size:.9375rem}caption{padding-block:.5rem;font-size:.875rem;color:var(--soft);text-align:start}th,td{padding:.35rem .75rem .35rem 0;border-block-end:1px solid var(--line);font-weight:400;text-align:start;vertical-align:top}thead th{border-block-end:2px solid var(--line);white-space:nowrap}thead button{padding:0;border:0;background:none;font-weight:600;cursor:pointer}thead button:after{content:"\u2195" / "";margin-inline-start:.3rem;color:var(--soft);opacity:.6}[aria-sort=descending] button:after{content:"\u2193" / "";opacity:1}[aria-sort=ascending] button:after{content:"\u2191" / "";opacity:1}td.kind,td.before,td.by{white-space:nowrap}td.kind,td.before{color:var(--soft)}th.before,th.by,td.before,td.by{text-align:end}td.bytes{inline-size:14rem}td.bytes .figure{display:inline-block;inline-size:5rem;color:var(--ink)}td.bytes .share{color:var(--soft)}td .meter{margin-block-start:.2rem}th .place{display:block;font-size:.8125rem;color:var(--soft)}footer{margin-block:1.5rem;padding-block-start:.75rem;border-block-start:1px solid var(--line);font-size:.8125rem;color:var(--soft)}@media(max-width:64rem){.views{grid-template-columns:minmax(0,1fr)}}@media(max-width:40rem){.cells{grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem}.cell{padding:.6rem .7rem}.cell .size{font-size:1.3125rem}.verdict{font-size:1.125rem}.search,[type=search]{inline-size:100%;margin:0}td.kind,th.kind,td.before,th.before{display:none}td.bytes{inline-size:6.5rem}td.bytes .figure{inline-size:auto}td.bytes .share{display:block}}@media(min-width:110rem){html{font-size:112.5%}body{max-inline-size:125rem}}@media(forced-colors:active){.tile{border:1px solid CanvasText}.meter span,.key,.strip span,.gauge rect{forced-color-adjust:none}}@media print{@page{margin:14mm}:root,:root[data-theme]{color-scheme:light}html{font-size:80%;-webkit-print-color-adjust:exact;print-color-adjust:exact}body{padding:0}#theme,.choice,.controls,.keys,.quiet,.scope,.list,.detail{display:none!important}.views,[data-view=map] .views,[data-view=table] .views{display:block}.map{block-size:15cm;break-inside:avoid}[data-view=map] .table{display:block}.scroller{overflow:visible}tr,.cell{break-inside:avoid}tbody tr:nth-child(n+41){display:none}thead button:after{display:none}}';

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
                The map and the table of what is inside need JavaScript; this file brings its own and loads
                nothing.
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
