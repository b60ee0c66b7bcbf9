import { commonMessages } from './common-messages.ts';
import { errorMessages } from './error-messages.ts';
import type { BilingualMessages } from './format-message.ts';
import { importMessages } from './import-messages.ts';
import { resultMessages } from './result-messages.ts';
import { scopeMessages } from './scope-messages.ts';
import { shellMessages } from './shell-messages.ts';

/** The modules of the app's own messages: each `*-messages.ts` of this folder is named here once. */
export const MESSAGE_MODULES = {
  common: commonMessages,
  error: errorMessages,
  import: importMessages,
  result: resultMessages,
  scope: scopeMessages,
  shell: shellMessages,
} as const satisfies Record<string, BilingualMessages>;

type Modules = typeof MESSAGE_MODULES;
/** A key of the app's own messages. */
export type MessageKey = { [M in keyof Modules]: keyof Modules[M]['en'] }[keyof Modules] & string;

/** All of the app's own messages. Cells bring theirs with them. */
export const CATALOGUE: Readonly<Record<'en' | 'zh', Readonly<Record<MessageKey, string>>>> = {
  en: Object.assign({}, ...Object.values(MESSAGE_MODULES).map((module) => module.en)),
  zh: Object.assign({}, ...Object.values(MESSAGE_MODULES).map((module) => module.zh)),
};
