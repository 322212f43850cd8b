import type { JSX } from 'preact';
import { BackLink, EmptyState, Page, type PageFrame } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import type { Jury } from '../jury.ts';
import { refusals } from '../refusals.ts';
import { texts } from '../texts.ts';

/** Not of this jury, or gone since. */
export function CandidateGone({ jury, ...frame }: PageFrame & { readonly jury: Jury }): JSX.Element {
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.title}>
      <BackLink href={addresses.candidates(jury.id)}>{jury.name}</BackLink>
      <EmptyState title={refusals.inWords({ code: 'candidate-unknown' })} />
    </Page>
  );
}

/** A closed record has it, an open one has none yet. */
export function RecordGone({ jury, ...frame }: PageFrame & { readonly jury: Jury }): JSX.Element {
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={texts.record.title}>
      <BackLink href={addresses.jury(jury.id)}>{jury.name}</BackLink>
      <EmptyState title={texts.record.none} />
    </Page>
  );
}
