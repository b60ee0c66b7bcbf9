import type { Spec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { AppError } from '../util/app-error.ts';
import { registerFormats } from './register-formats.ts';

/** Compiles a completed spec to Vega and throws an AppError `chart.warning` at the first warning: for tests. */
export function compileStrictly(spec: TopLevelSpec): Spec {
  registerFormats();
  const fail =
    (level: string) =>
    (...messages: readonly unknown[]) => {
      throw new AppError('chart.warning', `vega-lite ${level}: ${messages.join(' ')}`, { message: messages.join(' ') });
    };
  const quiet = () => logger;
  const logger = { level: quiet as never, error: fail('error'), warn: fail('warning'), info: quiet, debug: quiet };
  return compile(spec, { logger: logger as never }).spec;
}
