import type { JSX } from 'preact';
import { type Chrome, Page, PageTitle, renderPage } from '../../ui/index.ts';
import { beginningTexts as say } from '../beginningTexts.ts';
import type { Filled } from '../rules/beginning.ts';
import { STAGES } from '../rules/beginning.ts';

/** Nothing leads anywhere yet. */
const CHROME: Chrome = {
  exam: say.exam,
  home: '/',
  navigation: [],
  signOut: null,
  strip: null,
  demonstration: true,
  officer: null,
  help: [],
  legal: [],
  scheme: 'system',
  csrf: null,
  address: '/',
};

/** While the demonstration's first office is made: how far it is, and what will be there. */
export function beginningPage({ stage, share }: Filled): string {
  return renderPage(<BeginningPage stage={stage} share={share} />);
}

function BeginningPage({ stage, share }: Filled): JSX.Element {
  const at = STAGES.findIndex(({ code }) => code === stage);
  return (
    <Page chrome={CHROME} title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <p>
        <progress class="wide" max={1} value={share} aria-label={say.progress}>
          {say.percent(share)}
        </progress>{' '}
        {say.percent(share)}
      </p>
      <ol class="timeline">
        {STAGES.map(({ code }, index) => (
          <li key={code} aria-current={index === at ? 'step' : undefined}>
            {index === at ? <strong>{say.stages[code]}</strong> : say.stages[code]}
            {index < at && <span class="muted"> {say.done}</span>}
          </li>
        ))}
      </ol>
      <p>{say.again}</p>
      <p class="muted">{say.invented}</p>
    </Page>
  );
}
