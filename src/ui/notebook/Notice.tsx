import type { ReactNode } from 'react';
import { Icon } from '../theme/icons.tsx';
import classes from './notice.module.css';

export interface NoticeProps {
  tone: 'plain' | 'warn' | 'bad';
  title: string;
  text?: string | undefined;
  /** Folded away: what a person may want to pass on. */
  details?: { label: string; text: string } | undefined;
  children?: ReactNode;
}

/** What stands in the way, in a sentence, and what to do about it. */
export function Notice({ tone, title, text, details, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      {tone !== 'plain' && (
        <span className={classes.icon}>
          <Icon name="alert" />
        </span>
      )}
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        {text && <p className={classes.text}>{text}</p>}
        {details && (
          <details className={classes.details}>
            <summary>{details.label}</summary>
            <pre>{details.text}</pre>
          </details>
        )}
        {children && <div className={classes.actions}>{children}</div>}
      </div>
    </div>
  );
}
