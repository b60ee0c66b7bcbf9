import './mantine-styles.ts';
import './tokens.css';
import './base.css';
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { HTML_LANG } from '../../i18n/language.ts';
import { usePreferences } from '../store/preferences.ts';
import { cssVariables, theme } from './theme.ts';

/** Colours and language of the page, as the reader chose them; `<html>` follows both. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const language = usePreferences((state) => state.language);
  useEffect(() => {
    document.documentElement.lang = HTML_LANG[language];
  }, [language]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={useScheme()}>
      {children}
    </MantineProvider>
  );
}

/** The scheme in force: the reader's, or the system's. */
export function useScheme(): 'light' | 'dark' {
  const chosen = usePreferences((state) => state.scheme);
  const dark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false });
  return chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen;
}
