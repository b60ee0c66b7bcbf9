import type { ProseView } from '../../cell/index.ts';
import styles from './result.module.css';
import { useWords } from './words.ts';

/** A paragraph of a result; a blank line starts a new one. */
export function Prose({ view }: { view: ProseView }) {
  const paragraphs = useWords()
    .text(view.text)
    .split(/\n{2,}/);
  return (
    <div className={styles.prose}>
      {paragraphs.map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <p key={i}>{paragraph}</p>
      ))}
    </div>
  );
}
