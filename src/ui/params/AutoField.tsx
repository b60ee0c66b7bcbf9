import { Button, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useRoleValues } from '../store/role-values.ts';
import type { FieldProps } from './Field.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { readInput } from './read-input.ts';

/** A date, value or column that the data decides unless a person does. */
export function AutoField({ id, line: { param, value }, words, resolved, onChange }: FieldProps) {
  const { t } = useI18n();
  const listId = useId();
  const isAuto = param.auto === true && value === 'auto';
  const shown = isAuto ? String(resolved ?? '').slice(0, param.kind === 'date' ? 10 : undefined) : String(value ?? '');
  const [draft, setDraft] = useState(shown);
  const offered = useRoleValues(param.kind === 'value' ? param.of : undefined);
  useEffect(() => setDraft(shown), [shown]);
  const read = isAuto && draft === shown ? ({ ok: true, value: 'auto' } as const) : readInput(param, draft);

  const auto = param.auto && (
    <Button
      variant={isAuto ? 'light' : 'subtle'}
      color={isAuto ? 'accent' : 'gray'}
      size="compact-xs"
      aria-pressed={isAuto}
      onClick={() => !isAuto && onChange('auto')}
    >
      {t('params.auto')}
    </Button>
  );
  return (
    <FieldFrame id={id} kind={param.kind} words={words} aside={auto}>
      <TextInput
        id={id}
        type={param.kind === 'date' ? 'date' : 'text'}
        value={draft}
        list={offered.length > 0 ? listId : undefined}
        placeholder={param.auto ? t('params.auto') : undefined}
        error={read.ok ? undefined : t(read.key, read.args)}
        data-auto={isAuto || undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          if (param.auto && text === '') return onChange('auto');
          const next = readInput(param, text);
          if (next.ok) onChange(next.value, true);
        }}
      />
      {offered.length > 0 && (
        <datalist id={listId}>
          {offered.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
