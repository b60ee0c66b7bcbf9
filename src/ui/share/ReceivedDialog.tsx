import { Button, Modal } from '@mantine/core';
import type { NotebookDocument } from '../../notebook/document.ts';
import { describeRecipe } from '../../share/index.ts';
import { useI18n } from '../i18n/index.ts';
import { acceptReceived } from '../store/navigation.ts';
import { RecipeList } from './RecipeList.tsx';
import classes from './share.module.css';

/** What came with a link, shown before anything of it runs. */
export function ReceivedDialog({ document, onClose }: { document: NotebookDocument; onClose: () => void }) {
  const { t } = useI18n();
  const ownData = document.sources.some((source) => source.origin.kind === 'file');
  const sample = document.sources.some((source) => source.origin.kind === 'sample');
  const hasSql = document.cells.some((cell) => cell.type === 'sql') || document.scope.segments.length > 0;
  return (
    <Modal opened onClose={onClose} title={t('open.title')} size={560} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className={classes.received}>{document.title || t('bar.untitled')}</p>
      <p className={classes.intro}>
        {t('open.intro')} {ownData && t('open.needs')} {hasSql && ownData && t('open.sql')}
      </p>
      <RecipeList items={describeRecipe(document)} />
      <div className={classes.actions}>
        <Button data-autofocus onClick={() => void acceptReceived(document)}>
          {t(sample && !ownData ? 'open.run' : 'open.own')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('open.decline')}
        </Button>
      </div>
    </Modal>
  );
}
