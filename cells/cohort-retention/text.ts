import { defineMessages } from '../../src/cell/index.ts';
import { checkText } from './text-checks.ts';
import { paramText } from './text-params.ts';
import { viewText } from './text-views.ts';

/** Every word of this cell, in both languages. */
export const messages = defineMessages({
  en: { ...paramText.en, ...viewText.en, ...checkText.en },
  zh: { ...paramText.zh, ...viewText.zh, ...checkText.zh },
});
