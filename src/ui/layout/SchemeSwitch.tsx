import { ActionIcon, Tooltip } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { type SchemeChoice, usePreferences } from '../store/preferences.ts';
import { Icon } from '../theme/icons.tsx';

const NEXT: Record<SchemeChoice, SchemeChoice> = { auto: 'light', light: 'dark', dark: 'auto' };
const ICON = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

/** Colours as the system has them, light, dark, and round again. */
export function SchemeSwitch() {
  const { t } = useI18n();
  const scheme = usePreferences((state) => state.scheme);
  const set = usePreferences((state) => state.set);
  const label = t('bar.theme', { scheme: t(`bar.theme.${scheme}`) });
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => set({ scheme: NEXT[scheme] })}>
        <Icon name={ICON[scheme]} />
      </ActionIcon>
    </Tooltip>
  );
}
