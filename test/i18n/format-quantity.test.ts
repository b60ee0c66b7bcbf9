import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantity, type Unit } from '../../src/cell/index.ts';
import { formatQuantity, type QuantityStyle } from '../../src/i18n/format-quantity.ts';

const en = (value: number | string | null, unit: Unit, style?: QuantityStyle, currency = 'GBP') =>
  formatQuantity(quantity(value, unit), 'en', currency, style);
const zh = (value: number | string | null, unit: Unit, style?: QuantityStyle, currency = 'CNY') =>
  formatQuantity(quantity(value, unit), 'zh', currency, style);

describe('formatQuantity', () => {
  it('writes shares as per cent and neither rounds something to nothing nor nearly all to all', () => {
    expect([0, 0.5, 0.1234, 0.00034, 0.00001, 0.9997, 1, -0.052, 1.5].map((share) => en(share, 'share'))).toEqual([
      '0%',
      '50%',
      '12.3%',
      '0.03%',
      '<0.01%',
      '>99.9%',
      '100%',
      '−5.2%',
      '150%',
    ]);
  });

  it('writes points as a hundred times a difference of shares', () => {
    expect(en(0.052, 'points')).toBe('5.2 points');
    expect(en(-0.01, 'points')).toBe('−1 point');
    expect(zh(0.052, 'points')).toBe('5.2 个百分点');
  });

  it('writes money by its currency and invents none', () => {
    expect(en(12.5, 'money')).toBe('£12.50');
    expect(en(1234.56, 'money')).toBe('£1,235');
    expect(zh(12.5, 'money')).toBe('¥12.50');
    expect(en(12.5, 'money', 'text', 'JPY')).toBe('¥13');
    for (const unknown of ['', 'pounds', 'GBP1', '<b>']) expect(en(123456, 'money', 'text', unknown)).toBe('123,456');
    expect(en(-99.9, 'money')).toBe('−£99.90');
    expect([en(8_911_408, 'money'), en(8_911_408, 'money', 'bare'), en(8_911_408, 'count')]).toEqual(['£8.91M', '£8,911,408', '8,911,408']);
  });

  it('shortens the figures of tiles by the habits of the language', () => {
    expect([4338, 999_999, 1_205_000, 8_911_408].map((n) => en(n, 'count', 'tile'))).toEqual(['4,338', '999,999', '1.21M', '8.91M']);
    expect([4338, 1_205_000, 120_000_000].map((n) => zh(n, 'count', 'tile'))).toEqual(['4,338', '120.5万', '1.2亿']);
    expect(en(8_911_407.9, 'money', 'tile')).toBe('£8.91M');
    expect(zh(1_205_000, 'money', 'tile')).toBe('¥120.5万');
    expect(zh(1_205_000, 'money', 'tile', '')).toBe('120.5万');
  });

  it('writes spans of time with their plural, and dates by language', () => {
    expect([1, 31, 2.5].map((n) => en(n, 'days'))).toEqual(['1 day', '31 days', '2.5 days']);
    expect([zh(1, 'weeks'), zh(3, 'months'), en(3, 'days', 'bare')]).toEqual(['1 周', '3 个月', '3']);
    expect(en('2010-12-09', 'date')).toBe('9 Dec 2010');
    expect(zh('2010-12-09', 'date')).toBe('2010年12月9日');
    expect([en('2010-12', 'date'), zh('2010-12', 'date')]).toEqual(['Dec 2010', '2010年12月']);
    expect([en('2010-12-09 00:00:00', 'date'), en('2010-12-09 14:05:33', 'date')]).toEqual(['9 Dec 2010', '9 Dec 2010 14:05']);
    expect([en('2010-12-09', 'date', 'bare'), en('2010-13-45', 'date'), en('yesterday', 'date')]).toEqual([
      '2010-12-09',
      '2010-13-45',
      'yesterday',
    ]);
  });

  it('writes plain figures with four significant digits', () => {
    expect([0, 0.12345, 3.1426, 123.456, 12345.6, 1.234e-8].map((n) => en(n, 'number'))).toEqual([
      '0',
      '0.123',
      '3.143',
      '123.5',
      '12,346',
      '1.23E−8',
    ]);
  });

  it('adds the interval without repeating the unit', () => {
    const share = quantity(0.123, 'share', { low: 0.101, high: 0.148 });
    expect(formatQuantity(share, 'en', '')).toBe('12.3% (10.1–14.8)');
    expect(formatQuantity(quantity(0.66, 'share', { low: 0.641, high: 0.67 }), 'en', '')).toBe('66% (64.1–67.0)');
    expect(formatQuantity(quantity(12, 'money', { low: -3.5, high: 28 }), 'en', 'GBP')).toBe('£12 (−3.50 to 28)');
    expect(formatQuantity(quantity(12, 'money', { low: -3.5, high: 28 }), 'zh', 'CNY')).toBe('¥12 (−3.50 至 28)');
    expect(formatQuantity(quantity(null, 'share', { low: 0.1, high: 0.2 }), 'en', '')).toBe('–');
  });

  it('writes a dash for what is not known', () => {
    const units: Unit[] = ['count', 'share', 'points', 'money', 'days', 'date', 'score', 'number'];
    for (const unit of units) expect([en(null, unit), zh(null, unit)]).toEqual(['–', '–']);
    expect(formatQuantity({ value: Number.POSITIVE_INFINITY, unit: 'money' }, 'en', 'GBP', 'tile')).toBe('–');
  });

  it('neither throws nor says NaN, whatever it gets', () => {
    const units = fc.constantFrom<Unit>('count', 'rows', 'share', 'points', 'money', 'days', 'date', 'score', 'number', 'x' as Unit);
    const styles = fc.constantFrom<QuantityStyle>('text', 'tile', 'bare');
    const values = fc.oneof(fc.double(), fc.constant(null), fc.constant(undefined), fc.object()) as fc.Arbitrary<number | null>;
    const property = fc.property(
      values,
      units,
      fc.constantFrom('en' as const, 'zh' as const),
      styles,
      fc.double(),
      (value, unit, l, s, high) => {
        const written = formatQuantity({ value, unit, low: 0, high }, l, 'EUR', s);
        expect(written).not.toMatch(/NaN|∞|Infinity|undefined|null/);
        expect(written).not.toBe('');
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});
