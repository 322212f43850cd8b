import type { JSX } from 'preact';
import {
  type Notice,
  type NoticeLetter,
  type Notification,
  noticeTexts,
  notificationInWords,
} from '../../../papers/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  FormField,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Timeline,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { People } from '../../rules/people.ts';
import { lettersTexts } from '../lettersTexts.ts';
import { endForm, postForm } from './letterForms.ts';
import { AddressLines } from './lettersPage.tsx';

const say = lettersTexts.file;

export const LETTER_ACTS = {
  post: 'partie',
  end: 'devenue',
  correctEnd: 'reprendre',
  correctPosting: 'annuler',
} as const;

export type LetterView = PageFrame & {
  readonly enrolmentId: string;
  readonly session: string;
  readonly number: string;
  readonly name: string;
  /** The last decision that is notified; null: there is none. */
  readonly notice: Notice | null;
  readonly notification: Notification | null;
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
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faulty={state.faults.length > 0}>
      <ErrorSummary faults={state.faults} />
      <BackLink href={addresses.letters({ session: view.session })}>{lettersTexts.title}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {say.title}
      </PageTitle>
      <p>
        <a href={addresses.closingCase(view.enrolmentId)}>{say.open}</a>
        {notice !== null && (
          <>
            {' · '}
            <a href={addresses.paper(view.enrolmentId, notice.id)}>{`${lettersTexts.paper} ${notice.reference}`}</a>
          </>
        )}
      </p>
      {notice === null || notification === null ? (
        <Alert tone="info">{say.none}</Alert>
      ) : (
        <Standing view={view} notice={notice} notification={notification} />
      )}
      <Details summary={say.lawTitle}>
        {say.law.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Details>
    </Page>
  );
}

type At = { readonly view: LetterView; readonly notice: Notice; readonly notification: Notification };

function Standing({ view, notice, notification }: At): JSX.Element {
  const last = notice.letters.at(-1);
  return (
    <>
      <Alert tone={notification.state === 'notified' ? 'ok' : 'info'}>
        {view.reversed ? say.reversed : notificationInWords(notification)}
      </Alert>
      <Section title={say.letters}>
        {notice.letters.length === 0 ? (
          <p class="muted">{say.noLetter}</p>
        ) : (
          <Timeline entries={notice.letters.map((letter) => entryOf(letter, view.people))} />
        )}
        {last !== undefined && <Correct view={view} letter={last} />}
      </Section>
      {notification.state === 'posted' && last !== undefined && (
        <Section title={say.end.title}>
          <Form
            action={addresses.letter(view.enrolmentId)}
            csrf={view.csrf}
            state={view.state}
            summary={false}
            label={say.end.title}
          >
            <input type="hidden" name="acte" value={LETTER_ACTS.end} />
            <input type="hidden" name="lettre" value={last.id} />
            {endForm.map((field) => (
              <FormField key={field.name} field={field} />
            ))}
            <Actions>
              <Button>{say.end.submit}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {notification.state === 'to-post' && !view.reversed && (
        <Section title={say.post.title}>
          <p>{say.address}</p>
          <p>
            <AddressLines lines={view.address} />
          </p>
          {view.noRepresentative && <Alert tone="warn">{lettersTexts.noRepresentative}</Alert>}
          <Form
            action={addresses.letter(view.enrolmentId)}
            csrf={view.csrf}
            state={view.state}
            summary={false}
            label={say.post.title}
          >
            <input type="hidden" name="acte" value={LETTER_ACTS.post} />
            {postForm.map((field) => (
              <FormField key={field.name} field={field} />
            ))}
            <Actions>
              <Button>{say.post.submit}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}

function entryOf(letter: NoticeLetter, people: People) {
  const { tracking, postedOn, address, outcome, outcomeOn, presentedOn } = letter;
  const end =
    outcome === null || outcomeOn === null ? '' : say.ended(noticeTexts.outcomes[outcome], outcomeOn, presentedOn);
  return {
    key: letter.id,
    at: letter.at,
    actor: people('staff', letter.outcomeBy ?? letter.postedBy),
    text: `${say.posted(tracking, postedOn, address)}${end}`,
  };
}

function Correct({ view, letter }: { readonly view: LetterView; readonly letter: NoticeLetter }): JSX.Element {
  const act = letter.outcome === null ? LETTER_ACTS.correctPosting : LETTER_ACTS.correctEnd;
  return (
    <ActionForm action={addresses.letter(view.enrolmentId)} csrf={view.csrf} hidden={{ acte: act, lettre: letter.id }}>
      <Button kind="secondary">{letter.outcome === null ? say.correct.posting : say.correct.end}</Button>
    </ActionForm>
  );
}
