import type { TextOptions } from '../options.ts';

/** What the scanner needs to know, as bytes; -1 stands for none. */
export interface Dialect {
  delimiter: number;
  quote: number;
  escape: number;
  newline: number;
  /** Runs of the delimiter count as one, and those at either end of a line as none: padded columns. */
  runs: boolean;
}

/** The bytes behind the decided options. */
export function dialectOf(options: Pick<TextOptions, 'delimiter' | 'quote' | 'escape' | 'newline'>): Dialect {
  return {
    delimiter: byte(options.delimiter),
    quote: byte(options.quote),
    escape: byte(options.escape),
    newline: byte(options.newline),
    runs: options.delimiter === ' ',
  };
}

function byte(character: string): number {
  if (character === '') return -1;
  const code = character.charCodeAt(0);
  if (character.length > 1 || code > 127) throw new RangeError(`not one ASCII character: ${character}`);
  return code;
}
