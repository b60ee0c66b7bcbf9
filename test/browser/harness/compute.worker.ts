import { serveCompute } from '../../../src/workers/serve-compute.ts';
import { libraryOf } from '../../support/library.ts';
import { fakeCells } from '../../workers/fake-cells.ts';

serveCompute(libraryOf(...fakeCells));
