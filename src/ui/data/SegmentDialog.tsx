import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Column } from '../../cell/index.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import { useI18n } from '../i18n/index.ts';
import { words as wordsOf } from '../result/words.ts';
import { addSegment } from '../store/edits.ts';
import { startEngine } from '../store/engine.ts';
import classes from './definitions.module.css';
import { segmentSelect } from './segment-select.ts';

export interface SegmentDialogProps {
  /** A table of customers in the engine. */
  table: string;
  columns: readonly Column[];
  /** The cell's words, for the names of its columns and values. */
  messages?: BilingualMessages | undefined;
  onClose: () => void;
}

/** Saves the customers of a table, or those with one value in one of its columns, as a segment, and puts it in force. */
export function SegmentDialog({ table, columns, messages, onClose }: SegmentDialogProps) {
  const { t, language, errorText } = useI18n();
  const words = useMemo(() => wordsOf(language, '', messages), [language, messages]);
  const choices = columns.filter(({ name }) => name !== 'customer');
  const likely = choices.find(({ name, values }) => values !== undefined || /segment|group|tier|quadrant/.test(name));
  const [column, setColumn] = useState(likely?.name ?? '');
  const [value, setValue] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [values, setValues] = useState<readonly { value: string; rows: number }[]>([]);
  const [error, setError] = useState<unknown>(null);
  const chosen = columns.find((each) => each.name === column);

  useEffect(() => {
    setValue(null);
    setValues([]);
    setError(null);
    if (column === '') return;
    let superseded = false;
    startEngine()
      .then((engine) => engine.values(table, column))
      .then(
        (found) => !superseded && setValues(found),
        (reason: unknown) => !superseded && setError(reason),
      );
    return () => {
      superseded = true;
    };
  }, [table, column]);

  const shown = (raw: string) => String(chosen ? words.name(chosen, raw) : raw);
  const fallback = value === null ? table : shown(value);
  const save = () => {
    addSegment(name.trim() || fallback, segmentSelect(table, column !== '' && value !== null ? { column, value } : null));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('segment.title')} size={420} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (column === '' || value !== null) save();
        }}
      >
        <p className={classes.intro}>{t('segment.help')}</p>
        <Select
          label={t('segment.by')}
          data={[{ value: '', label: t('segment.by.all') }, ...choices.map((each) => ({ value: each.name, label: words.label(each) }))]}
          value={column}
          allowDeselect={false}
          onChange={(next) => setColumn(next ?? '')}
        />
        {column !== '' && (
          <Select
            data-autofocus
            searchable
            label={t('segment.value')}
            error={error === null ? undefined : t('segment.failed', { reason: errorText(error) })}
            data={values.map((each) => ({
              value: each.value,
              label: t('segment.value.option', { value: shown(each.value), n: each.rows }),
            }))}
            value={value}
            onChange={setValue}
          />
        )}
        <TextInput
          label={t('segment.name')}
          placeholder={fallback}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={column !== '' && value === null}>
          {t('segment.save')}
        </Button>
      </form>
    </Modal>
  );
}
