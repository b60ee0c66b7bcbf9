import { serveCompute } from '../../../src/workers/serve-compute.ts';
import { libraryOf } from '../../support/library.ts';

// an engine without analyses: the import needs none
serveCompute(libraryOf());
