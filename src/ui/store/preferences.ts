import { create } from 'zustand';
import { detectLanguage, isLanguage, type Language } from '../../i18n/language.ts';

export type SchemeChoice = 'auto' | 'light' | 'dark';

export interface Preferences {
  language: Language;
  scheme: SchemeChoice;
  /** Whether the rail at the left is shown (wide screens). */
  rail: boolean;
  set(change: Partial<Pick<Preferences, 'language' | 'scheme' | 'rail'>>): void;
}

const KEY = 'clientele.preferences';

/** What belongs to the reader and not to a notebook; kept in localStorage, which may be refused. */
export const usePreferences = create<Preferences>()((set, get) => ({
  ...readPreferences(stored(), browserLanguages()),
  set(change) {
    set(change);
    const { language, scheme, rail } = get();
    try {
      localStorage.setItem(KEY, JSON.stringify({ language, scheme, rail }));
    } catch {
      // A browser that keeps nothing still works for this visit.
    }
  },
}));

/** Preferences out of stored text and the browser's languages; whatever does not fit is replaced by its default. */
export function readPreferences(
  text: string | null,
  languages: readonly string[],
): { language: Language; scheme: SchemeChoice; rail: boolean } {
  const kept = parse(text);
  const scheme = kept.scheme === 'light' || kept.scheme === 'dark' ? kept.scheme : 'auto';
  const language = isLanguage(kept.language) ? kept.language : detectLanguage(languages);
  return { language, scheme, rail: kept.rail !== false };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
