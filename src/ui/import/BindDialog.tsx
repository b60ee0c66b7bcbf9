import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { TableId } from '../../cell/index.ts';
import { describeValues } from '../../import/roles/index.ts';
import type { Binding, Source } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './import.module.css';
import { type BindingModel, bindingsOf, isComplete, problemsOf, rebindModel } from './model.ts';
import { TableChoice } from './TableChoice.tsx';

/** What the dialog asks of the engine. */
export interface BindApi {
  columnSample(source: string, column: string, rows: number): Promise<{ values: (string | null)[]; type: string }>;
}

export interface BindDialogProps {
  /** A source that is in the engine. */
  source: Source;
  /** What is bound of it now. */
  bindings: readonly Binding[];
  api: BindApi | (() => Promise<BindApi>);
  /** The table that is asked for, where an analysis lacks it. */
  table?: TableId | undefined;
  /** All bindings of the source from now on. */
  onBound: (bindings: Binding[]) => void;
  onClose: () => void;
}

const SAMPLED_ROWS = 200;
/** Columns that are looked into; those beyond are known by name and type alone. */
const SAMPLED_COLUMNS = 60;

/** Says anew which column of an imported file is what. */
export function BindDialog({ source, bindings, api, table, onBound, onClose }: BindDialogProps) {
  const { t, errorText } = useI18n();
  const small = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  const [model, setModel] = useState<BindingModel | null>(null);
  const [error, setError] = useState<unknown>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the file is looked into once, when the dialog opens
  useEffect(() => {
    let stale = false;
    sampleColumns(source, api).then(
      (columns) => !stale && setModel(rebindModel(columns, bindings, table)),
      (reason: unknown) => !stale && setError(reason),
    );
    return () => {
      stale = true;
    };
  }, [source.id]);

  const errors = model?.tables.flatMap((chosen) => problemsOf(model, chosen)).filter(({ severity }) => severity === 'error').length ?? 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={source.name}
      size="72rem"
      fullScreen={small ?? false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{
        title: { fontWeight: 600, fontSize: 'var(--text-lg)', overflowWrap: 'anywhere' },
        header: { paddingInline: 'var(--space-4)' },
        body: { padding: 0 },
      }}
    >
      <div data-autofocus tabIndex={-1} className={classes.body}>
        {error !== null && (
          <p role="alert" className={classes.refusal}>
            {errorText(error)}
          </p>
        )}
        {!model && error === null && (
          <p className={classes.looking} role="status">
            {t('import.looking')}
          </p>
        )}
        {model && (
          <>
            <TableChoice model={model} source={source.id} onChange={setModel} />
            <footer className={classes.footer}>
              <p className={classes.verdict} role="status" data-bad={errors > 0 || undefined}>
                {errors > 0 && t('import.problems', { n: errors })}
              </p>
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button disabled={!isComplete(model)} onClick={() => onBound(bindingsOf(model, source.id))}>
                {t('import.bind')}
              </Button>
            </footer>
          </>
        )}
      </div>
    </Modal>
  );
}

async function sampleColumns(source: Source, api: BindDialogProps['api']) {
  const engine = typeof api === 'function' ? await api() : api;
  return Promise.all(
    source.columns.map(async ({ name, type }, i) => {
      const sample = i < SAMPLED_COLUMNS ? await engine.columnSample(source.id, name, SAMPLED_ROWS) : { values: [], type };
      return describeValues(name, sample.type, sample.values);
    }),
  );
}
