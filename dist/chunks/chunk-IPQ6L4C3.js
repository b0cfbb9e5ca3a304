import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/clause.ts
function clause(words, ...values) {
  return words.flatMap((text, index) => [
    ...text === "" ? [] : [{ kind: "words", text }],
    ...partsOf(values[index])
  ]);
}
function valueClause(text) {
  return [{ kind: "value", text }];
}
function joinClauses(clauses, between) {
  return clauses.flatMap(
    (one, index) => index === 0 ? one : [{ kind: "words", text: between }, ...one]
  );
}
function clauseText(parts, surface) {
  return parts.map((part) => part.kind === "input" ? inputText(part, surface) : part.text).join("").replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
function messageText(message, surface) {
  return typeof message === "string" ? message : sentenceText(message, surface);
}
function sentenceText(parts, surface) {
  const text = clauseText(parts, surface).trimEnd();
  const capital = parts[0]?.kind === "words" ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}
function inputText({ name, value }, surface) {
  switch (surface) {
    case "action":
      return value === null ? name : `${name}: ${value}`;
    case "terminal":
      return value === null || value === "true" ? `--${name}` : `--${name} ${value}`;
  }
}
function partsOf(value) {
  if (value === void 0 || value === "") return [];
  if (typeof value === "string" || typeof value === "number") return [{ kind: "value", text: String(value) }];
  return "kind" in value ? [value] : value;
}

// src/failure.ts
var Failure = class extends Error {
  name = "Failure";
  code;
  clauses;
  output;
  locations;
  fields;
  inputs;
  constructor(code, clauses, details = {}) {
    super(
      failureSentence({ clauses, inputs: details.inputs ?? [] }, "action"),
      details.cause === void 0 ? void 0 : { cause: details.cause }
    );
    this.code = code;
    this.clauses = clauses;
    this.output = details.output;
    this.locations = details.locations ?? [];
    this.fields = details.fields ?? {};
    this.inputs = details.inputs ?? [];
  }
};
var Interrupted = class extends Failure {
};
var Absent = class extends Failure {
};
function failureSentence({ clauses: { what, why, fix, state }, inputs }, surface) {
  if (inputs.length > 1)
    return [
      `${clauseText(what, surface)}:`,
      ...inputs.map((wrong) => `  ${sentenceText(wrong.clause, surface)}`)
    ].join("\n");
  const because = reason(what, why);
  const sentence = sentenceText(fix === void 0 ? because : joinClauses([because, fix], "; "), surface);
  return state === void 0 ? sentence : `${sentence} ${sentenceText(state, surface)}`;
}
function reasonOf({ clauses: { what, why }, inputs }) {
  return inputs.length > 1 ? joined(inputs) : reason(what, why);
}
function clauseOf(failure) {
  const { fix } = failure.clauses;
  return fix === void 0 ? reasonOf(failure) : joinClauses([reasonOf(failure), fix], "; ");
}
function reasonText(failure) {
  return clauseText(reasonOf(failure), "action");
}
function reason(what, why) {
  return why === void 0 ? what : joinClauses([what, why], ": ");
}
function joined(inputs) {
  return joinClauses(
    inputs.map((wrong) => wrong.clause),
    "; "
  );
}

export {
  clause,
  valueClause,
  joinClauses,
  clauseText,
  messageText,
  sentenceText,
  Failure,
  Interrupted,
  Absent,
  failureSentence,
  reasonOf,
  clauseOf,
  reasonText
};
