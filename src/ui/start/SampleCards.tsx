import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { newFromSample } from '../store/navigation.ts';
import { samples } from '../store/samples.ts';
import classes from './start.module.css';

/** The samples, each a coherent firm whose truth is known. */
export function SampleCards() {
  const { t, pick } = useI18n();
  return (
    <>
      {samples.map((sample) => (
        <section key={sample.id} className={classes.sample} aria-labelledby={`sample-${sample.id}`}>
          <p className={classes.kicker}>{t('start.sample')}</p>
          <h2 id={`sample-${sample.id}`}>{pick(sample.title)}</h2>
          <p>{pick(sample.description)}</p>
          <dl>
            {sample.files.map((file) => (
              <div key={file.name}>
                <dt>{file.name}</dt>
                <dd>{t('start.sample.size', { rows: file.rows })}</dd>
              </div>
            ))}
          </dl>
          <Button size="sm" variant="default" onClick={() => void newFromSample(sample)}>
            {t('start.sample.open')}
          </Button>
        </section>
      ))}
    </>
  );
}
