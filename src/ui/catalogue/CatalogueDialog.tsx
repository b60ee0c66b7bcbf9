import { Modal } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type CellDefinition, GROUPS } from '../../cell/index.ts';
import { boundRoles } from '../../notebook/document.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { i18nIn, useI18n } from '../i18n/index.ts';
import { useDocument } from '../store/app-store.ts';
import { addAnalysis } from '../store/edits.ts';
import { Icon } from '../theme/icons.tsx';
import { CatalogueEntry } from './CatalogueEntry.tsx';
import classes from './catalogue.module.css';
import { searchCells } from './search-cells.ts';

const GROUP_NAMES = Object.fromEntries(
  GROUPS.map((group) => [group, (['en', 'zh'] as const).map((language) => i18nIn(language).t(`group.${group}`))]),
) as unknown as Record<(typeof GROUPS)[number], string[]>;

/** All analyses, found by the question or the method; Enter adds the first. */
export function CatalogueDialog({ at, onClose }: { at?: number | undefined; onClose: () => void }) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const document = useDocument();
  const available = useMemo(() => (document ? boundRoles(document) : new Set<never>()), [document]);
  const found = useMemo(() => searchCells(cellLibrary.list(), query, GROUP_NAMES), [query]);
  const add = (definition: CellDefinition) => {
    onClose();
    addAnalysis(definition, at);
  };

  /** Arrows move through the entries, from the search field and back. */
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-entry]')];
    const here = stops.indexOf(globalThis.document.activeElement as HTMLElement);
    const next = stops[here + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  const groups =
    query.trim() === ''
      ? GROUPS.map((group) => ({ group, found: found.filter((each) => each.definition.group === group) }))
      : [{ group: null, found }];
  return (
    <Modal.Root opened onClose={onClose} size={720} padding={0} yOffset="8vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('catalogue.title')}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the entries within */}
        <div className={classes.dialog} onKeyDown={onKeyDown}>
          <div className={classes.search}>
            <Icon name="search" />
            <input
              data-autofocus
              type="search"
              aria-label={t('catalogue.search.label')}
              placeholder={t('catalogue.search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && found[0] && add(found[0].definition)}
            />
            <span className={classes.count} role="status">
              {t('catalogue.found', { n: found.length })}
            </span>
          </div>
          <div ref={list} className={classes.list}>
            {found.length === 0 && (
              <div className={classes.none}>
                <p>{t('catalogue.none', { query: query.trim() })}</p>
                <p>{t('catalogue.none.help')}</p>
              </div>
            )}
            {groups.map(
              ({ group, found: entries }) =>
                entries.length > 0 && (
                  <section key={group ?? 'found'} aria-label={group ? t(`group.${group}`) : t('catalogue.title')}>
                    {group && <h3 className={classes.group}>{t(`group.${group}`)}</h3>}
                    <ul className={classes.entries}>
                      {entries.map(({ definition }) => (
                        <li key={definition.id}>
                          <CatalogueEntry definition={definition} available={available} onAdd={() => add(definition)} />
                        </li>
                      ))}
                    </ul>
                  </section>
                ),
            )}
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
