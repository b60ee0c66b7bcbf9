import { type ReactNode, useMemo } from 'react';
import { type CellResult, TABLES, type TableId } from '../../cell/index.ts';
import { formatDate } from '../../i18n/format-date.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import type { Language } from '../../i18n/language.ts';
import { formatNumber } from '../../i18n/number-formats.ts';
import { CopyButton } from './CopyButton.tsx';
import { formatSql } from './format-sql.ts';
import { leftOutParts } from './left-out.ts';
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
              <td className={styles.number}>
                {[
                  input.ofRows === undefined || input.ofRows === input.rows
                    ? number(input.rows)
                    : t('provenance.rowsOf', { rows: input.rows, of: input.ofRows }),
                  ...leftOutParts(input.table, input.left ?? [], words).map((part) => `− ${part}`),
                ].join('\n')}
              </td>
              <td title={input.fingerprint}>
                <code>{input.fingerprint.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </Table>
      </Section>
      {provenance.definitions && (
        <Section title={t('provenance.scope')}>
          <InForce definitions={provenance.definitions} scope={provenance.scope} words={words} />
        </Section>
      )}
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

interface InForceProps {
  definitions: NonNullable<CellResult['provenance']['definitions']>;
  scope: CellResult['provenance']['scope'];
  words: Words;
}

/** The notebook's definitions and scope that the result was made under. */
function InForce({ definitions, scope, words: { t, language } }: InForceProps) {
  const { currency, asOf, returns, weekStart, statuses } = definitions;
  const named = statuses.map((status) => status || t('definitions.statuses.none'));
  const segment = scope?.segment && t('provenance.segment', { name: scope.segment.name, n: scope.segment.customers });
  const whom = [segment ?? t('scope.segment.all'), ...(scope?.consent ? [t('scope.consent.short')] : [])];
  return (
    <Table>
      <Pair name={t('provenance.customers')} value={whom.join(t('list.separator'))} />
      <Pair name={t('definitions.statuses')} value={named.join(t('list.separator')) || t('provenance.statuses.all')} />
      <Pair name={t('definitions.returns')} value={t(`definitions.returns.${returns}`)} />
      <Pair name={t('definitions.asOf')} value={asOf === 'auto' ? t('params.auto') : formatDate(asOf, language)} />
      <Pair name={t('definitions.currency')} value={currency || '–'} />
      <Pair name={t('definitions.weekStart')} value={t(weekStart === 7 ? 'definitions.weekStart.7' : 'definitions.weekStart.1')} />
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
