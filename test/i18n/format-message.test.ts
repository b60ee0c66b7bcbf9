import { describe, expect, it } from 'vitest';
import { defineMessages, quantity, text } from '../../src/cell/index.ts';
import { formatMessage } from '../../src/i18n/format-message.ts';

const messages = defineMessages({
  en: {
    who: '{n, plural, =0 {nobody} one {# customer} other {# customers}} at {place}',
    share: '{segment} brings {share} of revenue',
    loyal: 'Loyal customers',
    number: '{n, number} of {all, number}',
    tag: 'a <b>bold</b> {word}',
    revenue: 'revenue {revenue}',
  },
  zh: {
    who: '{place}有 {n, number} 位客户',
    share: '{segment}贡献了 {share} 的销售额',
    loyal: '忠诚客户',
    number: '{all, number} 中的 {n, number}',
    tag: '<b>{word}</b>',
    revenue: '销售额 {revenue}',
  },
});
const en = (key: string, args?: Parameters<typeof text>[1]) => formatMessage(messages, text(key, args), 'en', 'GBP');
const zh = (key: string, args?: Parameters<typeof text>[1]) => formatMessage(messages, text(key, args), 'zh', 'GBP');

describe('formatMessage', () => {
  it('hands counts in as numbers, so that messages choose a plural', () => {
    expect(en('who', { n: quantity(1, 'customers'), place: 'home' })).toBe('1 customer at home');
    expect(en('who', { n: quantity(4338, 'customers'), place: 'home' })).toBe('4,338 customers at home');
    expect(en('who', { n: quantity(0, 'customers'), place: 'home' })).toBe('nobody at home');
    expect(zh('who', { n: quantity(4338, 'customers'), place: '家' })).toBe('家有 4,338 位客户');
  });

  it('writes nested texts first, and other quantities by their unit', () => {
    const args = { segment: text('loyal'), share: quantity(0.4567, 'share') };
    expect(en('share', args)).toBe('Loyal customers brings 45.7% of revenue');
    expect(zh('share', args)).toBe('忠诚客户贡献了 45.7% 的销售额');
    expect(en('revenue', { revenue: quantity(1234.5, 'money') })).toBe('revenue £1,235');
  });

  it('writes a count that is not known as a dash', () => {
    expect(en('who', { n: quantity(null, 'customers'), place: 'home' })).toBe('– customers at home');
    expect(zh('number', { n: quantity(Number.NaN, 'count'), all: quantity(3, 'rows') })).toBe('3 中的 –');
    expect(en('number', { n: 'twelve', all: quantity(3, 'rows') })).toBe('– of 3');
  });

  it('never reads an argument as syntax or as a tag', () => {
    for (const hostile of ["{n, plural, other {'#'}}", '<img src=x onerror=alert(1)>', "'{", '}', '⟨key⟩', '#'])
      expect(en('tag', { word: hostile })).toBe(`a <b>bold</b> ${hostile}`);
  });

  it('shows the key where the message or an argument is missing', () => {
    expect(en('absent')).toBe('⟨absent⟩');
    expect(en('share', { segment: 'A' })).toBe('⟨share⟩');
    for (const key of ['__proto__', 'constructor', 'toString', '']) expect(en(key)).toBe(`⟨${key}⟩`);
  });

  it('survives a broken message and what a hostile link may hold', () => {
    const broken = { en: { a: '{unclosed' }, zh: {} };
    expect(formatMessage(broken, { key: 'a' }, 'en', '')).toBe('⟨a⟩');
    expect(formatMessage(broken, { key: 'a' }, 'zh', '')).toBe('⟨a⟩');
    const odd = { word: { unit: 'nonsense', value: {} }, __proto__: null } as unknown as Parameters<typeof text>[1];
    expect(en('tag', odd)).toBe('a <b>bold</b> –');
    let nested: ReturnType<typeof text> = text('loyal');
    for (let i = 0; i < 10_000; i += 1) nested = text('tag', { word: nested });
    expect(en('tag', { word: nested })).toContain('⟨tag⟩');
  });
});
