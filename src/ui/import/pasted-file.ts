/**
 * A table on the clipboard as a file: text of at least two lines that all hold a tab, a comma or the like, or that
 * came out of a spreadsheet as one column. Null for anything else, which is left to where it was pasted.
 */
export function pastedFile(text: string, name: string): File | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const tabular = ['\t', ',', ';', '|'].some((delimiter) => lines.every((line) => line.includes(delimiter)));
  return tabular ? new File([text], name, { type: 'text/plain' }) : null;
}
