import { type ClientOptions, ComputeClient } from './compute-client.ts';

/** A client of the app's compute worker; nothing runs before `boot`. */
export function createCompute(options: Omit<ClientOptions, 'start'> = {}): ComputeClient {
  const start = () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module', name: 'compute' });
  return new ComputeClient({ ...options, start });
}
