import { AppError } from '../../util/app-error.ts';

/** Common characters of running Chinese text and of table headings, in both scripts. */
const COMMON = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔单订户号客費額價單號戶姓名電話地址時間購買數量產品會員編號',
);

/**
 * The encoding of a file's text. `head` begins the file; `whole` says that it is all of it (its end may otherwise cut a
 * character). Throws `import.binary` where it cannot be text at all.
 */
export function detectEncoding(head: Uint8Array, whole: boolean, name: string): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 256 << 10);
  const nuls = sample.reduce((n, byte) => n + (byte === 0 ? 1 : 0), 0);
  if (nuls > sample.length * 0.2) {
    const even = sample.reduce((n, byte, i) => n + (byte === 0 && i % 2 === 0 ? 1 : 0), 0);
    if (even < nuls * 0.1) return 'utf-16le';
    if (even > nuls * 0.9) return 'utf-16be';
    throw notText(name);
  }
  const controls = sample.reduce((n, byte) => n + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0 ? 1 : 0), 0);
  if (controls > sample.length * 0.05) throw notText(name);
  if (decodes('utf-8', head, whole) !== null) return 'utf-8';
  // damaged in a few places only: still UTF-8, the damage is reported value by value
  const loose = new TextDecoder().decode(head);
  const broken = count(loose, /\uFFFD/g);
  if (broken * 2 < count(loose, /[^\p{ASCII}\uFFFD]/gu)) return 'utf-8';
  let best = { encoding: 'windows-1252', score: 0 };
  for (const encoding of ['gb18030', 'big5', 'shift_jis', 'euc-kr']) {
    const text = decodes(encoding, head, whole);
    const score = text === null ? 0 : plausibility(text, encoding);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

const notText = (name: string): AppError => new AppError('import.binary', `not a text file: ${name}`, { file: name });

/** The text, or null where the bytes are not valid in this encoding; a character cut at the end is forgiven. */
function decodes(encoding: string, bytes: Uint8Array, whole: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return null;
  }
}

/** Share of what is not ASCII that is common in the language of the encoding; pairs of Latin letters score low. */
function plausibility(text: string, encoding: string): number {
  const foreign = [...text].filter((character) => character > '\x7f');
  if (foreign.length === 0) return 0;
  const expected =
    encoding === 'shift_jis'
      ? (c: string) => /[\u3040-\u30ff]/.test(c)
      : encoding === 'euc-kr'
        ? (c: string) => /[\uac00-\ud7a3]/.test(c)
        : (c: string) => COMMON.has(c) || /[，。、！？：；（）“”《》￥]/.test(c);
  const share = foreign.filter(expected).length / foreign.length;
  return share < 0.1 ? 0 : share;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
