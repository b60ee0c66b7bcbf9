import type { TableId } from '../../cell/index.ts';

export interface ImportFlowProps {
  files?: readonly File[] | undefined;
  source?: string | undefined;
  table?: TableId | undefined;
  onClose: () => void;
}

export function ImportFlow(_props: ImportFlowProps) {
  return null;
}
