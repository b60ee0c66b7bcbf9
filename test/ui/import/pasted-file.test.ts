import { expect, it } from 'vitest';
import { fileSize } from '../../../src/ui/import/file-size.ts';
import { pastedFile } from '../../../src/ui/import/pasted-file.ts';

it('a pasted table becomes a file', async () => {
  const file = pastedFile('a\tb\r\n1\t2\r\n', 'pasted.csv');
  expect(file?.name).toBe('pasted.csv');
  expect(await file?.text()).toBe('a\tb\r\n1\t2\r\n');
  expect(pastedFile('a;b\n1;2', 'x')).not.toBeNull();
});
it.each(['', 'one line, with a comma', 'a\nb\nc', 'select 1;\nfrom t'])('%j is left to where it was pasted', (text) => {
  expect(pastedFile(text, 'x')).toBeNull();
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [5_672, '5.7 kB'],
  [713_000, '713 kB'],
  [3_645_565, '3.6 MB'],
  [2_200_000_000, '2.2 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(fileSize(bytes, 'en')).toBe(text);
});
