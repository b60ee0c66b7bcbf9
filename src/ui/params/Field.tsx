import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import type { RangeRule } from '../../cell/index.ts';
import { AutoField } from './AutoField.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './field-words.ts';
import type { FormLine } from './param-model.ts';
import { RulesField } from './RulesField.tsx';
import { TypedField } from './TypedField.tsx';

export interface FieldProps {
  id: string;
  line: FormLine;
  words: FieldWords;
  /** What `auto` became in the latest run. */
  resolved: unknown;
  /** `typed` is true while a person is still writing. */
  onChange: (value: unknown, typed?: boolean) => void;
}

/** The control of one parameter. */
export function Field(props: FieldProps) {
  const { id, line, words, onChange } = props;
  const { param, value } = line;
  const frame = { id, kind: param.kind, words };
  switch (param.kind) {
    case 'flag':
      return (
        <FieldFrame {...frame}>
          <Switch id={id} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
        </FieldFrame>
      );
    case 'choice': {
      const choices = (param.choices ?? []).map((choice) => ({ value: choice, label: words.choice(choice) }));
      const short = choices.length <= 3 && choices.reduce((sum, { label }) => sum + width(label), 0) <= 26;
      return short ? (
        <FieldFrame {...frame} group>
          <SegmentedControl
            aria-labelledby={`${id}-label`}
            fullWidth
            data={choices}
            value={String(value)}
            onChange={(choice) => onChange(choice)}
          />
        </FieldFrame>
      ) : (
        <FieldFrame {...frame}>
          <NativeSelect id={id} data={choices} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} />
        </FieldFrame>
      );
    }
    case 'rules':
      return <RulesField {...props} rules={value as readonly RangeRule[]} />;
    case 'date':
    case 'value':
    case 'column':
      return <AutoField {...props} />;
    default:
      return <TypedField {...props} />;
  }
}

/** Chinese characters are twice as wide as Latin ones. */
const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
