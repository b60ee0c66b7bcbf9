import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CellDefinition, Provenance } from '../../cell/index.ts';
import { type BilingualMessages, formatMessage, ownMessage } from '../../i18n/format-message.ts';
import type { AnalysisCell } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { resetParams, setParam } from '../store/edits.ts';
import { Icon } from '../theme/icons.tsx';
import { Field } from './Field.tsx';
import type { FieldWords } from './field-words.ts';
import { type FormLine, paramForm, storedValue } from './param-model.ts';
import classes from './params.module.css';

export interface ParamsFormProps {
  cell: AnalysisCell;
  definition: CellDefinition;
  /** Undefined until they are loaded; the form waits for its words. */
  messages: BilingualMessages | undefined;
  /** Of the latest run: what `auto` became. */
  provenance: Provenance | null;
}

/** The parameters of an analysis; each change takes effect at once. */
export function ParamsForm({ cell, definition, messages, provenance }: ParamsFormProps) {
  const { t, pick, language } = useI18n();
  const form = useMemo(() => paramForm(definition, cell.params), [definition, cell.params]);
  const [unfolded, setUnfolded] = useState(() => form.advanced.some(({ changed }) => changed));
  if (!messages) return null;

  const wordsOf = (name: string): FieldWords => {
    const own = (key: string) =>
      ownMessage(messages, key, language) === undefined ? undefined : formatMessage(messages, { key }, language, '');
    return {
      label: own(`param.${name}`) ?? name,
      help: own(`param.${name}.help`),
      choice: (choice) => own(`param.${name}.${choice}`) ?? choice,
      field: (field) => own(`param.${name}.${field}`) ?? own(`field.${field}`) ?? own(`column.${field}`) ?? field,
    };
  };
  const draw = (line: FormLine) => (
    <Field
      key={line.name}
      id={`${cell.id}-${line.name}`}
      line={line}
      words={wordsOf(line.name)}
      resolved={provenance?.resolved[line.name]}
      onChange={(value, typed) => setParam(cell.id, line.name, storedValue(line.param, value), typed)}
    />
  );

  return (
    <section className={classes.form} aria-label={t('params.title', { title: pick(definition.title) })}>
      <div className={classes.grid}>{form.lines.map(draw)}</div>
      {form.advanced.length > 0 && unfolded && <div className={classes.grid}>{form.advanced.map(draw)}</div>}
      <div className={classes.foot}>
        {form.advanced.length > 0 && (
          <Button variant="subtle" color="gray" size="compact-xs" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t(unfolded ? 'params.fewer' : 'params.advanced')}
          </Button>
        )}
        {form.changed && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<Icon name="reset" size={12} />}
            onClick={() => resetParams(cell.id)}
          >
            {t('params.reset')}
          </Button>
        )}
      </div>
    </section>
  );
}
