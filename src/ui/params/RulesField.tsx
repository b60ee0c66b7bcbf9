import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RangeRule } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import { Icon } from '../theme/icons.tsx';
import type { FieldProps } from './Field.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { rulesProblem } from './param-model.ts';
import classes from './params.module.css';
import { RuleRow } from './RuleRow.tsx';

/** Named rules over ranges, first match wins; applied whenever all of them fit. */
export function RulesField({ id, line: { param }, words, rules, onChange }: FieldProps & { rules: readonly RangeRule[] }) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(rules);
  const [open, setOpen] = useState(false);
  useEffect(() => setDraft(rules), [rules]);
  const problem = rulesProblem(param, draft);
  const fields = param.fields ?? [];
  const write = (next: readonly RangeRule[]) => {
    setDraft(next);
    if (!rulesProblem(param, next)) onChange(next, true);
  };

  return (
    <FieldFrame id={id} kind="rules" words={words} group>
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        rightSection={<Icon name={open ? 'up' : 'down'} size={12} />}
      >
        {t('params.rules.count', { n: draft.length })}
      </Button>
      {open && (
        <div className={classes.rules}>
          <table aria-label={words.label}>
            <thead>
              <tr>
                <th scope="col">{t('params.rules.name')}</th>
                {fields.map(({ name }) => (
                  <th key={name} scope="col">
                    {words.field(name)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('action.more')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {draft.map((rule, i) => (
                <RuleRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a rule's name changes while it is written; its place is its identity
                  key={i}
                  rule={rule}
                  fields={fields}
                  fieldLabel={words.field}
                  shownName={words.choice(rule.name)}
                  isFirst={i === 0}
                  onChange={(next) => write(draft.with(i, next))}
                  onUp={() => write(swapped(draft, i))}
                  onRemove={() => write(draft.filter((_, at) => at !== i))}
                />
              ))}
            </tbody>
          </table>
          <div className={classes.foot}>
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<Icon name="add" size={12} />}
              onClick={() => write([...draft, newRule(t('params.rules.new'), fields)])}
            >
              {t('params.rules.add')}
            </Button>
            <span className={classes.help}>{t('params.rules.help')}</span>
          </div>
          {problem && (
            <p className={classes.problem} role="alert">
              {t(problem.key, { ...problem.args, ...(problem.args?.field ? { field: words.field(String(problem.args.field)) } : {}) })}
            </p>
          )}
        </div>
      )}
    </FieldFrame>
  );
}

/** A button that is only a drawing. */
export function RuleTool({
  label,
  icon,
  disabled,
  onClick,
}: {
  label: string;
  icon: 'up' | 'trash';
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <ActionIcon size={24} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
}

function swapped(rules: readonly RangeRule[], i: number): RangeRule[] {
  const next = [...rules];
  const [rule] = next.splice(i, 1);
  if (rule) next.splice(i - 1, 0, rule);
  return next;
}

function newRule(name: string, fields: readonly { name: string; min: number; max: number }[]): RangeRule {
  return { name, ranges: Object.fromEntries(fields.map((field) => [field.name, [field.min, field.max] as const])) };
}
