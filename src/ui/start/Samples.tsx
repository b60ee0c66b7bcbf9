import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { newFromSample } from '../store/navigation.ts';
import { samples } from '../store/samples.ts';
import classes from './start.module.css';

/** The sample firm: coherent data whose truth is known. */
export function SampleCard() {
  const { t, pick } = useI18n();
  const sample = samples[0];
  if (!sample) return null;
  return (
    <section className={classes.sample} aria-labelledby="start-sample">
      <p className={classes.kicker}>{t('start.sample')}</p>
      <h2 id="start-sample">{pick(sample.title)}</h2>
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
  );
}

/** The labs: data in which one mechanism is at work and nothing else, for those who learn a method. */
export function LabList() {
  const { t, pick } = useI18n();
  const labs = samples.slice(1);
  if (labs.length === 0) return null;
  return (
    <section className={classes.labs} aria-labelledby="start-labs">
      <h2 id="start-labs">{t('start.labs')}</h2>
      <ul>
        {labs.map((lab) => (
          <li key={lab.id}>
            <button type="button" onClick={() => void newFromSample(lab)}>
              <span className={classes.labTitle}>{pick(lab.title)}</span>
              <span className={classes.labNote}>{pick(lab.description)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
