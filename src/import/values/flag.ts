const YES = new Set(['true', 't', 'yes', 'y', '是', '对', '真']);
const NO = new Set(['false', 'f', 'no', 'n', '否', '不', '假']);

/** Yes or no in words, null for anything else. Digits are no words: a column of 0 and 1 is sniffed as integer. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word) || word === '1') return true;
  if (NO.has(word) || word === '0') return false;
  return null;
}
