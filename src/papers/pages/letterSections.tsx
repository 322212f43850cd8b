import { Fragment, type JSX } from 'preact';
import type { Where } from '../../law/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  Form,
  FormFields,
  type FormState,
  Section,
  Timeline,
  TypedWords,
} from '../../ui/index.ts';
import { letterTexts as say } from '../letterTexts.ts';
import type { Notice, NoticeLetter } from '../notice.ts';
import { noticeTexts, notificationInWords } from '../noticeTexts.ts';
import { type LetterStanding, standingInWords, toSign } from '../rules/letterStanding.ts';
import { toldTexts } from '../toldTexts.ts';
import { calledForm, endForm, plainPostForm, postForm } from './letterForms.ts';

export const LETTER_ACTS = {
  post: 'partie',
  end: 'devenue',
  correctEnd: 'reprendre',
  correctPosting: 'annuler',
  call: 'telephone',
  correctCall: 'rappeler',
} as const;

/** One decision, or one letter, as whoever sends it sees it. */
export type LettersOfDecision = {
  /** Where the forms go. */
  readonly action: string;
  readonly csrf: string;
  readonly notice: Notice;
  readonly notification: LetterStanding;
  /** What its delay depends on. */
  readonly where: Where;
  readonly now: Temporal.Instant;
  /** Was it taken back? */
  readonly reversed: boolean;
  readonly address: readonly string[];
  /** A minor's, for whom nobody is known to answer. */
  readonly noRepresentative: boolean;
  readonly people: (kind: 'staff', id: string) => string;
  readonly state: FormState;
};

/** How the decision is notified, or the letter sent, and what is entered of it. */
export function LetterSections(view: LettersOfDecision): JSX.Element {
  const { notice, notification } = view;
  const last = notice.letters.at(-1);
  return (
    <>
      <Alert tone={notification.state === 'notified' ? 'ok' : 'info'}>
        {view.reversed ? say.reversed : inWords(view)}
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
          <Form action={view.action} csrf={view.csrf} state={view.state} label={say.end.title} submit={say.end.submit}>
            <input type="hidden" name="acte" value={LETTER_ACTS.end} />
            <input type="hidden" name="lettre" value={last.id} />
            <FormFields fields={endForm} />
          </Form>
        </Section>
      )}
      {isToPost(notification) && !view.reversed && (
        <Section title={say.post.title}>
          <p>{say.address}</p>
          <p>
            <AddressLines lines={view.address} />
          </p>
          {view.noRepresentative && <Alert tone="warn">{say.noRepresentative}</Alert>}
          <Form
            action={view.action}
            csrf={view.csrf}
            state={view.state}
            label={say.post.title}
            submit={say.post.submit}
          >
            <input type="hidden" name="acte" value={LETTER_ACTS.post} />
            <FormFields fields={notice.kind === null ? plainPostForm : postForm} />
          </Form>
        </Section>
      )}
      {notice.kind === null && <Telephone view={view} />}
    </>
  );
}

/** One whose matter is over may have left before. */
function isToPost({ state }: LetterStanding): boolean {
  return state === 'to-post' || state === 'over';
}

/** Of a decision, since when its delay runs too. */
function inWords({ notice, notification: found, where, now }: LettersOfDecision): string {
  return notice.kind === null || found.state === 'told' || found.state === 'over'
    ? standingInWords(notice, found)
    : `${notificationInWords(found, where, now)}${toSign(notice, found)}`;
}

const { telephone } = toldTexts;

function Telephone({ view }: { readonly view: LettersOfDecision }): JSX.Element | null {
  const { notification, action, csrf, state } = view;
  if (notification.state === 'told')
    return (
      <ActionForm action={action} csrf={csrf} hidden={{ acte: LETTER_ACTS.correctCall }}>
        <Button kind="secondary">{telephone.back}</Button>
      </ActionForm>
    );
  if (!isToPost(notification)) return null;
  return (
    <Section title={telephone.title}>
      <p>{telephone.text}</p>
      <Form action={action} csrf={csrf} state={state} label={telephone.title}>
        <input type="hidden" name="acte" value={LETTER_ACTS.call} />
        <FormFields fields={calledForm} />
        <Actions>
          <Button kind="secondary">{telephone.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function entryOf(letter: NoticeLetter, people: LettersOfDecision['people']) {
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

function Correct({ view, letter }: { readonly view: LettersOfDecision; readonly letter: NoticeLetter }): JSX.Element {
  const act = letter.outcome === null ? LETTER_ACTS.correctPosting : LETTER_ACTS.correctEnd;
  return (
    <ActionForm action={view.action} csrf={view.csrf} hidden={{ acte: act, lettre: letter.id }}>
      <Button kind="secondary">{letter.outcome === null ? say.correct.posting : say.correct.end}</Button>
    </ActionForm>
  );
}

/** As on the envelope. */
export function AddressLines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  if (lines.length < 2) return <>{say.noAddress}</>;
  return (
    <span>
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          <TypedWords>{line}</TypedWords>
        </Fragment>
      ))}
    </span>
  );
}
