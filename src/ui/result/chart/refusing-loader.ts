import type { Loader } from 'vega';

const refuse = (): Promise<never> => Promise.reject(new Error('charts load nothing'));

/** Stands where Vega would fetch data, pictures and links. */
export const refusingLoader = { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader;
