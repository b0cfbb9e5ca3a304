import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import "./chunks/chunk-XC7MMZGF.js";
import "./chunks/chunk-33PJWEQH.js";
