import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import type { FieldWords } from './field-words.ts';
import classes from './params.module.css';

export interface FieldFrameProps {
  id: string;
  kind: string;
  words: FieldWords;
  /** For a control that is a group: its label is not a <label>. */
  group?: boolean;
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A control with its label and, behind a small mark, its explanation. */
export function FieldFrame({ id, kind, words, group = false, aside, children }: FieldFrameProps) {
  return (
    <div className={classes.field} data-kind={kind}>
      <div className={classes.labelLine}>
        {group ? (
          <span className={classes.label} id={`${id}-label`}>
            {words.label}
          </span>
        ) : (
          <label className={classes.label} htmlFor={id} id={`${id}-label`}>
            {words.label}
          </label>
        )}
        {words.help && <Hint label={words.label} help={words.help} />}
        <span className={classes.aside}>{aside}</span>
      </div>
      {children}
    </div>
  );
}

function Hint({ label, help }: { label: string; help: string }) {
  const { t } = useI18n();
  return (
    <Tooltip label={help} multiline maw={300} events={{ hover: true, focus: true, touch: true }} openDelay={100}>
      <button type="button" className={classes.hint} aria-label={t('params.help', { label, help })}>
        ?
      </button>
    </Tooltip>
  );
}
