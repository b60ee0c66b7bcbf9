import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Definitions } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import { useDocument } from '../store/app-store.ts';
import { setDefinitions } from '../store/edits.ts';
import classes from './definitions.module.css';
import { EffectList, StatusChoice, TieOut } from './OrderDefinitions.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { useEffects } from './use-effects.ts';

/** What the notebook decides for all of its cells and whom it is about, with what that leaves out. */
export function DefinitionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const document = useDocument();
  const definitions = document?.definitions;
  const effects = useEffects();
  const [currency, setCurrency] = useState(definitions?.currency ?? '');
  const [asOf, setAsOf] = useState(definitions?.asOf === 'auto' ? '' : (definitions?.asOf ?? ''));
  if (!document || !definitions) return null;
  const badCurrency = currency !== '' && !/^[A-Z]{3}$/.test(currency);
  return (
    <Modal opened onClose={onClose} title={t('definitions.title')} size={520} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className={classes.intro}>{t('definitions.help')}</p>
      <div className={classes.form}>
        <h3 className={classes.heading}>{t('scope.heading')}</h3>
        <ScopeFields document={document} />
        <h3 className={classes.heading}>{t('recipe.definitions')}</h3>
        <StatusChoice definitions={definitions} effects={effects} />
        <TextInput
          label={t('definitions.currency')}
          description={t('definitions.currency.help')}
          value={currency}
          maxLength={3}
          error={badCurrency ? t('definitions.currency.invalid') : undefined}
          onChange={(event) => {
            const next = event.currentTarget.value.toUpperCase();
            setCurrency(next);
            if (next === '' || /^[A-Z]{3}$/.test(next)) setDefinitions({ currency: next });
          }}
        />
        <TextInput
          type="date"
          label={t('definitions.asOf')}
          description={t('definitions.asOf.help')}
          value={asOf}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setAsOf(next);
            setDefinitions({ asOf: next === '' ? 'auto' : next });
          }}
        />
        <Choice
          name="returns"
          value={definitions.returns}
          choices={['net', 'keep', 'drop']}
          onChange={(returns) => setDefinitions({ returns: returns as Definitions['returns'] })}
        />
        <Choice
          name="weekStart"
          value={String(definitions.weekStart)}
          choices={['1', '7']}
          onChange={(day) => setDefinitions({ weekStart: Number(day) })}
        />
        <TieOut definitions={definitions} effects={effects} />
        <EffectList effects={effects} />
      </div>
      <Button data-autofocus mt={20} onClick={onClose}>
        {t('prose.done')}
      </Button>
    </Modal>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  choices: readonly string[];
  onChange: (value: string) => void;
}

function Choice({ name, value, choices, onChange }: ChoiceProps) {
  const { t } = useI18n();
  return (
    <div>
      <span className={classes.label} id={`definition-${name}`}>
        {t(`definitions.${name}`)}
      </span>
      <SegmentedControl
        aria-labelledby={`definition-${name}`}
        data={choices.map((choice) => ({ value: choice, label: t(`definitions.${name}.${choice}`) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
