import { expect, test } from 'vitest';
import type { LeftOutReason, Provenance } from '../../../src/cell/index.ts';
import { createTranslator } from '../../../src/i18n/translate.ts';
import { leftOutLine } from '../../../src/ui/result/left-out.ts';

const en = createTranslator('en');
const zh = createTranslator('zh');
const orders = { table: 'orders', fingerprint: '', rows: 950, ofRows: 1000 };
const all = { consent: false, segment: null };

test('nothing is said where nothing was left out', () => {
  expect(leftOutLine({ inputs: [{ ...orders, left: [] }], scope: all }, en)).toBe('');
  expect(leftOutLine({ inputs: [orders] }, zh)).toBe('');
});

test('each reason is said with its rows, statuses by name, in both languages', () => {
  const inputs: Provenance['inputs'] = [
    {
      ...orders,
      left: [
        {
          reason: 'status',
          rows: 1048,
          values: [
            { value: 'cancelled', rows: 1040 },
            { value: '', rows: 8 },
          ],
        },
        { reason: 'nobody', rows: 1 },
      ],
    },
    { table: 'customers', fingerprint: '', rows: 388, left: [{ reason: 'consent', rows: 612 }] },
  ];
  expect(leftOutLine({ inputs, scope: { consent: true, segment: null } }, en)).toBe(
    'Left out: 1,048 orders by status (cancelled 1,040, no status 8), an order without a customer, 612 customers without consent.',
  );
  expect(leftOutLine({ inputs, scope: { consent: true, segment: null } }, zh)).toBe(
    '未计入：订单 1,048 条（状态：cancelled 1,040、无状态 8）、一笔订单（未注明客户）、客户 612 条（客户未同意）。',
  );
});

test('a segment is named with its customers, and so is the one that a cell is the source of', () => {
  const scope = { consent: false, segment: { name: 'Big', customers: 1 } };
  expect(leftOutLine({ inputs: [{ ...orders, left: [{ reason: 'segment', rows: 50 }] }], scope }, en)).toBe(
    'About the segment “Big”, 1 customer. Left out: 50 orders outside of the segment.',
  );
  expect(leftOutLine({ inputs: [orders], scope: all }, en, 'Big')).toBe('About all customers, since the segment “Big” is made from it.');
});

test('every reason has words', () => {
  const reasons: LeftOutReason[] = ['status', 'returns', 'parent', 'consent', 'segment', 'nobody', 'unlinked'];
  for (const translator of [en, zh]) {
    for (const reason of reasons) {
      const line = leftOutLine({ inputs: [{ ...orders, left: [{ reason, rows: 3 }] }] }, translator);
      expect(line, reason).toMatch(/3/);
      expect(line, reason).not.toContain('⟨');
    }
  }
});
