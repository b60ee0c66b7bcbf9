import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import classes from './error-boundary.module.css';

interface State {
  error: unknown;
}

/** Keeps a fault in one part of the page from taking down the rest. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };
  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }
  override render(): ReactNode {
    return this.state.error === null ? (
      this.props.children
    ) : (
      <Fault error={this.state.error} retry={() => this.setState({ error: null })} />
    );
  }
}

function Fault({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useI18n();
  return (
    <div className={classes.fault} role="alert">
      <strong>{t('app.crash')}</strong>
      <p>{t('app.crash.help')}</p>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
      <Button variant="default" onClick={retry}>
        {t('action.retry')}
      </Button>
    </div>
  );
}
