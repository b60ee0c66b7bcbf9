import { useEffect, useState } from 'react';
import type { RangeRule } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './params.module.css';
import { RuleTool } from './RulesField.tsx';
import { parseNumber } from './read-input.ts';

export interface RuleRowProps {
  rule: RangeRule;
  /** The name as people read it, where the rule is one that the cell gave. */
  shownName: string;
  fields: readonly { name: string; min: number; max: number }[];
  fieldLabel: (field: string) => string;
  isFirst: boolean;
  onChange: (rule: RangeRule) => void;
  onUp: () => void;
  onRemove: () => void;
}

/** One rule: its name and, for each field, from and to. */
export function RuleRow({ rule, shownName, fields, fieldLabel, isFirst, onChange, onUp, onRemove }: RuleRowProps) {
  const { t } = useI18n();
  const bound = (field: { name: string; min: number; max: number }, end: 0 | 1) => {
    const range = rule.ranges[field.name] ?? ([field.min, field.max] as const);
    return (
      <NumberBox
        label={t(end === 0 ? 'params.rules.from' : 'params.rules.to', { field: `${shownName}: ${fieldLabel(field.name)}` })}
        value={range[end]}
        onChange={(value) => {
          const next: [number, number] = end === 0 ? [value, range[1]] : [range[0], value];
          onChange({ ...rule, ranges: { ...rule.ranges, [field.name]: next } });
        }}
      />
    );
  };
  return (
    <tr>
      <td>
        <input
          className={classes.box}
          aria-label={t('params.rules.name')}
          value={shownName}
          maxLength={60}
          onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
        />
      </td>
      {fields.map((field) => (
        <td key={field.name}>
          <span className={classes.range}>
            {bound(field, 0)}–{bound(field, 1)}
          </span>
        </td>
      ))}
      <td>
        <span className={classes.range}>
          <RuleTool label={t('params.rules.up', { name: shownName })} icon="up" disabled={isFirst} onClick={onUp} />
          <RuleTool label={t('params.rules.remove', { name: shownName })} icon="trash" onClick={onRemove} />
        </span>
      </td>
    </tr>
  );
}

function NumberBox({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft((before) => (parseNumber(before) === value ? before : String(value))), [value]);
  return (
    <input
      className={classes.box}
      data-number
      inputMode="decimal"
      aria-label={label}
      aria-invalid={parseNumber(draft) === null || undefined}
      value={draft}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        const read = parseNumber(event.currentTarget.value);
        if (read !== null) onChange(read);
      }}
    />
  );
}
