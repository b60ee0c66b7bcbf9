import type { Tile, TilesView } from '../../cell/index.ts';
import styles from './result.module.css';
import { useWords } from './words.ts';

/** Figures beside each other: what it is, the number, what it is of, how sure it is. */
export function Tiles({ view }: { view: TilesView }) {
  return (
    <dl className={styles.tiles}>
      {view.tiles.map((tile) => (
        <Figure key={`${tile.label.key} ${JSON.stringify(tile.label.args ?? null)}`} tile={tile} />
      ))}
    </dl>
  );
}

function Figure({ tile }: { tile: Tile }) {
  const words = useWords();
  const { value, interval } = words.figure(tile.value);
  return (
    <div className={styles.tile}>
      <dt>{words.text(tile.label)}</dt>
      <dd className={styles.figure}>{value}</dd>
      {tile.note && <dd className={styles.note}>{words.text(tile.note)}</dd>}
      {interval && <dd className={styles.note}>{interval}</dd>}
    </div>
  );
}
