import { expect } from 'vitest';
import type { CellDefinition } from '../../src/cell/index.ts';

/** The headings that notes have, in this order, in each language. */
export const HEADINGS = {
  en: ['Question', 'Formula', 'Assumptions', 'Limits', 'How to act', 'References'],
  zh: ['问题', '公式', '假设', '局限', '如何行动', '参考文献'],
} as const;

/** Notes answer the same questions in both languages, and leave none of them empty. */
export async function expectNotes(cell: CellDefinition): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const text = (await cell.notes[language]()).default;
    const [title, ...sections] = text.split(/^## /m);
    expect(title?.trim()).toMatch(/^# \S/);
    expect(sections.map((section) => section.split('\n')[0]?.trim())).toEqual(HEADINGS[language]);
    for (const section of sections) {
      const [heading = '', ...body] = section.split('\n');
      expect(body.join('').trim().length, heading).toBeGreaterThan(20);
    }
  }
}
