import { useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DropZone } from '../../../src/ui/import/DropZone.tsx';
import { ImportDialog } from '../../../src/ui/import/ImportDialog.tsx';
import type { ImportResult } from '../../../src/ui/import/import-api.ts';
import { usePreferences } from '../../../src/ui/store/preferences.ts';
import { ThemeProvider } from '../../../src/ui/theme/ThemeProvider.tsx';
import { ComputeClient } from '../../../src/workers/compute-client.ts';

const query = new URLSearchParams(location.search);
usePreferences.setState({ language: query.get('lang') === 'zh' ? 'zh' : 'en', scheme: query.get('scheme') === 'dark' ? 'dark' : 'light' });

const compute = new ComputeClient({
  start: () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' }),
});
const booted = compute.boot();
const engine = () => booted.then(() => compute);

/** The import on its own: files dropped or pasted anywhere, or chosen; what was imported is printed as JSON. */
function Harness() {
  const [files, setFiles] = useState<File[]>([]);
  const [done, setDone] = useState<ImportResult[]>([]);
  const close = useCallback(() => setFiles([]), []);
  return (
    <main>
      <input type="file" multiple aria-label="files" onChange={(event) => setFiles([...(event.target.files ?? [])])} />
      <DropZone onFiles={setFiles} disabled={files.length > 0} />
      <ImportDialog
        files={files}
        api={engine}
        sourceId={() => 'data'}
        onImported={(result) => setDone((before) => [...before, result])}
        onClose={close}
      />
      <output>{JSON.stringify(done.map(({ source, bindings }) => ({ source, bindings })))}</output>
    </main>
  );
}

Object.assign(window, { compute, booted });
createRoot(document.body.appendChild(document.createElement('div'))).render(
  <ThemeProvider>
    <Harness />
  </ThemeProvider>,
);
