import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { Shell } from './layout/Shell.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';

/** The whole page. */
export function App() {
  return (
    <ThemeProvider>
      <ErrorBoundary>
        <Shell />
      </ErrorBoundary>
    </ThemeProvider>
  );
}
