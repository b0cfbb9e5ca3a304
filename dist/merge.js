import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  declareMergeOf,
  merge
} from "./chunks/chunk-TQSTJZQ6.js";
import "./chunks/chunk-AUY3H6LH.js";
import "./chunks/chunk-SCMEEL3S.js";
import "./chunks/chunk-RIN426WY.js";
import "./chunks/chunk-6UQBG6ZC.js";
import "./chunks/chunk-TF5MGYJP.js";
import "./chunks/chunk-DJLZVYY7.js";
import {
  JOB_SCREEN,
  markdownReport,
  tellGate
} from "./chunks/chunk-OXBUGCY6.js";
import {
  writeReports
} from "./chunks/chunk-QMFDELHE.js";
import {
  verdictLines
} from "./chunks/chunk-YR6YP654.js";
import "./chunks/chunk-QY3U5MWY.js";
import "./chunks/chunk-VQVLJSEC.js";
import "./chunks/chunk-RDUWS57S.js";
import "./chunks/chunk-ZPWYLRU4.js";
import "./chunks/chunk-ZPDLPKXA.js";
import {
  sayOnPullRequest
} from "./chunks/chunk-C7UE5S7Y.js";
import "./chunks/chunk-4D4NLLDZ.js";
import {
  exitCodeOf
} from "./chunks/chunk-MMIHZ5UC.js";
import "./chunks/chunk-V3C6T2MS.js";
import "./chunks/chunk-K3MYLFWG.js";
import "./chunks/chunk-3NRIVDBR.js";
import "./chunks/chunk-JP6MUPQV.js";
import "./chunks/chunk-Q7VAICPW.js";
import "./chunks/chunk-DZ53TNV5.js";
import {
  NOTHING_REPORTED,
  appendSummary,
  outputsOf,
  reportFailure,
  setOutputs
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
  MERGE_INPUTS
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
import "./chunks/chunk-GTV6CXRU.js";
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
import "./chunks/chunk-IUS3NEIC.js";
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

// src/commands/merge-action.ts
function runMergeAction(step) {
  const { env } = step;
  const log = runnerLog(step);
  return runEntry(step, {
    main: () => mergeAction(step, log),
    tell: (error) => reportFailure({ env, log, cwd: "/" }, error),
    outlivesOutput: true
  });
}
async function mergeAction(step, log) {
  const { env } = step;
  log.info(`bantam ${VERSION}`);
  setOutputs(env, outputsOf(NOTHING_REPORTED));
  const host = runnerHost(env, currentDirectory(step), log);
  try {
    return await mergeInJob(host, await declareMergeOf(host, givenInputs(env, MERGE_INPUTS)));
  } catch (error) {
    await reportFailure(host, error);
    return 2;
  }
}
async function mergeInJob(host, spec) {
  const { env } = host;
  const { weighIn, gate, images, failure } = await merge(host, spec);
  for (const line of ["", ...verdictLines(weighIn, JOB_SCREEN)]) host.log.info(line);
  const reported = { weighIn, images, several: images.length > 1, binaries: [] };
  setOutputs(env, outputsOf({ ...reported, report: null }));
  if (failure !== null) await reportFailure(host, failure);
  if (spec.report !== null) {
    await writeReports(spec.report, weighIn, []);
    setOutputs(env, outputsOf({ ...reported, report: spec.report }));
  }
  if (spec.summary) await appendSummary(host, markdownReport(weighIn, gate));
  if (failure !== null) return 2;
  if (spec.comment !== null) await sayOnPullRequest(host, spec.comment, { weighIn, gate });
  tellGate(host.log, gate, weighIn);
  return exitCodeOf(gate);
}

// src/merge.ts
await runMergeAction(process);
