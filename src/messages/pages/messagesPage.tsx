import type { JSX } from 'preact';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import {
  Alert,
  BackLink,
  type Chrome,
  Details,
  defineField,
  type Flash,
  Form,
  FormField,
  type FormState,
  freeText,
  type Option,
  oneOf,
  Page,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { MESSAGE, type Message, type Settlement } from '../message.ts';
import { standingOf } from '../rules/messageState.ts';
import type { AnswerPlace } from '../store.ts';
import { texts } from '../texts.ts';
import { Conversation } from './conversation.tsx';

/** The fields of a message; `pieces`: those that it may be about. */
export function messageForm(pieces: readonly Option[]) {
  return [
    defineField({
      name: 'piece',
      label: texts.piece,
      control: 'select',
      options: pieces,
      optional: true,
      check: oneOf(pieces),
    }),
    defineField({
      name: 'message',
      label: texts.words,
      hint: texts.hint,
      control: 'textarea',
      rows: 6,
      missing: texts.missing,
      check: freeText(MESSAGE.characters),
    }),
  ] as const;
}

export type MessagesView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly enrolmentId: string;
  /** Who reads; and how many working days an answer usually takes, where the office says so. */
  readonly bureau: string;
  readonly usualDays: number | null;
  /** False: only a draft, which the office doesn't see. */
  readonly registered: boolean;
  readonly fields: ReturnType<typeof messageForm>;
  /** The newest first, with what is needed to say what became of them. */
  readonly shown: readonly Message[];
  readonly answers: readonly AnswerPlace[];
  readonly settlements: readonly Settlement[];
  readonly waiting: number;
  /** Others stand before these; `isFirst`: none after. */
  readonly older: boolean;
  readonly isFirst: boolean;
  readonly pieceLabel: (code: string) => string;
  readonly state: FormState;
  readonly flash: Flash | null;
};

/** *Mes messages*: what was written to and by the office; what is to be read comes first, else the place to write. */
export function MessagesPage(view: MessagesView): JSX.Element {
  const { shown, state } = view;
  const unread = shown.some(({ author, readAt }) => author === 'office' && readAt === null);
  const readFirst = state.faults.length === 0 && (unread || !view.isFirst);
  return (
    <Page chrome={view.chrome} title={texts.title} flash={view.flash} faults={state.faults}>
      <BackLink href={enrolmentAddresses.hub(view.enrolmentId)}>{texts.back}</BackLink>
      <PageTitle lead={texts.lead(view.bureau)}>{texts.title}</PageTitle>
      {view.registered ? (
        <>
          {view.waiting > 0 && <Alert tone="info">{texts.waits(view.waiting)}</Alert>}
          {!readFirst && <Write view={view} />}
          <Exchanges view={view} />
          {readFirst && <Write view={view} />}
        </>
      ) : (
        state.faults.length === 0 && <Alert tone="info">{texts.notRegistered}</Alert>
      )}
    </Page>
  );
}

function Write({ view }: { readonly view: MessagesView }): JSX.Element {
  const [piece, words] = view.fields;
  return (
    <Section title={view.shown.length > 0 ? texts.write.again : texts.write.title} id="ecrire">
      <Form
        action={addresses.messages(view.enrolmentId)}
        csrf={view.csrf}
        idempotencyKey={view.idempotencyKey}
        state={view.state}
        label={texts.write.title}
        submit={texts.submit}
      >
        {(piece.options?.length ?? 0) > 0 && <FormField field={piece} />}
        <FormField field={words} />
        <Details summary={texts.healthTitle}>
          <p>{texts.healthText}</p>
          <p>
            <a href={enrolmentAddresses.accommodation(view.enrolmentId)}>{texts.healthLink}</a>
          </p>
        </Details>
        <p class="muted">
          {view.usualDays !== null && `${texts.usual(view.usualDays)} `}
          {texts.told} {texts.urgent}
        </p>
      </Form>
    </Section>
  );
}

function Exchanges({ view }: { readonly view: MessagesView }): JSX.Element {
  const { shown, answers, settlements, enrolmentId } = view;
  return (
    <Section title={texts.exchanges} id="echanges">
      {shown.length === 0 ? (
        <p class="muted">{texts.none}</p>
      ) : (
        <Conversation
          messages={shown.map((message) => ({
            message,
            who: message.author === 'candidate' ? texts.you : texts.office,
            isNew: message.author === 'office' && message.readAt === null,
            about: message.piece === null ? null : texts.about(view.pieceLabel(message.piece)),
            notes: message.author === 'candidate' ? [noteOn(message, answers, settlements)] : [],
          }))}
        />
      )}
      {(view.older || !view.isFirst) && (
        <nav class="pagination" aria-label={texts.exchanges}>
          {!view.isFirst && <a href={`${addresses.messages(enrolmentId)}#echanges`}>{texts.newest}</a>}
          {view.older && (
            <a href={`${addresses.messages(enrolmentId)}?avant=${shown.at(-1)?.place ?? 1}#echanges`} rel="next">
              {texts.older}
            </a>
          )}
        </nav>
      )}
    </Section>
  );
}

function noteOn(message: Message, answers: readonly AnswerPlace[], settlements: readonly Settlement[]): string {
  const say = texts.standings;
  switch (standingOf(message, answers, settlements).is) {
    case 'answered':
      return say.answered;
    case 'settled':
      return say.settled;
    case 'waiting':
      return message.readAt === null ? say.waiting : say.seen(message.readAt);
  }
}
