import type { JSX } from 'preact';
import type { Where } from '../../law/index.ts';
import { LetterSections, type LetterStanding, letterTexts, type Notice } from '../../papers/index.ts';
import { deskAddresses, type People } from '../../scope/index.ts';
import {
  Alert,
  BackLink,
  Details,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  TypedWords,
} from '../../ui/index.ts';
import { lettersTexts } from '../texts.ts';
import type { Tray } from '../trays.ts';

const say = lettersTexts.one;

export type OneLetterView = PageFrame & {
  readonly tray: Pick<Tray, 'words' | 'at'>;
  readonly enrolmentId: string;
  readonly session: string;
  readonly number: string;
  readonly name: string;
  /** Null: none of this file. */
  readonly letter: { readonly notice: Notice; readonly notification: LetterStanding; readonly body: string } | null;
  /** Where its forms go. */
  readonly action: string;
  readonly where: Where;
  readonly now: Temporal.Instant;
  /** Was the decision taken back? */
  readonly reversed: boolean;
  readonly address: readonly string[];
  /** A minor's, for whom nobody is known to answer. */
  readonly noRepresentative: boolean;
  readonly people: People;
  readonly state: FormState;
};

/** One decision that is notified, or one letter to somebody without a mail box: its words, and what is entered of it. */
export function OneLetterPage(view: OneLetterView): JSX.Element {
  const { letter, enrolmentId, session, state, tray } = view;
  const isDecision = letter === null || letter.notice.kind !== null;
  const title = isDecision ? letterTexts.title : say.title;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title} faults={state.faults}>
      <BackLink href={tray.at.list(isDecision ? { session, nature: 'decisions' } : {})}>{tray.words.title}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {isDecision ? title : letter.notice.title}
      </PageTitle>
      {isDecision && (
        <p>
          <a href={deskAddresses.closingCase(enrolmentId)}>{letterTexts.open}</a>
          {letter !== null && (
            <>
              {' · '}
              <a href={tray.at.paper(enrolmentId, letter.notice.id)}>
                {`${letterTexts.paper} ${letter.notice.reference}`}
              </a>
            </>
          )}
        </p>
      )}
      {letter === null ? (
        <Alert tone="info">{letterTexts.none}</Alert>
      ) : (
        <LetterSections {...view} notice={letter.notice} notification={letter.notification} />
      )}
      {isDecision ? (
        <Details summary={letterTexts.lawTitle}>
          {letterTexts.law.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Details>
      ) : (
        <Section title={say.words}>
          {letter.body.split(/\n+/).map((line) => (
            <p key={line}>
              <TypedWords>{line}</TypedWords>
            </p>
          ))}
        </Section>
      )}
    </Page>
  );
}
