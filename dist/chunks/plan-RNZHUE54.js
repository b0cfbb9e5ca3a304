import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  tellOnTerminal,
  terminalHost
} from "./chunk-AVSW2GJT.js";
import {
  plan
} from "./chunk-FZS6LMQC.js";
import "./chunk-TG3TSYYJ.js";
import "./chunk-SZQ2LNV2.js";
import "./chunk-O2IVFXHT.js";
import "./chunk-NTVANY6U.js";
import "./chunk-FUITNG2E.js";
import "./chunk-P5HPMPQL.js";
import "./chunk-WVHCNLQE.js";
import "./chunk-CH6KCRL3.js";
import "./chunk-3R3356PM.js";
import "./chunk-GVDPLOOR.js";
import "./chunk-WTSDD7L5.js";
import "./chunk-2CB4IW7Y.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import "./chunk-HSBHWF2E.js";
import "./chunk-A6EHMYYZ.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-LANGSOHB.js";
import "./chunk-F2CDRKCC.js";
import "./chunk-WESWOB2V.js";
import "./chunk-CDH3UYRO.js";
import "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-SWZVVO6P.js";
import "./chunk-7M2MTWI2.js";
import "./chunk-FAWLDARW.js";
import "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-FXRCOYOV.js";
import "./chunk-EVFFBKZG.js";
import "./chunk-33OW35SP.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-HFKM3V7P.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/commands/terminal/plan.ts
async function runPlan(terminal, log, { given, json }) {
  try {
    const host = terminalHost(terminal, log);
    const { written, matrix } = await plan(host, given);
    if (written !== null) host.log.info(`The plan is in ${written.file}.`);
    terminal.stdout.write(`${JSON.stringify(matrix)}
`);
    return 0;
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}
export {
  runPlan
};
