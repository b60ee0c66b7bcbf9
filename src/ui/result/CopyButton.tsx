import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';
import styles from './provenance.module.css';

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button type="button" className={styles.copy} onClick={() => void copyText(text).then(setCopied)}>
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}
