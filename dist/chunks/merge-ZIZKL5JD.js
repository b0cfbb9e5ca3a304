import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  tellOnTerminal,
  terminalHost,
  terminalStyle
} from "./chunk-AW7LUVLE.js";
import {
  declareMergeOf,
  merge
} from "./chunk-GLAVBFN2.js";
import "./chunk-AIE3WB2V.js";
import "./chunk-NGASRUMD.js";
import "./chunk-RIN426WY.js";
import "./chunk-KV3NJCDM.js";
import "./chunk-6BG3DEA6.js";
import "./chunk-67FHP7O5.js";
import {
  writeReports
} from "./chunk-X3QR2XCG.js";
import {
  verdictLines
} from "./chunk-JAF4R4OE.js";
import "./chunk-HTNZUHDK.js";
import "./chunk-RDUWS57S.js";
import "./chunk-ZPWYLRU4.js";
import "./chunk-ZPDLPKXA.js";
import "./chunk-YRN5E6XM.js";
import {
  exitCodeOf
} from "./chunk-WXA2HPBU.js";
import "./chunk-V3C6T2MS.js";
import "./chunk-TGBWMRSR.js";
import "./chunk-VDZN5U5G.js";
import "./chunk-Q7VAICPW.js";
import "./chunk-WHLHITUD.js";
import "./chunk-JXWXFZCV.js";
import "./chunk-OX3VBB2T.js";
import "./chunk-TDE6NV6W.js";
import {
  weighInJson
} from "./chunk-JOSA2XVS.js";
import "./chunk-CZJZGJUT.js";
import "./chunk-3XADMAM6.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import "./chunk-2TFKL43K.js";
import "./chunk-STOVLKVR.js";
import "./chunk-BNLTPXAC.js";
import "./chunk-BUR333XL.js";
import "./chunk-7QU7PEQ2.js";
import "./chunk-7G2KKNT6.js";
import "./chunk-MHOOV7T4.js";
import "./chunk-O3XTEDKA.js";
import "./chunk-WHMMZLE4.js";
import "./chunk-F2CDRKCC.js";
import "./chunk-WESWOB2V.js";
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
