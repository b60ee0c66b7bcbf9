import { cellLibrary } from './cells.ts';
import { serveCompute } from './serve-compute.ts';

serveCompute(cellLibrary);
