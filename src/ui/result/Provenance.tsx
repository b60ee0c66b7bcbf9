import { type ReactNode, useMemo } from 'react';
import { type CellResult, TABLES, type TableId } from '../../cell/index.ts';
import { formatDate } from '../../i18n/format-date.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import type { Language } from '../../i18n/language.ts';
import { formatNumber } from '../../i18n/number-formats.ts';
import { CopyButton } from './CopyButton.tsx';
import { formatSql } from './format-sql.ts';
import { paramInUse, paramLabel } from './param-text.ts';
import styles from './provenance.module.css';
import { type Words, words as wordsOf } from './words.ts';

export interface ProvenanceProps {
  provenance: CellResult['provenance'];
  messages?: BilingualMessages | undefined;
  language: Language;
}

/** Where a result comes from: what was set, what was read, what was run and how long it took. */
export function Provenance({ provenance, messages, language }: ProvenanceProps) {
  const words = useMemo(() => wordsOf(language, '', messages), [language, messages]);
  const { t } = words;
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 0 });
  const statements = provenance.statements.map((statement) => ({ ...statement, sql: formatSql(statement.sql) }));
  return (
    <div className={styles.provenance}>
      <Section title={t('provenance.params')}>
        <Settings provenance={provenance} words={words} />
      </Section>
      <Section title={t('provenance.inputs')}>
        <Table head={[t('provenance.table'), t('provenance.rows'), t('provenance.fingerprint')]}>
          {provenance.inputs.map((input) => (
            <tr key={input.table}>
              <th scope="row">{tableLabel(input.table, language)}</th>
              <td className={styles.number}>{number(input.rows)}</td>
              <td title={input.fingerprint}>
                <code>{input.fingerprint.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section
        title={t('provenance.statements')}
        action={
          <CopyButton
            text={statements.map(({ sql }) => `${sql};`).join('\n\n')}
            label={t('provenance.copy.all')}
            done={t('provenance.copied')}
          />
        }
      >
        <ol className={styles.statements}>
          {statements.map(({ sql, ms, rows }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: statements have no identity but their place
            <li key={i}>
              <div className={styles.line}>
                <span>{t('provenance.statement', { ms: number(ms), rows: rows === null ? 'none' : number(rows) })}</span>
                <CopyButton text={sql} label={t('provenance.copy')} done={t('provenance.copied')} />
              </div>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, by keys too */}
              <pre tabIndex={0}>{sql}</pre>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('provenance.versions')}>
        <Table>
          <Pair name={t('provenance.cell')} value={`${provenance.cell} ${provenance.cellVersion}`} />
          <Pair name={t('provenance.app')} value={provenance.appVersion} />
          <Pair name={t('provenance.engine')} value={provenance.engine} />
          <Pair name={t('provenance.started')} value={formatDate(localTime(provenance.startedAt), language)} />
          <Pair name={t('provenance.took')} value={`${number(provenance.ms)} ms`} />
        </Table>
      </Section>
    </div>
  );
}

function Settings({ provenance: { params, resolved }, words }: { provenance: CellResult['provenance']; words: Words }) {
  const names = [...new Set([...Object.keys(params), ...Object.keys(resolved)])];
  if (names.length === 0) return <p className={styles.none}>{words.t('provenance.none')}</p>;
  return (
    <Table>
      {names.map((name) => (
        <Pair key={name} name={paramLabel(name, words)} value={paramInUse(name, params[name], resolved, words)} />
      ))}
    </Table>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className={styles.line}>
        <h3>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

function Table({ head, children }: { head?: readonly string[]; children: ReactNode }) {
  return (
    <table>
      {head && (
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>{children}</tbody>
    </table>
  );
}

const Pair = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{value}</td>
  </tr>
);

/** An instant as the clock on the wall shows it. */
function localTime(iso: string): string {
  const instant = new Date(iso);
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return Number.isNaN(shifted.getTime()) ? iso : shifted.toISOString().slice(0, 19);
}

const tableLabel = (table: string, language: Language) => (Object.hasOwn(TABLES, table) ? TABLES[table as TableId].label[language] : table);
