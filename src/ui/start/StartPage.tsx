import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { newNotebook } from '../store/navigation.ts';
import { Icon } from '../theme/icons.tsx';
import { FileTarget } from './FileTarget.tsx';
import { RecentList } from './RecentList.tsx';
import { LabList, SampleCard } from './Samples.tsx';
import classes from './start.module.css';

const PROMISES = ['private', 'honest', 'share'] as const;

/** What this is, and the three ways to begin: a file, the sample, an empty page. */
export function StartPage() {
  const { t } = useI18n();
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t('start.title')}</h1>
        <p>{t('app.tagline')}</p>
      </header>
      <div className={classes.ways}>
        <FileTarget />
        <SampleCard />
      </div>
      <Button className={classes.blank} variant="subtle" color="gray" leftSection={<Icon name="add" />} onClick={() => void newNotebook()}>
        {t('start.blank')}
      </Button>
      <RecentList />
      <LabList />
      <ul className={classes.promises}>
        {PROMISES.map((promise) => (
          <li key={promise}>
            <h2>{t(`start.promise.${promise}.title`)}</h2>
            <p>{t(`start.promise.${promise}`)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
