import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/cell/index.ts';
import { formatOnChart, periodFormat, unitFormat } from '../../src/charts/axis-format.ts';

const en = (value: unknown, unit: Unit, style?: 'bare') => formatOnChart(value, unitFormat(unit, 'en', 'GBP', style).format);
const zh = (value: unknown, unit: Unit) => formatOnChart(value, unitFormat(unit, 'zh', 'CNY').format);

describe('numbers on charts', () => {
  it('are short, with their unit', () => {
    expect([en(0.354, 'share'), en(0.034, 'share'), en(0.004, 'share'), en(0, 'share'), en(1, 'share')]).toEqual([
      '35%',
      '3.4%',
      '0.4%',
      '0%',
      '100%',
    ]);
    expect([en(1_500_000, 'money'), en(12_340, 'money'), en(845.4, 'money'), en(2.5, 'money')]).toEqual([
      '£1.5M',
      '£12.3K',
      '£845',
      '£2.5',
    ]);
    expect([en(-0.125, 'points'), en(0.05, 'points'), en(0, 'points')]).toEqual(['−12.5', '+5', '0']);
    expect([en(9999, 'customers'), en(125_000, 'customers')]).toEqual(['9,999', '125K']);
  });

  it('count in 万 and 亿 in Chinese', () => {
    expect([zh(120_000, 'money'), zh(230_000_000, 'customers'), zh(9999, 'orders')]).toEqual(['¥12万', '2.3亿', '9,999']);
  });

  it('go without their sign where marks have no room for it', () => {
    expect([en(0.354, 'share', 'bare'), en(0.001, 'share', 'bare'), en(12_340, 'money', 'bare')]).toEqual(['35', '0.1', '12.3K']);
  });

  it('leave out what is not known, and never make a symbol up', () => {
    expect([en(null, 'share'), en(undefined, 'money'), en(Number.NaN, 'money'), en('Berlin', 'money')]).toEqual(['', '', '', 'Berlin']);
    expect(formatOnChart(12, unitFormat('money', 'en', '').format)).toBe('12');
  });

  it('write periods by their first day, given as text or as a time', () => {
    const written = (grain: 'day' | 'month' | 'quarter' | 'year', language: 'en' | 'zh') =>
      formatOnChart('2010-12-01', periodFormat(grain, language).format);
    expect([written('month', 'en'), written('quarter', 'en'), written('year', 'en'), written('day', 'en')]).toEqual([
      'Dec 2010',
      'Q4 2010',
      '2010',
      '1 Dec 2010',
    ]);
    expect([written('month', 'zh'), written('quarter', 'zh'), written('year', 'zh')]).toEqual(['2010年12月', '2010年第4季度', '2010年']);
    expect(formatOnChart(Date.UTC(2010, 11, 1), periodFormat('month', 'en').format)).toBe('Dec 2010');
    expect(formatOnChart(new Date(Number.NaN), unitFormat('date', 'en', '').format)).toBe('');
  });
});
