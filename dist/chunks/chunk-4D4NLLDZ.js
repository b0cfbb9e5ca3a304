import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  NO_BUDGET,
  WITHIN
} from "./chunk-MMIHZ5UC.js";
import {
  firstOf
} from "./chunk-GTV6CXRU.js";

// src/report/joint-gate.ts
var MOST_SAID = 5;
var MOST_NAMED = 20;
function jointGate(gates) {
  const telling = gates.filter(
    ({ status, gate }) => gate.sentence !== WITHIN && (status === "over" || !gate.pass || gate.notices.length > 0)
  );
  const failingFirst = telling.toSorted((one, other) => Number(one.gate.pass) - Number(other.gate.pass));
  const said = telling.length > MOST_SAID ? failingFirst.slice(0, MOST_SAID - 2) : telling;
  const sentences = said.map(({ name, gate }) => `Image ${name}: ${gate.sentence}`);
  const rest = telling.length > MOST_SAID ? [alsoNamed(failingFirst.slice(said.length))] : [];
  return {
    pass: gates.every(({ gate }) => gate.pass),
    publish: gates.every(({ gate }) => gate.publish),
    sentence: [...sentences, ...rest].join(" ") || quiet(gates),
    notices: gates.flatMap(({ gate }) => gate.notices)
  };
}
function quiet(gates) {
  if (gates.every(({ status }) => status === "none")) return NO_BUDGET;
  if (gates.some(({ status }) => status === "none")) return "All images with a budget are within it.";
  return gates.length === 1 ? WITHIN : "All images are within budget.";
}
function alsoNamed(gates) {
  const failing = gates.filter(({ gate }) => !gate.pass);
  const others = gates.filter(({ gate }) => gate.pass);
  return [
    ...failing.length === 0 ? [] : [`Not within budget either: ${listed(failing)}.`],
    ...others.length === 0 ? [] : [`Read the limits of these too: ${listed(others)}.`]
  ].join(" ");
}
function listed(gates) {
  const names = gates.map(({ name }) => name);
  return firstOf(names, MOST_NAMED);
}

export {
  jointGate
};
