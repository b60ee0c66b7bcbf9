import { createRoot } from 'react-dom/client';
import { App } from './ui/App.tsx';
import { startNavigation } from './ui/store/navigation.ts';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void startNavigation();
