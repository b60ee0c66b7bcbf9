import { useEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './drop-zone.module.css';
import { pastedFile } from './pasted-file.ts';

export interface DropZoneProps {
  /** Files that were dropped or pasted anywhere on the page. */
  onFiles: (files: File[]) => void;
  /** Off while a dialog is open. */
  disabled?: boolean;
}

/** Takes files dropped, and tables pasted, anywhere on the page; shows itself only while a file hangs over it. */
export function DropZone({ onFiles, disabled = false }: DropZoneProps) {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  useEffect(() => {
    if (disabled) return;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    // without this the browser would open the file in place of the page
    const allow = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    const paste = (event: ClipboardEvent) => {
      if (isEditable(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const pasted = files.length > 0 ? null : pastedFile(event.clipboardData?.getData('text/plain') ?? '', t('import.paste.name'));
      if (files.length === 0 && !pasted) return;
      event.preventDefault();
      onFiles(pasted ? [pasted] : files);
    };
    const page = window;
    page.addEventListener('dragenter', enter);
    page.addEventListener('dragleave', leave);
    page.addEventListener('dragover', allow);
    page.addEventListener('drop', drop);
    page.addEventListener('paste', paste);
    return () => {
      page.removeEventListener('dragenter', enter);
      page.removeEventListener('dragleave', leave);
      page.removeEventListener('dragover', allow);
      page.removeEventListener('drop', drop);
      page.removeEventListener('paste', paste);
    };
  }, [disabled, onFiles, t]);

  if (!over || disabled) return null;
  return (
    <div className={classes.veil} aria-hidden="true">
      <div className={classes.sign}>
        <Icon name="upload" size={28} />
        <strong>{t('import.drop')}</strong>
        <span>{t('import.drop.help')}</span>
      </div>
    </div>
  );
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
