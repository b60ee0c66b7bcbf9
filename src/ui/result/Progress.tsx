import { useEffect, useState } from 'react';
import { formatValue } from '../../i18n/format-quantity.ts';
import type { Language } from '../../i18n/language.ts';
import { createTranslator } from '../../i18n/translate.ts';
import styles from './progress.module.css';

export interface ProgressProps {
  /** 0…1, or null where it cannot be known. */
  done: number | null;
  /** What is being done, in words. */
  note?: string | undefined;
  language: Language;
  onCancel?: (() => void) | undefined;
  /** What takes less than this is not worth a bar. Default 500. */
  delayMs?: number;
}

/** How far a run has come, with a way to end it; its room is kept from the start, so that nothing jumps. */
export function Progress({ done, note, language, onCancel, delayMs = 500 }: ProgressProps) {
  const [due, setDue] = useState(delayMs === 0);
  const { t } = createTranslator(language);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  const share = done === null ? null : Math.max(0, Math.min(1, done));
  return (
    <div className={styles.progress}>
      {due && (
        <>
          <div
            role="progressbar"
            aria-label={note ?? t('progress.running')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={share === null ? undefined : Math.round(share * 100)}
            className={styles.track}
          >
            <div
              className={styles.bar}
              data-unknown={share === null || undefined}
              style={share === null ? undefined : { scale: `${share} 1` }}
            />
          </div>
          <span className={styles.note}>
            {note ?? t('progress.running')}
            {share !== null && ` ${formatValue(Math.round(share * 100) / 100, 'share', language, '')}`}
          </span>
          {onCancel && (
            <button type="button" className={styles.cancel} onClick={onCancel}>
              {t('progress.cancel')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
