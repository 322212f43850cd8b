import type { JSX } from 'preact';
import type { Where } from '../../../law/index.ts';
import { LetterSections, letterTexts, type Notice, type Notification } from '../../../papers/index.ts';
import { Alert, BackLink, Details, type FormState, Page, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { lettersTexts } from '../../letters/lettersTexts.ts';
import type { People } from '../../rules/people.ts';

const say = letterTexts;

export type LetterView = PageFrame & {
  readonly enrolmentId: string;
  readonly session: string;
  readonly number: string;
  readonly name: string;
  /** The last decision that is notified; null: there is none. */
  readonly notice: Notice | null;
  readonly notification: Notification | null;
  readonly where: Where;
  /** Was it taken back? */
  readonly reversed: boolean;
  readonly address: readonly string[];
  /** A minor's, for whom nobody is known to answer. */
  readonly noRepresentative: boolean;
  readonly people: People;
  readonly state: FormState;
};

/** How one decision is notified: on line or by which letters, and what an office enters of them. */
export function LetterPage(view: LetterView): JSX.Element {
  const { notice, notification, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <BackLink href={addresses.letters({ session: view.session, nature: 'decisions' })}>{lettersTexts.title}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {say.title}
      </PageTitle>
      <p>
        <a href={addresses.closingCase(view.enrolmentId)}>{say.open}</a>
        {notice !== null && (
          <>
            {' · '}
            <a href={addresses.paper(view.enrolmentId, notice.id)}>{`${say.paper} ${notice.reference}`}</a>
          </>
        )}
      </p>
      {notice === null || notification === null ? (
        <Alert tone="info">{say.none}</Alert>
      ) : (
        <LetterSections
          {...view}
          action={addresses.letter(view.enrolmentId)}
          notice={notice}
          notification={notification}
        />
      )}
      <Details summary={say.lawTitle}>
        {say.law.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Details>
    </Page>
  );
}
