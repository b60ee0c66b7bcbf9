import { describe, expect, test } from 'vitest';
import { renameInProse, renameInSql } from '../../src/notebook/rename.ts';

describe('renaming a table in SQL', () => {
  test.each([
    ['select * from old', 'select * from fresh'],
    ['select old.a, OLD.b from main.old -- from old', 'select fresh.a, fresh.b from main.fresh -- from old'],
    ['select "old"."a" from "old" o', 'select fresh."a" from fresh o'],
    ["select 'old' as old, x.old from other x join old using (id)", "select 'old' as old, x.old from other x join fresh using (id)"],
    ['with old as (select 1) select old.a from old', 'with old as (select 1) select old.a from old'],
    ['select old from other', 'select old from other'],
    ['select * from raw.old', 'select * from raw.old'],
  ])('%s', (before, after) => {
    expect(renameInSql(before, { old: 'fresh' })).toBe(after);
  });

  test('a new name that SQL cannot take bare is quoted', () => {
    expect(renameInSql('from old', { old: 'a b' })).toBe('from "a b"');
  });
});

test('renaming an alias in prose touches its facts alone', () => {
  const text = 'rfm found {{rfm.share}} and {{ RFM.top }}, beside {{rfm_2.share}} and {rfm.share}';
  expect(renameInProse(text, 'rfm', 'worth')).toBe('rfm found {{worth.share}} and {{ worth.top }}, beside {{rfm_2.share}} and {rfm.share}');
});
