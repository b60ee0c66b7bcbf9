import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import type { FieldProps } from './Field.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { inputText, parseNumber, readInput } from './read-input.ts';

/** A number, a list of numbers or a text: applied as it is written, as long as it fits. */
export function TypedField({ id, line: { param, value }, words, onChange }: FieldProps) {
  const { t } = useI18n();
  const stored = inputText(param, value);
  const [draft, setDraft] = useState(stored);
  // Undo or a reset from elsewhere wins over what stands in the field; one's own writing ("1." for 1) is left alone.
  useEffect(() => {
    setDraft((before) => {
      const read = readInput(param, before);
      return read.ok && inputText(param, read.value) === stored ? before : stored;
    });
  }, [stored, param]);
  const read = readInput(param, draft);

  const write = (text: string) => {
    setDraft(text);
    const next = readInput(param, text);
    if (next.ok) onChange(next.value, true);
  };
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const now = parseNumber(draft);
    if (param.kind !== 'number' || by === 0 || now === null) return;
    event.preventDefault();
    const next = Number((now + by * (param.step ?? 1)).toPrecision(12));
    if (readInput(param, String(next)).ok) write(String(next));
  };

  return (
    <FieldFrame id={id} kind={param.kind} words={words}>
      <TextInput
        id={id}
        inputMode={param.kind === 'number' ? 'decimal' : undefined}
        value={draft}
        error={read.ok ? undefined : t(read.key, read.args)}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={step}
      />
    </FieldFrame>
  );
}
