import { lazy, Suspense } from 'react';
import { closeDialog, useApp } from '../store/app-store.ts';

const CatalogueDialog = lazy(() => import('../catalogue/CatalogueDialog.tsx').then((module) => ({ default: module.CatalogueDialog })));
const ShareDialog = lazy(() => import('../share/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })));
const ReceivedDialog = lazy(() => import('../share/ReceivedDialog.tsx').then((module) => ({ default: module.ReceivedDialog })));
const LinkErrorDialog = lazy(() => import('../share/LinkErrorDialog.tsx').then((module) => ({ default: module.LinkErrorDialog })));
const DefinitionsDialog = lazy(() => import('../data/DefinitionsDialog.tsx').then((module) => ({ default: module.DefinitionsDialog })));
const SegmentDialog = lazy(() => import('../data/SegmentDialog.tsx').then((module) => ({ default: module.SegmentDialog })));
const BindFlow = lazy(() => import('../data/BindFlow.tsx').then((module) => ({ default: module.BindFlow })));
const ImportFlow = lazy(() => import('../data/ImportFlow.tsx').then((module) => ({ default: module.ImportFlow })));

/** The dialog that is open, loaded when it is first asked for. */
export function Dialogs() {
  const dialog = useApp((app) => app.dialog);
  return <Suspense fallback={null}>{dialog && <AnyDialog dialog={dialog} />}</Suspense>;
}

function AnyDialog({ dialog }: { dialog: NonNullable<ReturnType<typeof useApp.getState>['dialog']> }) {
  switch (dialog.kind) {
    case 'catalogue':
      return <CatalogueDialog at={dialog.at} onClose={closeDialog} />;
    case 'share':
      return <ShareDialog onClose={closeDialog} />;
    case 'definitions':
      return <DefinitionsDialog onClose={closeDialog} />;
    case 'segment':
      return <SegmentDialog table={dialog.table} columns={dialog.columns} messages={dialog.messages} onClose={closeDialog} />;
    case 'bind':
      return <BindFlow source={dialog.source} table={dialog.table} onClose={closeDialog} />;
    case 'received':
      return <ReceivedDialog document={dialog.document} onClose={closeDialog} />;
    case 'link-error':
      return <LinkErrorDialog error={dialog.error} onClose={closeDialog} />;
    case 'import':
      return <ImportFlow files={dialog.files} source={dialog.source} table={dialog.table} onClose={closeDialog} />;
  }
}
