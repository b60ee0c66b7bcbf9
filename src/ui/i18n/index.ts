export { type I18n, useI18n } from './use-i18n.ts';
