/** What has been written of a quotation that is open at the caret (`{{rf|`); null where none is. */
export function openQuote(text: string, caret: number): string | null {
  const match = /\{\{\s*([^{}\n]*)$/.exec(text.slice(0, caret));
  return match ? (match[1] ?? '') : null;
}

/** The text with the open quotation completed, and where the caret then stands. */
export function withQuote(text: string, caret: number, name: string): { text: string; caret: number } {
  const before = text.slice(0, caret).replace(/\{\{\s*[^{}\n]*$/, `{{${name}}}`);
  const after = text.slice(caret).replace(/^[^{}\n]*\}\}/, '');
  return { text: before + after, caret: before.length };
}
