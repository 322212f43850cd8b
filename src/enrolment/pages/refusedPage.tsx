import type { JSX } from 'preact';
import { Alert, ButtonLink, type Chrome, Page, PageTitle } from '../../ui/index.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { texts } from '../texts.ts';

/** An act that can't be done now: why, what was kept, where to go. */
export function RefusedPage({
  chrome,
  refusal,
  back,
}: {
  readonly chrome: Chrome;
  readonly refusal: Refusal;
  readonly back: string;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={texts.refused.title} faulty>
      <PageTitle>{texts.refused.title}</PageTitle>
      <Alert tone="warn">{refusals.inWords(refusal)}</Alert>
      <p>
        <ButtonLink href={back}>{texts.refused.back}</ButtonLink>
      </p>
    </Page>
  );
}
