import { useApp } from '../store/app-store.ts';

/** Tells screen readers what happened elsewhere on the page. */
export function LiveRegion() {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
