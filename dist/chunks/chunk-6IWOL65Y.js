import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/error-code.ts
function errorCode(error) {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
function errorMessage(error) {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}

export {
  errorCode,
  errorMessage
};
