/** What stands for a text in a list: its first line without marks, at most 60 characters. */
export function firstWords(text: string): string {
  const line = text
    .split('\n')
    .map((each) => each.replace(/^[#>*\-\s]+/, '').replace(/[*_`]|\{\{.*?\}\}/g, ''))
    .find((each) => each.trim() !== '');
  const plain = (line ?? '').trim();
  return plain.length > 60 ? `${plain.slice(0, 59).trimEnd()}…` : plain;
}
