import { defineMessages } from '../../src/cell/index.ts';
import { adviceText } from './text-advice.ts';
import { checkText } from './text-checks.ts';
import { paramText } from './text-params.ts';
import { viewText } from './text-views.ts';

/** Every word of this cell, in both languages. */
export const messages = defineMessages({
  en: { ...paramText.en, ...viewText.en, ...adviceText.en, ...checkText.en },
  zh: { ...paramText.zh, ...viewText.zh, ...adviceText.zh, ...checkText.zh },
});
