import { Button, Tooltip } from '@mantine/core';
import { HTML_LANG, LANGUAGE_NAME } from '../../i18n/language.ts';
import { useI18n } from '../i18n/index.ts';

/** Between the two languages; the button is written in the one that it leads to. */
export function LanguageSwitch() {
  const { t, language, setLanguage } = useI18n();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <Tooltip label={LANGUAGE_NAME[other]}>
      <Button
        variant="subtle"
        color="gray"
        px={8}
        lang={HTML_LANG[other]}
        aria-label={LANGUAGE_NAME[other]}
        onClick={() => setLanguage(other)}
      >
        {t('bar.language.short')}
      </Button>
    </Tooltip>
  );
}
