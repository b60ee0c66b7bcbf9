import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useI18n } from '../i18n/index.ts';
import { ImportProgressView } from './ImportProgressView.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import classes from './import.module.css';
import { isComplete, problemsOf } from './model.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { ReadingOptions } from './ReadingOptions.tsx';
import { TableChoice } from './TableChoice.tsx';
import { type ImportArguments, useImport } from './use-import.ts';

interface FileStepProps extends ImportArguments {
  /** The dialog must not close by accident while this is true. */
  onLock: (locked: boolean) => void;
  onSkip: (() => void) | undefined;
  onClose: () => void;
}

/** One file: how it is read, its first rows, what it is, and then the import itself. */
export function FileStep({ onLock, onSkip, onClose, ...args }: FileStepProps) {
  const { t, errorText } = useI18n();
  const state = useImport(args);
  const { stage, model } = state;
  const busy = stage.kind === 'importing';
  useEffect(() => onLock(busy), [busy, onLock]);

  if (stage.kind === 'refused') {
    return (
      <div className={classes.step}>
        <p role="alert" className={classes.refusal}>
          {errorText(stage.error)}
        </p>
        <Footer>
          <Button variant="default" onClick={onSkip ?? onClose}>
            {onSkip ? t('import.skip') : t('action.close')}
          </Button>
        </Footer>
      </div>
    );
  }
  if (!model) {
    return (
      <p className={classes.looking} role="status">
        {t('import.looking')}
      </p>
    );
  }
  if (stage.kind === 'importing') return <ImportProgressView file={args.file} progress={stage.progress} onCancel={state.cancel} />;
  if (stage.kind === 'imported') {
    return <ImportSummary file={args.file} imported={stage.imported} rejected={state.rejected} onUse={state.use} onBack={state.back} />;
  }
  const errors = model.tables.flatMap((chosen) => problemsOf(model, chosen)).filter(({ severity }) => severity === 'error').length;
  return (
    <div className={classes.step} aria-busy={stage.kind === 'looking'}>
      <ReadingOptions model={model} onChoose={state.choose} />
      <PreviewTable model={model} onChange={state.change} />
      <TableChoice model={model} source={args.sourceId(args.file.name)} onChange={state.change} />
      <Footer>
        <p className={classes.verdict} role="status" data-bad={errors > 0 || state.error !== null || undefined}>
          {state.error !== null
            ? errorText(state.error)
            : state.cancelled
              ? t('import.cancelled')
              : errors > 0
                ? t('import.problems', { n: errors })
                : t('import.problems.none')}
        </p>
        <Button variant="default" onClick={onSkip ?? onClose}>
          {onSkip ? t('import.skip') : t('action.cancel')}
        </Button>
        <Button onClick={state.start} disabled={!isComplete(model) || stage.kind !== 'deciding'}>
          {t('import.start')}
        </Button>
      </Footer>
    </div>
  );
}

function Footer({ children }: { children: React.ReactNode }) {
  return <footer className={classes.footer}>{children}</footer>;
}
