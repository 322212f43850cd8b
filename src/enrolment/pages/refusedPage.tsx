import type { JSX } from 'preact';
import { Alert, ButtonLink, type Chrome, Page, PageTitle } from '../../ui/index.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { texts } from '../texts.ts';

/** An act that can't be done now: why, what was kept, where to go. */
export function RefusedPage({
  chrome,
  refusal,
  words = refusals.inWords(refusal),
  back,
  by = 'candidate',
}: {
  readonly chrome: Chrome;
  readonly refusal: Refusal;
  readonly words?: string;
  readonly back: string;
  readonly by?: 'candidate' | 'office';
}): JSX.Element {
  return (
    <Page chrome={chrome} title={texts.refused.title} faulty>
      <PageTitle>{texts.refused.title}</PageTitle>
      <Alert tone="warn">{words}</Alert>
      <p>
        <ButtonLink href={back}>{by === 'office' ? texts.entry.back : texts.refused.back}</ButtonLink>
      </p>
    </Page>
  );
}
