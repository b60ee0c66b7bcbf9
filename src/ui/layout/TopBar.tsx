import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { redoLabel, undoLabel } from '../../notebook/history.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useApp } from '../store/app-store.ts';
import { redo, undo } from '../store/edits.ts';
import { goHome } from '../store/navigation.ts';
import { Icon } from '../theme/icons.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SaveMark } from './SaveMark.tsx';
import { SchemeSwitch } from './SchemeSwitch.tsx';
import { TitleField } from './TitleField.tsx';
import classes from './top-bar.module.css';
import { useRail } from './use-rail.ts';

/** Name, title, undo, share, language and colours: all that a notebook has in common. */
export function TopBar({ isOpen }: { isOpen: boolean }) {
  const { t } = useI18n();
  const [rail, setRail] = useRail();
  return (
    <header className={classes.bar}>
      {isOpen && <Tool label={t(rail ? 'bar.rail.hide' : 'bar.rail.show')} expanded={rail} onClick={() => setRail(!rail)} icon="panel" />}
      <a
        className={classes.brand}
        href="./"
        data-open={isOpen || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void goHome();
        }}
      >
        <Mark />
        <span className={classes.name}>{t('app.name')}</span>
        {isOpen && <span className="visually-hidden">{t('bar.home')}</span>}
      </a>
      {isOpen && (
        <>
          <span className={classes.slash} aria-hidden="true">
            /
          </span>
          <span className={classes.title}>
            <TitleField />
          </span>
          <SaveMark />
        </>
      )}
      <div className={classes.space} />
      <div className={classes.tools} role="toolbar" aria-label={t('bar.label')}>
        {isOpen && <UndoRedo />}
        <LanguageSwitch />
        <SchemeSwitch />
        {isOpen && (
          <Button
            variant="default"
            className={classes.share}
            leftSection={<Icon name="link" />}
            aria-label={t('bar.share.label')}
            onClick={() => openDialog({ kind: 'share' })}
          >
            <span className={classes.shareText}>{t('bar.share')}</span>
          </Button>
        )}
      </div>
    </header>
  );
}

function UndoRedo() {
  const { t } = useI18n();
  const back = useApp((state) => state.history && undoLabel(state.history));
  const forth = useApp((state) => state.history && redoLabel(state.history));
  return (
    <>
      <Tool label={back ? t('bar.undo', { step: back }) : t('action.undo')} disabled={!back} onClick={undo} icon="undo" />
      <Tool label={forth ? t('bar.redo', { step: forth }) : t('action.redo')} disabled={!forth} onClick={redo} icon="redo" />
    </>
  );
}

interface ToolProps {
  label: string;
  icon: Parameters<typeof Icon>[0]['name'];
  onClick: () => void;
  disabled?: boolean;
  expanded?: boolean;
}

function Tool({ label, icon, onClick, disabled = false, expanded }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-expanded={expanded}
        className={classes.tool}
        aria-disabled={disabled || undefined}
        onClick={() => !disabled && onClick()}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--color-accent)" />
      <path d="M22.5 11.2A8 8 0 1 0 22.5 20.8" fill="none" stroke="var(--color-on-accent)" strokeWidth="3.2" strokeLinecap="round" />
      <circle cx="16" cy="16" r="2.6" fill="var(--color-on-accent)" />
    </svg>
  );
}
