import { useEffect, useState } from 'react';
import { planEnvironment } from '../../runtime/planned-environment.ts';
import type { Effects } from '../../workers/left-out.ts';
import { useApp, useDocument } from '../store/app-store.ts';
import { runningEngine } from '../store/engine.ts';

/** What the definitions and consent of the open notebook leave out, from the engine; null until it has told. */
export function useEffects(): Effects | null {
  const document = useDocument();
  const isReady = useApp((app) => app.engine.kind === 'ready' && Object.keys(app.loading).length === 0);
  const absent = useApp((app) => app.absent);
  const trusted = useApp((app) => app.trusted);
  const [effects, setEffects] = useState<Effects | null>(null);
  const key =
    document && JSON.stringify([document.definitions, document.scope.consent, document.bindings, document.sources.map(({ id }) => id)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the counts depend on
  useEffect(() => {
    const engine = runningEngine();
    if (!document || !engine || !isReady) return;
    let superseded = false;
    const { environment, error } = planEnvironment(document, { trusted, absent: new Set(absent) });
    if (error) return;
    engine.effects(environment).then(
      (told) => !superseded && setEffects(told),
      () => !superseded && setEffects(null),
    );
    return () => {
      superseded = true;
    };
  }, [key, isReady, absent, trusted]);
  return effects;
}
