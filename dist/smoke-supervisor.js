import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import "./chunks/chunk-AEM622U6.js";
import "./chunks/chunk-NNDOWG6N.js";
import "./chunks/chunk-33PJWEQH.js";
