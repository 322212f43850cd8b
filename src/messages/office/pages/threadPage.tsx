import type { JSX } from 'preact';
import { hasMailbox } from '../../../accounts/index.ts';
import { pieceTitle } from '../../../pieces/index.ts';
import { deskAddresses, FILE_LOOKS, type FileAtDesk, fileStateOf, filesTexts } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  AsWritten,
  Button,
  Checklist,
  type ChecklistItem,
  ContactCard,
  defineField,
  Form,
  FormField,
  type FormState,
  freeText,
  instantInWords,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Status,
  type StatusName,
  Table,
} from '../../../ui/index.ts';
import { MESSAGE, type Thread } from '../../message.ts';
import { Conversation, type ShownMessage } from '../../pages/conversation.tsx';
import { addresses as messageDesk } from '../addresses.ts';
import { messageOfficeTexts } from '../messagesTexts.ts';

const say = messageOfficeTexts.thread;

/** What an officer writes; `templates`, `pieces`: what may be chosen. */
export function answerForm(templates: readonly Option[], pieces: readonly Option[]) {
  return [
    defineField({
      name: 'modele',
      label: say.template,
      control: 'select',
      options: templates,
      optional: true,
      check: freeText(60),
    }),
    defineField({
      name: 'piece',
      label: say.piece,
      control: 'select',
      options: pieces,
      optional: true,
      check: oneOf(pieces),
    }),
    defineField({
      name: 'message',
      label: say.words,
      hint: say.hint,
      control: 'textarea',
      rows: 8,
      missing: say.missing,
      check: freeText(MESSAGE.characters),
    }),
  ] as const;
}

/** What the buttons of the page do. */
export const THREAD_ACTS = { insert: 'modele', send: 'envoyer', settle: 'classer' } as const;

export type ShownPiece = {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly status: StatusName;
};

export type ThreadView = PageFrame & {
  readonly at: FileAtDesk;
  readonly name: string;
  readonly speciality: string;
  readonly thread: Thread | null;
  /** What waits for an answer, in the order in which it came. */
  readonly asked: readonly ShownMessage[];
  /** All the others, the newest first. */
  readonly messages: readonly ShownMessage[];
  readonly older: number | null;
  readonly isFirst: boolean;
  readonly fields: ReturnType<typeof answerForm>;
  readonly acts: readonly ChecklistItem[];
  readonly pieces: readonly ShownPiece[];
  readonly phone: string | null;
  readonly isUnreached: boolean;
  /** A ready answer was just put into the text: it is read again before it leaves. */
  readonly inserted: boolean;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** A conversation, with the file's head beside it: what was asked, what is answered, and where the file stands. */
export function ThreadPage(view: ThreadView): JSX.Element {
  const { at, state, thread } = view;
  const waits = thread?.waitingSince ?? null;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title(view.name)} faults={state.faults}>
      <p class="back">
        <a href={messageDesk.messages()}>{say.back}</a>
      </p>
      <PageTitle
        kicker={at.enrolment.number ?? ''}
        lead={waits === null ? say.nothing : say.waits(thread?.waiting ?? 0, instantInWords(waits))}
      >
        {view.name}
      </PageTitle>
      {view.inserted && <Alert tone="info">{say.inserted}</Alert>}
      <div class="beside">
        <div>
          {view.asked.length > 0 && (
            <Section title={say.asked}>
              <Conversation messages={view.asked} />
            </Section>
          )}
          <Write view={view} />
          <Exchanges view={view} />
        </div>
        <Head view={view} />
      </div>
    </Page>
  );
}

function Write({ view }: { readonly view: ThreadView }): JSX.Element {
  const { at, thread, fields, csrf } = view;
  const [template, piece, words] = fields;
  const waits = (thread?.waiting ?? 0) > 0;
  const action = messageDesk.thread(at.enrolment.id);
  const version = thread?.version ?? 0;
  return (
    <Section title={waits ? say.write.answer : say.write.first} id="ecrire">
      {view.isUnreached && <Alert tone="warn">{say.unreached}</Alert>}
      <Form
        action={action}
        csrf={csrf}
        version={version}
        idempotencyKey={view.idempotencyKey}
        state={view.state}
        label={waits ? say.write.answer : say.write.first}
      >
        {/* Enter in a field presses the first button of a form: this one does nothing. */}
        <button type="submit" disabled hidden />
        {(piece.options?.length ?? 0) > 0 && <FormField field={piece} />}
        {(template.options?.length ?? 0) > 0 && (
          <>
            <FormField field={template} />
            <Actions>
              <Button kind="secondary" name="acte" value={THREAD_ACTS.insert}>
                {say.insert}
              </Button>
            </Actions>
          </>
        )}
        <FormField field={words} />
        <AsWritten />
        <p class="muted">{say.health}</p>
        <Actions>
          <Button name="acte" value={THREAD_ACTS.send}>
            {say.submit}
          </Button>
        </Actions>
      </Form>
      {waits && (
        <ActionForm action={action} csrf={csrf} version={version} hidden={{ acte: THREAD_ACTS.settle }}>
          <p class="muted">{say.settleHint}</p>
          <Button kind="secondary">{say.settle}</Button>
        </ActionForm>
      )}
    </Section>
  );
}

function Exchanges({ view }: { readonly view: ThreadView }): JSX.Element {
  const { id } = view.at.enrolment;
  return (
    <Section title={say.exchanges} id="echanges">
      {view.messages.length > 0 ? (
        <Conversation messages={view.messages} />
      ) : (
        <p class="muted">{view.asked.length > 0 ? say.noOther : say.none}</p>
      )}
      {(view.older !== null || !view.isFirst) && (
        <nav class="pagination" aria-label={say.exchanges}>
          {!view.isFirst && <a href={`${messageDesk.thread(id)}#echanges`}>{say.newest}</a>}
          {view.older !== null && (
            <a href={`${messageDesk.thread(id, { avant: view.older })}#echanges`} rel="next">
              {say.older}
            </a>
          )}
        </nav>
      )}
    </Section>
  );
}

function Head({ view }: { readonly view: ThreadView }): JSX.Element {
  const { enrolment, candidate } = view.at;
  const state = fileStateOf(enrolment);
  return (
    <aside aria-label={say.head}>
      <Section title={say.head} action={<a href={deskAddresses.file(enrolment.id)}>{say.file}</a>}>
        <p>
          <Status name={FILE_LOOKS[state]} label={filesTexts.states[state]} />
        </p>
        <p>{view.speciality}</p>
        <Checklist items={view.acts} />
        <ContactCard
          contact={{
            service: view.name,
            ...(hasMailbox(candidate) ? { mail: candidate.address } : {}),
            ...(view.phone === null ? {} : { phone: view.phone }),
          }}
        />
      </Section>
      <Section title={say.pieces}>
        <Table
          caption={say.pieces}
          columns={say.pieceColumns}
          rows={view.pieces.map(({ id, code, label, status }) => ({
            key: id,
            cells: [
              <a key="piece" href={deskAddresses.piece(id)}>
                {pieceTitle(code, label)}
              </a>,
              <Status key="status" name={status} />,
            ],
          }))}
        />
      </Section>
    </aside>
  );
}
