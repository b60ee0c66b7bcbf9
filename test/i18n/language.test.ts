import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/i18n/language.ts';

it('takes the first preferred language that the app speaks', () => {
  expect(detectLanguage(['fr-FR', 'zh-TW', 'en'])).toBe('zh');
  expect(detectLanguage(['zh_CN'])).toBe('zh');
  expect(detectLanguage(['en-GB', 'zh'])).toBe('en');
});

it('speaks English where no preferred language is known', () => {
  expect(detectLanguage([])).toBe('en');
  expect(detectLanguage(['fr', 'zhx'])).toBe('en');
});
