import type { TableId } from '../../cell/index.ts';
import { BindDialog } from '../import/BindDialog.tsx';
import { useDocument } from '../store/app-store.ts';
import { rebindSource } from '../store/edits.ts';
import { startEngine } from '../store/engine.ts';

export interface BindFlowProps {
  source: string;
  /** A table that something lacks. */
  table?: TableId | undefined;
  onClose: () => void;
}

/** Says anew which column of a file that is there is what. */
export function BindFlow({ source: id, table, onClose }: BindFlowProps) {
  const document = useDocument();
  const source = document?.sources.find((each) => each.id === id);
  if (!document || !source) return null;
  return (
    <BindDialog
      source={source}
      bindings={document.bindings.filter((binding) => binding.source === id)}
      table={table}
      api={startEngine}
      onBound={(bindings) => {
        rebindSource(source, bindings);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
