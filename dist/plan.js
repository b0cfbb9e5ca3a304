import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  plan
} from "./chunks/chunk-FZS6LMQC.js";
import "./chunks/chunk-TG3TSYYJ.js";
import "./chunks/chunk-SZQ2LNV2.js";
import "./chunks/chunk-O2IVFXHT.js";
import "./chunks/chunk-NTVANY6U.js";
import "./chunks/chunk-FUITNG2E.js";
import "./chunks/chunk-P5HPMPQL.js";
import "./chunks/chunk-WVHCNLQE.js";
import {
  PLAN_OUTPUTS,
  reportFailure,
  setNamedOutputs
} from "./chunks/chunk-66PGAPMU.js";
import "./chunks/chunk-CH6KCRL3.js";
import "./chunks/chunk-JXWXFZCV.js";
import "./chunks/chunk-3R3356PM.js";
import "./chunks/chunk-GVDPLOOR.js";
import "./chunks/chunk-WTSDD7L5.js";
import "./chunks/chunk-2CB4IW7Y.js";
import "./chunks/chunk-JR5LPFBT.js";
import "./chunks/chunk-T2HII73C.js";
import "./chunks/chunk-HSBHWF2E.js";
import "./chunks/chunk-CO3P7FZV.js";
import "./chunks/chunk-X7JVFUTR.js";
import {
  planned
} from "./chunks/chunk-NC75Q3N2.js";
import {
  givenInputs
} from "./chunks/chunk-7WSFFDUS.js";
import "./chunks/chunk-XOLAICTZ.js";
import "./chunks/chunk-BNLTPXAC.js";
import "./chunks/chunk-QDQYM4JW.js";
import "./chunks/chunk-KQ77NIQS.js";
import "./chunks/chunk-A6EHMYYZ.js";
import "./chunks/chunk-XGSNR2IZ.js";
import "./chunks/chunk-O3XTEDKA.js";
import {
  inputsOf
} from "./chunks/chunk-LANGSOHB.js";
import "./chunks/chunk-F2CDRKCC.js";
import "./chunks/chunk-WESWOB2V.js";
import "./chunks/chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunks/chunk-LXE3XWRC.js";
import "./chunks/chunk-NWSLXV6K.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-G2QZAUJK.js";
import "./chunks/chunk-SWZVVO6P.js";
import {
  currentDirectory
} from "./chunks/chunk-7M2MTWI2.js";
import "./chunks/chunk-FAWLDARW.js";
import "./chunks/chunk-HRDB3P5L.js";
import "./chunks/chunk-GGP7KFFM.js";
import "./chunks/chunk-FXRCOYOV.js";
import "./chunks/chunk-EVFFBKZG.js";
import "./chunks/chunk-33OW35SP.js";
import "./chunks/chunk-DLB6TBYB.js";
import "./chunks/chunk-2XXI26VF.js";
import "./chunks/chunk-O46FCSL4.js";
import "./chunks/chunk-NNDOWG6N.js";
import {
  runEntry
} from "./chunks/chunk-BM5TYPHT.js";
import "./chunks/chunk-HFKM3V7P.js";
import "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/commands/plan-action.ts
function runPlanAction(step) {
  const { env } = step;
  const log = runnerLog(step);
  return runEntry(step, {
    main: () => planAction(step, log),
    tell: (error) => reportFailure({ env, log, cwd: "/" }, error),
    outlivesOutput: true
  });
}
async function planAction(step, log) {
  const { env } = step;
  log.info(`bantam ${VERSION}`);
  setNamedOutputs(
    env,
    PLAN_OUTPUTS.map(({ name }) => [name, ""])
  );
  const host = runnerHost(env, currentDirectory(step), log);
  try {
    const { written, matrix } = await plan(host, givenInputs(env, planned(inputsOf("action"))));
    for (const { id, runner } of matrix.include) host.log.info(`  ${id.padEnd(40)} ${runner}`);
    const values = { matrix: JSON.stringify(matrix), plan: written?.file ?? "" };
    setNamedOutputs(
      env,
      PLAN_OUTPUTS.map(({ name }) => [name, values[name]])
    );
    return 0;
  } catch (error) {
    await reportFailure(host, error);
    return 2;
  }
}

// src/plan.ts
await runPlanAction(process);
