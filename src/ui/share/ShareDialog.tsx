import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { text } from '../../cell/index.ts';
import { describeRecipe, encodeRecipe, LONG_LINK } from '../../share/index.ts';
import { useI18n } from '../i18n/index.ts';
import { useDocument } from '../store/app-store.ts';
import { toast } from '../store/toasts.ts';
import { Icon } from '../theme/icons.tsx';
import { RecipeList } from './RecipeList.tsx';
import classes from './share.module.css';

/** Makes a link, and shows what it carries before it leaves the machine. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { t, errorText } = useI18n();
  const document = useDocument();
  const [made, setMade] = useState<{ link: string } | { error: unknown } | null>(null);
  useEffect(() => {
    if (!document) return;
    let superseded = false;
    encodeRecipe(document).then(
      (fragment) => !superseded && setMade({ link: `${location.origin}${location.pathname}${fragment}` }),
      (error: unknown) => !superseded && setMade({ error }),
    );
    return () => {
      superseded = true;
    };
  }, [document]);
  if (!document) return null;

  const link = made && 'link' in made ? made.link : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(text('share.copied'));
      onClose();
    } catch {
      toast(text('share.copy.failed'), { tone: 'bad' });
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('share.title')} size={560} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className={classes.intro}>{t('share.intro')}</p>
      {made && 'error' in made ? (
        <p className={classes.problem} role="alert">
          {errorText(made.error)}
        </p>
      ) : (
        <>
          <div className={classes.row}>
            <input
              className={classes.link}
              aria-label={t('share.link')}
              readOnly
              value={link || t('share.making')}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button data-autofocus leftSection={<Icon name="copy" />} disabled={link === ''} onClick={() => void copy()}>
              {t('share.copy')}
            </Button>
          </div>
          <p className={classes.size} data-long={link.length > LONG_LINK || undefined}>
            {link && t('share.size', { n: link.length })}
            {link.length > LONG_LINK && `. ${t('share.long')}`}
          </p>
        </>
      )}
      <h3 className={classes.head}>{t('share.carries')}</h3>
      <RecipeList items={describeRecipe(document)} />
      <p className={classes.note}>{t('share.note.sql')}</p>
    </Modal>
  );
}
