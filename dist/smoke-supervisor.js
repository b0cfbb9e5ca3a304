import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import "./chunks/chunk-2DNBYZNS.js";
import "./chunks/chunk-SYNEPYCO.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-NNDOWG6N.js";
import "./chunks/chunk-33PJWEQH.js";
