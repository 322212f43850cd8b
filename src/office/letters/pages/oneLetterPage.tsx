import type { JSX } from 'preact';
import type { Where } from '../../../law/index.ts';
import { LetterSections, letterTexts, type Notice, type Standing } from '../../../papers/index.ts';
import {
  Alert,
  BackLink,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { People } from '../../rules/people.ts';
import { lettersTexts } from '../lettersTexts.ts';

const say = lettersTexts.one;

export type OneLetterView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  /** Null: none of this file. */
  readonly letter: { readonly notice: Notice; readonly notification: Standing; readonly body: string } | null;
  readonly where: Where;
  readonly address: readonly string[];
  /** A minor's, for whom nobody is known to answer. */
  readonly noRepresentative: boolean;
  readonly people: People;
  readonly state: FormState;
};

/** One letter to somebody without a mail box: its words, and what an office enters of it. */
export function OneLetterPage(view: OneLetterView): JSX.Element {
  const { letter, enrolmentId, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <BackLink href={addresses.letters()}>{lettersTexts.title}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {letter?.notice.title ?? say.title}
      </PageTitle>
      {letter === null ? (
        <Alert tone="info">{letterTexts.none}</Alert>
      ) : (
        <>
          <LetterSections
            {...view}
            action={addresses.oneLetter(enrolmentId, letter.notice.id)}
            notice={letter.notice}
            notification={letter.notification}
            reversed={false}
          />
          <Section title={say.words}>
            {letter.body.split(/\n+/).map((line) => (
              <p key={line}>
                <TypedWords>{line}</TypedWords>
              </p>
            ))}
          </Section>
        </>
      )}
    </Page>
  );
}
