import { Tooltip } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import classes from './import.module.css';
import type { ChosenRole } from './model.ts';

/** How sure a proposal is, as a word and three marks; why on hover and focus. A person's own choice is just that. */
export function Confidence({ chosen: { proposed } }: { chosen: ChosenRole }) {
  const { t, formatQuantity } = useI18n();
  if (!proposed) return <span className={classes.confidence}>{t('import.confidence.yours')}</span>;
  const level = proposed.confidence >= 0.85 ? 3 : proposed.confidence >= 0.55 ? 2 : 1;
  const word = t(`import.confidence.${['guess', 'likely', 'sure'][level - 1]}`);
  const why = t('import.confidence', {
    share: formatQuantity({ value: proposed.confidence, unit: 'share' }),
    why: t(`import.why.${proposed.why}`),
  });
  return (
    <Tooltip label={why} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes.confidence} data-level={level} aria-label={`${word}. ${why}`}>
        <span className={classes.marks} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {word}
      </button>
    </Tooltip>
  );
}
