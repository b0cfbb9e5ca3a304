import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/failure.ts
var Failure = class extends Error {
  name = "Failure";
  code;
  output;
  locations;
  constructor(code, sentence, details = {}) {
    super(sentence, details.cause === void 0 ? void 0 : { cause: details.cause });
    this.code = code;
    this.output = details.output;
    this.locations = details.locations ?? [];
  }
};
var Interrupted = class extends Failure {
};
var Absent = class extends Failure {
};

export {
  Failure,
  Interrupted,
  Absent
};
