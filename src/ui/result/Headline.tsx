import type { HeadlineView } from '../../cell/index.ts';
import styles from './result.module.css';
import { useWords } from './words.ts';

/** The sentence that a manager can act on. */
export function Headline({ view }: { view: HeadlineView }) {
  return <p className={styles.headline}>{useWords().text(view.text)}</p>;
}
