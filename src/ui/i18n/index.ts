export { type I18n, i18nIn, useI18n } from './use-i18n.ts';
