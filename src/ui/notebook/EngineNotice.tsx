import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { useApp, useDocument } from '../store/app-store.ts';
import { retryEngine } from '../store/source-loading.ts';
import { Notice } from './Notice.tsx';

/** Says that the engine did not start, where the notebook needs one, and tries again. */
export function EngineNotice() {
  const { t, errorText } = useI18n();
  const engine = useApp((state) => state.engine);
  const document = useDocument();
  const needed = document?.cells.some((cell) => cell.type !== 'prose') || (document?.sources.length ?? 0) > 0;
  if (engine.kind !== 'failed' || !needed) return null;
  return (
    <Notice tone="bad" title={t('engine.failed')} text={errorText(engine.error)}>
      <Button variant="default" onClick={retryEngine}>
        {t('action.retry')}
      </Button>
    </Notice>
  );
}
