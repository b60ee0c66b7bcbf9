import '../../../src/ui/theme/tokens.css';
import '../../../src/ui/theme/base.css';
import './harness.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { HTML_LANG, type Language } from '../../../src/i18n/language.ts';
import { Checks, NotesView, Progress, Provenance, ResultView } from '../../../src/ui/result/index.ts';
import { sampleCharts } from './sample-charts.ts';
import { sampleMessages } from './sample-messages.ts';
import { checks, fetchPage, provenance, views } from './sample-result.ts';

const query = new URLSearchParams(location.search);
const language: Language = query.get('lang') === 'zh' ? 'zh' : 'en';
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
const currency = language === 'zh' ? 'CNY' : 'GBP';
document.documentElement.lang = HTML_LANG[language];
document.documentElement.setAttribute('data-mantine-color-scheme', scheme);

const markdown = `## Question\n\nWho is *recent*, frequent, valuable?\n\n| term | means |\n|---|---|\n| R | days since the last order |\n\n- [a page](https://example.org)\n- [bad](javascript:alert(1)) <img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>\n`;
const notes = { en: async () => ({ default: markdown }), zh: async () => ({ default: markdown }) };
const order = ['headline', 'tiles', 'bars', 'lines', 'small', 'scores', 'broken', 'prose'];

function Harness() {
  const [stage, setStage] = useState(query.get('stage') ?? 'done');
  const [mended, setMended] = useState('');
  const pending = stage !== 'done';
  const shown = stage === 'first' ? [] : stage === 'some' ? views.slice(0, 2) : stage === 'again' ? views.slice(0, 1) : views;
  const shared = { messages: sampleMessages, language, currency };
  return (
    <main>
      {pending && <Progress done={0.42} note={sampleMessages[language].working} language={language} onCancel={() => setStage('done')} />}
      <ResultView
        {...shared}
        views={shown}
        previous={stage === 'again' ? views : []}
        order={order}
        pending={pending}
        stale={query.has('stale')}
        charts={sampleCharts}
        scheme={scheme}
        alias="rfm"
        runKey="0"
        onPage={fetchPage}
        onCsv={async () => new Blob(['whole,table\r\n'])}
      />
      <Checks {...shared} checks={checks} onMend={(mend) => setMended(JSON.stringify(mend))} />
      <output>{mended}</output>
      <Provenance provenance={provenance} messages={sampleMessages} language={language} />
      <NotesView notes={notes} language={language} />
    </main>
  );
}

createRoot(document.body.appendChild(document.createElement('div'))).render(<Harness />);
