import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  tellOnTerminal,
  terminalHost,
  terminalStyle
} from "./chunk-MWB54OHP.js";
import {
  declareMergeOf,
  merge
} from "./chunk-TQSTJZQ6.js";
import "./chunk-AUY3H6LH.js";
import "./chunk-SCMEEL3S.js";
import "./chunk-RIN426WY.js";
import "./chunk-6UQBG6ZC.js";
import "./chunk-TF5MGYJP.js";
import "./chunk-DJLZVYY7.js";
import {
  writeReports
} from "./chunk-QMFDELHE.js";
import {
  verdictLines
} from "./chunk-YR6YP654.js";
import "./chunk-QY3U5MWY.js";
import "./chunk-RDUWS57S.js";
import "./chunk-ZPWYLRU4.js";
import "./chunk-ZPDLPKXA.js";
import "./chunk-4D4NLLDZ.js";
import {
  exitCodeOf
} from "./chunk-MMIHZ5UC.js";
import "./chunk-V3C6T2MS.js";
import "./chunk-3NRIVDBR.js";
import "./chunk-JP6MUPQV.js";
import "./chunk-Q7VAICPW.js";
import "./chunk-DZ53TNV5.js";
import "./chunk-JXWXFZCV.js";
import "./chunk-B6TJL6TV.js";
import "./chunk-TDE6NV6W.js";
import {
  weighInJson
} from "./chunk-L2V5KLOK.js";
import "./chunk-CZJZGJUT.js";
import "./chunk-3XADMAM6.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import "./chunk-QPQ6KV7E.js";
import "./chunk-UJY4MS5D.js";
import "./chunk-BNLTPXAC.js";
import "./chunk-KZT2CLQA.js";
import "./chunk-7QU7PEQ2.js";
import "./chunk-7G2KKNT6.js";
import "./chunk-BNHI7EIA.js";
import "./chunk-O3XTEDKA.js";
import "./chunk-GTV6CXRU.js";
import "./chunk-F2CDRKCC.js";
import "./chunk-FL2XCUTW.js";
import "./chunk-ACFVWEEU.js";
import "./chunk-CDH3UYRO.js";
import "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-VD2XKUYA.js";
import {
  tellFailure
} from "./chunk-4KZHZBOR.js";
import "./chunk-FAWLDARW.js";
import "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-IUS3NEIC.js";
import "./chunk-EVFFBKZG.js";
import "./chunk-P3IBKTOQ.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-IPQ6L4C3.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/commands/terminal/merge.ts
async function runMerge(terminal, log, { given, json }) {
  const screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env);
  try {
    const host = terminalHost(terminal, log);
    const spec = await declareMergeOf(host, given);
    const { weighIn, gate, failure } = await merge(host, spec);
    for (const line of verdictLines(weighIn, screen)) host.log.info(line);
    for (const { references, digest } of weighIn.images)
      for (const reference of references) host.log.info(`
${reference}
  ${digest}`);
    if (failure !== null) tellFailure(host.log, failure, host.surface);
    if (spec.report !== null) await writeReports(spec.report, weighIn, []);
    if (json) terminal.stdout.write(weighInJson(weighIn));
    if (failure !== null) return 2;
    if (!gate.pass) host.log.error(gate.sentence);
    return exitCodeOf(gate);
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}
export {
  runMerge
};
