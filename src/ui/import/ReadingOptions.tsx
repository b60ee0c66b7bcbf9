import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import type { TextChoices, TextOptions } from '../../import/options.ts';
import { ENCODINGS } from '../../import/text/encodings.ts';
import { useI18n } from '../i18n/index.ts';
import { fileSize } from './file-size.ts';
import classes from './import.module.css';
import type { ImportModel } from './model.ts';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'space', '': 'none' } as const;
const delimiterName = (delimiter: string): string => DELIMITERS[delimiter as keyof typeof DELIMITERS] ?? 'comma';

/** One line that says how the file is read, what is worth knowing about it, and the controls to correct it. */
export function ReadingOptions({ model, onChoose }: { model: ImportModel; onChoose: (choices: TextChoices) => void }) {
  const { t, language } = useI18n();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { preview, options } = model;
  const { count, exact } = preview.rowsInFile;
  const format =
    options.format === 'parquet'
      ? t('import.format.parquet')
      : t('import.format.text', {
          delimiter: t(`import.delimited.${delimiterName(options.delimiter)}`),
          encoding: options.encoding.toUpperCase(),
        });
  const about = [
    format,
    t('import.columns', { n: preview.columns.length }),
    t(exact ? 'import.rows.exact' : 'import.rows.about', { n: exact ? count : rounded(count) }),
    fileSize(preview.bytes, language),
  ];
  return (
    <section className={classes.reading} aria-label={t('import.reading')}>
      <p className={classes.about}>
        {about.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {options.format === 'text' && (
          <button type="button" className={classes.link} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {t('import.reading.change')}
          </button>
        )}
      </p>
      {open && options.format === 'text' && (
        <div className={classes.controls} id={id}>
          <Controls options={options} onChoose={onChoose} />
        </div>
      )}
      {preview.notes.length > 0 && (
        <ul className={classes.notes}>
          {preview.notes.map(({ code, fields }) => (
            <li key={code}>{t(`import.note.${code}`, fields)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Controls({ options, onChoose }: { options: TextOptions; onChoose: (choices: TextChoices) => void }) {
  const { t } = useI18n();
  return (
    <>
      <NativeSelect
        label={t('import.delimiter')}
        value={options.delimiter}
        data={Object.entries(DELIMITERS).map(([value, name]) => ({ value, label: t(`import.delimiter.${name}`) }))}
        onChange={(event) => onChoose({ delimiter: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('import.encoding')}
        value={options.encoding}
        data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(event) => onChoose({ encoding: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('import.header')}
        value={options.header ? 'yes' : 'no'}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`import.header.${value}`) }))}
        onChange={(event) => onChoose({ header: event.currentTarget.value === 'yes' })}
      />
    </>
  );
}

/** Two figures of an estimate. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}
