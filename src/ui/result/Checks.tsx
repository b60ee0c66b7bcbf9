import { useMemo, useState } from 'react';
import type { Check, Mend } from '../../cell/index.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import type { Language } from '../../i18n/language.ts';
import styles from './checks.module.css';
import { mendLabel } from './mend-label.ts';
import { words as wordsOf } from './words.ts';

export interface ChecksProps {
  checks: readonly Check[];
  messages?: BilingualMessages | undefined;
  language: Language;
  currency: string;
  /** Puts it right; without it no button is shown. */
  onMend?: ((mend: Mend) => void) | undefined;
}

const SEVERITIES = ['serious', 'warning', 'note', 'ok'] as const;

/** What a careful colleague would say of a result, the serious first; checks that passed are folded into one line. */
export function Checks({ checks, messages, language, currency, onMend }: ChecksProps) {
  const words = useMemo(() => wordsOf(language, currency, messages), [language, currency, messages]);
  const [unfolded, setUnfolded] = useState(false);
  const passed = checks.filter((check) => check.severity === 'ok');
  const sorted = SEVERITIES.flatMap((severity) => checks.filter((check) => check.severity === severity));
  const shown = unfolded ? sorted : sorted.filter((check) => check.severity !== 'ok');
  if (checks.length === 0) return null;
  return (
    <div className={styles.checks}>
      {shown.length > 0 && (
        <ul aria-label={words.t('check.heading')}>
          {shown.map((check) => (
            <li key={check.id} data-severity={check.severity}>
              <Mark severity={check.severity} />
              <p>
                <b>{words.t(`check.${check.severity}`)}</b> {words.text(check.text)}
                {check.mend && onMend && (
                  <button type="button" className={styles.mend} onClick={() => check.mend && onMend(check.mend)}>
                    {mendLabel(check.mend, words)}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {passed.length > 0 && (
        <button type="button" className={styles.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          <Mark severity="ok" />
          {words.t('check.passed', { n: passed.length })}
        </button>
      )}
    </div>
  );
}

/** A form for each severity: told apart without colour. */
function Mark({ severity }: { severity: Check['severity'] }) {
  const drawing = {
    ok: <path d="m3.5 8.5 3 3 6-7" />,
    note: (
      <>
        <circle cx="8" cy="8" r="5.75" />
        <path d="M8 7.4v3.4M8 5.2v.1" />
      </>
    ),
    warning: <path d="M8 2.5 14.2 13H1.8zM8 6.4v3.2M8 11.3v.1" />,
    serious: <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 10.8v.1" />,
  }[severity];
  return (
    <svg className={styles.mark} data-severity={severity} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {drawing}
    </svg>
  );
}
