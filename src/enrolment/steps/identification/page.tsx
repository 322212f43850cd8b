import type { JSX } from 'preact';
import { type Contact, SummaryList, type Typed } from '../../../ui/index.ts';
import { type Dossier, isMinor } from '../../dossier.ts';
import { OutsideAcademy } from '../../pages/notMet.tsx';
import { StepPage } from '../../pages/stepPage.tsx';
import { QuestionBlock } from '../questionBlock.tsx';
import type { StepRequest } from '../step.ts';
import { identificationQuestions, isOutside } from './questions.ts';
import { texts as say } from './texts.ts';

/** Step 1: the account's civil status, to be read; address, phones and situation, to be filled. */
export function IdentificationPage({ view, dossier, civilStatus }: StepRequest): JSX.Element {
  const asked = identificationQuestions(dossier);
  const before = (
    <section class="section">
      <h2>{say.civilStatus}</h2>
      <p class="muted">
        {say.civilStatusNote}{' '}
        {dossier.typedBy === 'office' ? (
          say.civilStatusTyped
        ) : view.enrolment.number === null ? (
          <a href="/compte">{say.correct}</a>
        ) : (
          say.civilStatusLocked
        )}
      </p>
      <SummaryList rows={civilStatus()} />
    </section>
  );
  return (
    <StepPage view={view} before={before}>
      <QuestionBlock of={asked.address} />
      <QuestionBlock of={asked.phones} />
      <QuestionBlock of={asked.person} />
      {isMinor(dossier) && <QuestionBlock of={asked.guardian} />}
    </StepPage>
  );
}

/** Whom to ask about an address elsewhere. */
export function Outside(dossier: Dossier, typed: Typed, contacts: readonly Contact[]): JSX.Element | null {
  return isOutside(dossier, typed) ? <OutsideAcademy contacts={contacts} /> : null;
}
