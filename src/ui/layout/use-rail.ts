import { useMediaQuery } from '@mantine/hooks';
import { setApp, useApp } from '../store/app-store.ts';
import { usePreferences } from '../store/preferences.ts';

/** Whether the rail is shown: as the reader likes it beside the column, only on request over it. */
export function useRail(): [boolean, (shown: boolean) => void] {
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const liked = usePreferences((state) => state.rail);
  const set = usePreferences((state) => state.set);
  const over = useApp((state) => state.narrowRail);
  return narrow ? [over, (narrowRail) => setApp({ narrowRail })] : [liked, (rail) => set({ rail })];
}
