import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  plan
} from "./chunks/chunk-TWUA7KJ5.js";
import "./chunks/chunk-GKL2MM22.js";
import "./chunks/chunk-JEA74LU6.js";
import "./chunks/chunk-73IMFRIX.js";
import "./chunks/chunk-2NIS2GC2.js";
import "./chunks/chunk-C2OH2S3G.js";
import "./chunks/chunk-FUITNG2E.js";
import "./chunks/chunk-SLNL43HE.js";
import "./chunks/chunk-P5HPMPQL.js";
import "./chunks/chunk-DZ53TNV5.js";
import {
  PLAN_OUTPUTS,
  reportFailure,
  setNamedOutputs
} from "./chunks/chunk-FCAZSJDN.js";
import "./chunks/chunk-JXWXFZCV.js";
import "./chunks/chunk-B6TJL6TV.js";
import "./chunks/chunk-TDE6NV6W.js";
import "./chunks/chunk-L2V5KLOK.js";
import "./chunks/chunk-CZJZGJUT.js";
import "./chunks/chunk-Q2ABXHKH.js";
import "./chunks/chunk-3XADMAM6.js";
import "./chunks/chunk-XGSNR2IZ.js";
import "./chunks/chunk-JR5LPFBT.js";
import "./chunks/chunk-T2HII73C.js";
import "./chunks/chunk-QPQ6KV7E.js";
import "./chunks/chunk-CO3P7FZV.js";
import "./chunks/chunk-X7JVFUTR.js";
import {
  planned
} from "./chunks/chunk-5EMNV7WB.js";
import {
  givenInputs
} from "./chunks/chunk-DAHXDACD.js";
import "./chunks/chunk-UJY4MS5D.js";
import "./chunks/chunk-BNLTPXAC.js";
import "./chunks/chunk-KZT2CLQA.js";
import "./chunks/chunk-7QU7PEQ2.js";
import "./chunks/chunk-7G2KKNT6.js";
import "./chunks/chunk-BNHI7EIA.js";
import "./chunks/chunk-O3XTEDKA.js";
import {
  inputsOf
} from "./chunks/chunk-GTV6CXRU.js";
import "./chunks/chunk-F2CDRKCC.js";
import "./chunks/chunk-FL2XCUTW.js";
import "./chunks/chunk-ACFVWEEU.js";
import "./chunks/chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunks/chunk-LXE3XWRC.js";
import "./chunks/chunk-NWSLXV6K.js";
import "./chunks/chunk-VD2XKUYA.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-MF2HQ7TP.js";
import "./chunks/chunk-EYJMA4VE.js";
import {
  currentDirectory
} from "./chunks/chunk-4KZHZBOR.js";
import "./chunks/chunk-FAWLDARW.js";
import "./chunks/chunk-HRDB3P5L.js";
import "./chunks/chunk-GGP7KFFM.js";
import "./chunks/chunk-HQLLIQ5B.js";
import "./chunks/chunk-UIFEWTII.js";
import "./chunks/chunk-EVFFBKZG.js";
import "./chunks/chunk-P3IBKTOQ.js";
import "./chunks/chunk-DLB6TBYB.js";
import "./chunks/chunk-2XXI26VF.js";
import "./chunks/chunk-O46FCSL4.js";
import "./chunks/chunk-NNDOWG6N.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import "./chunks/chunk-IPQ6L4C3.js";
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
    if (written !== null) host.log.info(`The id of the plan is ${written.plan.id}.`);
    const values = {
      matrix: JSON.stringify(matrix),
      plan: written?.file ?? "",
      "plan-id": written?.plan.id ?? ""
    };
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
