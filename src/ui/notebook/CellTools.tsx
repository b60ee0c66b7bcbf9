import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { deleteCell, duplicateCell, moveCell } from '../store/edits.ts';
import { Icon, type IconName } from '../theme/icons.tsx';

export interface CellToolsProps {
  cellId: string;
  title: string;
  index: number;
  total: number;
  /** Lines of the menu before those that all cells have. */
  children?: ReactNode;
}

/** What can be done with any cell, in a menu. */
export function CellMenu({ cellId, title, index, total, children }: CellToolsProps) {
  const { t } = useI18n();
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon aria-label={t('cell.more', { title })}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        <Menu.Item leftSection={<Icon name="up" />} disabled={index === 0} onClick={() => moveCell(cellId, -1)}>
          {t('cell.up')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="down" />} disabled={index === total - 1} onClick={() => moveCell(cellId, 1)}>
          {t('cell.down')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="copy" />} onClick={() => duplicateCell(cellId)}>
          {t('cell.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="trash" />} color="red" onClick={() => deleteCell(cellId)}>
          {t('cell.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export interface ToolProps {
  label: string;
  icon: IconName;
  onClick: () => void;
  pressed?: boolean;
}

/** One button of a cell's tools. */
export function Tool({ label, icon, onClick, pressed }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'accent' : 'gray'}
        onClick={onClick}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
