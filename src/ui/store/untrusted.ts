const KEY = 'clientele.untrusted';

/** Ids of notebooks that came with a link and whose SQL the reader has not agreed to yet. */
function ids(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export const isTrusted = (id: string): boolean => !ids().includes(id);

/** Remembers, beyond a reload, whether the reader agreed. */
export function rememberTrust(id: string, trusted: boolean): void {
  const others = ids().filter((each) => each !== id);
  try {
    localStorage.setItem(KEY, JSON.stringify(trusted ? others : [...others, id].slice(-200)));
  } catch {
    // Nothing can be kept: the notebook is not kept either.
  }
}
