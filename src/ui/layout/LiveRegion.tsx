import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';

/** Tells screen readers what happened elsewhere on the page. */
export function LiveRegion() {
  const { t } = useI18n();
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement && t(announcement.key, announcement.args)}
    </div>
  );
}
