import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { LetterSections, letterTexts } from '../../papers/index.ts';
import { Alert, BackLink, Details, type FormState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { ListedRequest } from '../request.ts';

export type LetterView = PageFrame & {
  readonly file: ListedRequest;
  /** Null: nothing is to be notified. */
  readonly letters: Omit<Parameters<typeof LetterSections>[0], 'action' | 'csrf' | 'state'> | null;
  readonly state: FormState;
};

/** How a decision of this service is notified, and what is entered of its letters. */
export function LetterPage({ file, letters, state, ...view }: LetterView): JSX.Element {
  const { title, none, law, lawTitle, paper } = letterTexts;
  const back = addresses.file(file.enrolmentId);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title} faults={state.faults}>
      <BackLink href={back}>{personName(file)}</BackLink>
      <PageTitle kicker={file.number} lead={personName(file)}>
        {title}
      </PageTitle>
      {letters === null ? (
        <Alert tone="info">{none}</Alert>
      ) : (
        <>
          <p>
            <a href={addresses.notification(file.enrolmentId, letters.notice.id)} download>
              {paper}
            </a>
          </p>
          <LetterSections {...letters} action={addresses.letter(file.enrolmentId)} csrf={view.csrf} state={state} />
        </>
      )}
      <Details summary={lawTitle}>
        {law.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Details>
    </Page>
  );
}
