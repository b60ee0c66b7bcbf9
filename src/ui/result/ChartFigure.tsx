import { useId, useMemo, useRef, useState } from 'react';
import type { ChartFunction, ChartView } from '../../cell/index.ts';
import type { Scheme } from '../../charts/palette.ts';
import { errorText } from '../../i18n/translate.ts';
import { ChartMenu } from './chart/ChartMenu.tsx';
import styles from './chart/chart.module.css';
import { useDrawing } from './chart/use-drawing.ts';
import { useNear } from './chart/use-near.ts';
import { useWidth } from './chart/use-width.ts';
import { DataGrid } from './grid/DataGrid.tsx';
import result from './result.module.css';
import { useWords } from './words.ts';

export interface ChartFigureProps {
  view: ChartView;
  /** The cell's charts; undefined until they are loaded. */
  charts: Readonly<Record<string, ChartFunction>> | undefined;
  scheme: Scheme;
  fileName: string;
}

/** A chart with title, text alternative, its data as a table, and ways to take it along. */
export function ChartFigure({ view, charts, scheme, fileName }: ChartFigureProps) {
  const words = useWords();
  const title = useId();
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const width = useWidth(frame);
  const near = useNear(frame);

  const draw = charts && Object.hasOwn(charts, view.chart) ? charts[view.chart] : undefined;
  const drawing = useMemo(() => (draw && width ? { view, draw, words, scheme, width } : undefined), [view, draw, words, scheme, width]);
  const { drawn, error } = useDrawing(host, near ? drawing : undefined);
  const failed: string | false =
    charts !== undefined && !draw
      ? words.t('chart.unknown')
      : error !== undefined && words.t('chart.failed', { reason: errorText(error, words.language) });

  return (
    <figure className={result.view} aria-labelledby={title}>
      <figcaption className={styles.caption}>
        <div>
          <h3 className={result.title} id={title}>
            {words.text(view.title)}
          </h3>
          {view.subtitle && <p className={result.subtitle}>{words.text(view.subtitle)}</p>}
        </div>
        <ChartMenu view={view} drawing={drawing} fileName={fileName} asTable={asTable} onAsTable={setAsTable} />
      </figcaption>
      <div ref={frame} className={styles.frame} hidden={asTable || undefined}>
        {failed ? (
          <p className={styles.failed}>{failed}</p>
        ) : (
          <div ref={host} className={styles.drawing} role="img" aria-label={words.text(view.alt)} data-drawn={drawn || undefined} />
        )}
      </div>
      {(asTable || failed) && (
        <DataGrid labelledBy={title} columns={view.columns} rows={view.data} total={view.data.length} dataKey="" fileName={fileName} />
      )}
    </figure>
  );
}
