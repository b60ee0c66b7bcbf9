import { Button, type ButtonProps } from '@mantine/core';
import { useRef } from 'react';
import { useI18n } from '../i18n/index.ts';

/** What the picker offers first; what a file really is, is told by its content. */
const ACCEPT = '.csv,.tsv,.tab,.txt,.parquet,.pq,text/csv,text/tab-separated-values,text/plain';

/** A button that opens the system's file chooser. */
export function FilePicker({ onFiles, label, ...button }: { onFiles: (files: File[]) => void; label?: string } & ButtonProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {label ?? t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // the same file may be chosen again
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
