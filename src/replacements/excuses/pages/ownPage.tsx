import type { JSX } from 'preact';
import { examAddresses } from '../../../exam/index.ts';
import { keptFileTexts, waitsToBeRead, whyUnreadable } from '../../../keptFiles/index.ts';
import { messageAddresses } from '../../../messages/index.ts';
import { fileField } from '../../../pieces/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  Details,
  EmptyState,
  emptyForm,
  FileInput,
  Form,
  FormFields,
  type FormState,
  fileSize,
  Page,
  type PageFrame,
  PageTitle,
  type Row,
  RowList,
  Section,
  Status,
  type StatusName,
  TypedWords,
  withoutFields,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { Excuse, ExcuseProof, ExcuseState } from '../excuse.ts';
import type { UnitAnswer } from '../rules/excuseAnswers.ts';
import { excuseTexts as say } from '../texts.ts';
import type { excuseFields } from './fields.ts';

const LOOKS: Readonly<Record<ExcuseState, StatusName>> = {
  sent: 'deposited',
  reading: 'received',
  read: 'received',
  withdrawn: 'irrelevant',
};

export type OwnExcuse = {
  readonly excuse: Excuse;
  readonly proofs: readonly ExcuseProof[];
  /** Those that could not be read, and after which no other came. */
  readonly unreadable: readonly ExcuseProof[];
  readonly units: readonly { readonly title: string; readonly answer: UnitAnswer }[];
  /** Does something of it wait for an answer, of an enrolment that runs? */
  readonly open: boolean;
  readonly running: boolean;
};

export type OwnView = PageFrame & {
  readonly enrolmentId: string;
  readonly keys: { readonly excuse: string; readonly proof: string };
  /** Null: none has begun, or the enrolment ended. */
  readonly fields: ReturnType<typeof excuseFields> | null;
  readonly excuses: readonly OwnExcuse[];
  readonly state: FormState;
  /** Of which excuse a document was refused. */
  readonly refused: { readonly id: string; readonly state: FormState } | null;
};

/** *Je n'ai pas pu venir*: what was sent, where it stands, and the form that sends another. */
export function OwnPage(view: OwnView): JSX.Element {
  const { chrome, flash, enrolmentId, fields, excuses, state, refused } = view;
  return (
    <Page
      chrome={chrome}
      flash={flash}
      title={say.title}
      faults={refused?.state.faults ?? (fields === null ? withoutFields(state.faults) : state.faults)}
      form={refused === null ? null : proofForm(refused.id)}
    >
      <BackLink href={examAddresses.summons(enrolmentId)}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <p>{say.who}</p>
      {excuses.length > 0 && (
        <Section title={say.sent}>
          {excuses.map((one) => (
            <Sent key={one.excuse.id} one={one} view={view} />
          ))}
        </Section>
      )}
      {fields === null ? (
        excuses.length === 0 && <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Section title={excuses.some(({ open }) => open) ? say.again : say.form} id="envoi">
          <p>{say.delay}</p>
          <Form
            action={addresses.own(enrolmentId)}
            csrf={view.csrf}
            idempotencyKey={view.keys.excuse}
            state={state}
            label={say.form}
            submit={say.submit}
          >
            <FormFields fields={fields} />
          </Form>
          <p class="muted">{say.kept}</p>
        </Section>
      )}
    </Page>
  );
}

function Sent({ one, view }: { readonly one: OwnExcuse; readonly view: OwnView }): JSX.Element {
  const { excuse, proofs, unreadable, units, open, running } = one;
  const { enrolmentId, refused, csrf } = view;
  const { id, words, state, sentAt } = excuse;
  const mayGiveAgain = running && state !== 'withdrawn' && unreadable.length > 0;
  const waits = open && units.some(({ answer }) => answer === 'waiting');
  return (
    <section id={id} class="section" aria-labelledby={`envoi-${id}`}>
      <h3 id={`envoi-${id}`}>
        {say.of(sentAt)} {(waits || state === 'withdrawn') && <Status name={LOOKS[state]} label={say.states[state]} />}
      </h3>
      <ul>
        {units.map(({ title, answer }) => (
          <li key={title}>
            {title}
            {state !== 'withdrawn' && say.answer(say.answers[answer])}
          </li>
        ))}
      </ul>
      {units.some(({ answer }) => answer !== 'waiting') && (
        <p>
          {state !== 'withdrawn' && units.some(({ answer }) => answer === 'marked') && `${say.marked} `}
          <a href={messageAddresses.messages(enrolmentId)}>{say.messages}</a>
        </p>
      )}
      {words === '' ? (
        <p class="muted">{say.erased}</p>
      ) : (
        <p>
          <TypedWords>{words}</TypedWords>
        </p>
      )}
      {state !== 'withdrawn' &&
        unreadable.map(({ id: proof, name, receipt, refusal }) => (
          <Alert key={proof} tone="warn" title={keptFileTexts.unreadable(name, receipt)}>
            {refusal !== null && <p>{whyUnreadable(refusal, running)}</p>}
            {running && <p>{say.giveAnother}</p>}
          </Alert>
        ))}
      {state !== 'withdrawn' &&
        (proofs.length === 0 ? (
          <p class="muted">{say.noDocument}</p>
        ) : (
          <RowList rows={proofs.map((proof) => rowOf(enrolmentId, proof))} />
        ))}
      {state !== 'withdrawn' && waitsToBeRead(proofs) && (
        <p>
          <ButtonLink kind="secondary" href={addresses.own(enrolmentId)}>
            {keptFileTexts.reading.go}
          </ButtonLink>
        </p>
      )}
      {(waits || mayGiveAgain) && (
        <Form
          action={`${addresses.proofs(enrolmentId, id)}`}
          multipart
          csrf={csrf}
          idempotencyKey={view.keys.proof}
          state={refused?.id === id ? refused.state : emptyForm}
          prefix={proofForm(id)}
          label={say.add}
          submit={say.add}
          kind="secondary"
        >
          <FileInput field={{ ...fileField, label: say.file }} />
          <p class="muted">{say.budget}</p>
        </Form>
      )}
      {open && (
        <div class="section">
          <Details summary={say.withdraw}>
            <p>{say.withdrawText}</p>
            <Form
              action={addresses.withdrawal(enrolmentId, id)}
              csrf={csrf}
              label={say.withdraw}
              submit={say.withdrawSubmit}
              kind="secondary"
            />
          </Details>
        </div>
      )}
    </section>
  );
}

const proofForm = (excuseId: string): string => `justificatif-${excuseId}`;

function rowOf(enrolmentId: string, { id, excuseId, name, size, finishedAt, receipt, kept }: ExcuseProof): Row {
  const waits = kept.unread === true;
  const shut = kept.erasedAt !== null ? [say.fileErased] : kept.scan === 'infected' ? [say.infected] : [];
  return {
    key: `justificatif-${id}`,
    title: name,
    ...(shut.length === 0 && !waits ? { href: addresses.proof(enrolmentId, excuseId, id) } : {}),
    lines: [(waits ? say.waiting : say.receipt)(receipt, fileSize(size), finishedAt), ...shut],
  };
}
