import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  tellOnTerminal,
  terminalHost
} from "./chunk-MWB54OHP.js";
import {
  plan
} from "./chunk-TWUA7KJ5.js";
import "./chunk-GKL2MM22.js";
import "./chunk-JEA74LU6.js";
import "./chunk-73IMFRIX.js";
import "./chunk-2NIS2GC2.js";
import "./chunk-C2OH2S3G.js";
import "./chunk-FUITNG2E.js";
import "./chunk-SLNL43HE.js";
import "./chunk-P5HPMPQL.js";
import "./chunk-DZ53TNV5.js";
import "./chunk-B6TJL6TV.js";
import "./chunk-TDE6NV6W.js";
import "./chunk-L2V5KLOK.js";
import "./chunk-CZJZGJUT.js";
import "./chunk-Q2ABXHKH.js";
import "./chunk-3XADMAM6.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import "./chunk-QPQ6KV7E.js";
import "./chunk-BNHI7EIA.js";
import "./chunk-GTV6CXRU.js";
import "./chunk-F2CDRKCC.js";
import "./chunk-FL2XCUTW.js";
import "./chunk-ACFVWEEU.js";
import "./chunk-CDH3UYRO.js";
import "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-VD2XKUYA.js";
import "./chunk-EYJMA4VE.js";
import "./chunk-4KZHZBOR.js";
import "./chunk-FAWLDARW.js";
import "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-HQLLIQ5B.js";
import "./chunk-UIFEWTII.js";
import "./chunk-EVFFBKZG.js";
import "./chunk-P3IBKTOQ.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-IPQ6L4C3.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/commands/terminal/plan.ts
async function runPlan(terminal, log, { given, json }) {
  try {
    const host = terminalHost(terminal, log);
    const { written, matrix } = await plan(host, given);
    host.log.info(
      written === null ? "There is nothing to plan, so no plan was written." : `The plan is in ${written.file}. Its id is ${written.plan.id}.`
    );
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
