import type { JSX } from 'preact';
import { deskAddresses, type FindNamed, nameCells, type People, WhyNot } from '../../../scope/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  DangerLink,
  EmptyState,
  exactInstant,
  Form,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Status,
  shortInstant,
  Table,
  TypedWords,
  wholeFault,
  wholeNumber,
} from '../../../ui/index.ts';
import type { DocumentPreview } from '../../actions/orderDocument.ts';
import type { OfficeDocument } from '../../document.ts';
import type { Recipient, SummedDocument } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { documentOfficeTexts as say } from '../documentsTexts.ts';

export const DOCUMENT_ACTS = { publish: 'publier', abandon: 'abandonner' } as const;

/** Who gets it, and who doesn't and why, before it leaves. */
export function DocumentPreviewPage(
  view: PageFrame & {
    readonly document: OfficeDocument;
    readonly preview: DocumentPreview;
    readonly named: FindNamed;
    /** Not read by the antivirus yet. */
    readonly waits: boolean;
    readonly fault: string | null;
  },
): JSX.Element {
  const { document, preview, named, waits, fault } = view;
  const { will, wont } = preview;
  const infected = document.scan === 'infected';
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.previewTitle} faults={wholeFault(fault)}>
      <BackLink href={deskAddresses.files()}>{say.back}</BackLink>
      <PageTitle lead={say.will(will.length)}>{say.previewTitle}</PageTitle>
      <What document={document} look={!waits && !infected} />
      {infected && <Alert tone="danger">{say.infected(document.finding ?? '')}</Alert>}
      {waits && !infected && (
        <Alert tone="info">
          <p>{say.scanning}</p>
          <p>
            <ButtonLink kind="secondary" href={documentDesk.document(document.id)}>
              {say.refresh}
            </ButtonLink>
          </p>
        </Alert>
      )}
      <Form action={documentDesk.document(document.id)} csrf={view.csrf} label={say.previewTitle}>
        {will.length > 0 && !infected && <p class="muted">{say.mailed}</p>}
        <Actions>
          {will.length > 0 && !infected && (
            <Button name="acte" value={DOCUMENT_ACTS.publish}>
              {say.submit(will.length)}
            </Button>
          )}
          <Button kind="secondary" name="acte" value={DOCUMENT_ACTS.abandon}>
            {say.abandon}
          </Button>
        </Actions>
      </Form>
      {wont.length > 0 && (
        <Section title={say.wont}>
          <WhyNot rows={wont.map(({ id, why }) => ({ id, said: say.why[why] }))} named={named} caption={say.wont} />
        </Section>
      )}
      {will.length > 0 && (
        <Section title={say.recipients}>
          <Table
            caption={say.recipients}
            columns={say.columns}
            rows={will.map((id) => ({ key: id, cells: nameCells(named(id)) }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** What became of it: how far it is, who opened it when, who didn't get it and why. */
export function SentDocumentPage(
  view: PageFrame & {
    readonly document: OfficeDocument;
    readonly recipients: readonly Recipient[];
    readonly named: FindNamed;
    readonly people: People;
  },
): JSX.Element {
  const { document, recipients, named, people } = view;
  const { id, withdrawnAt, withdrawnBy, reason, orderedAt, draftedAt } = document;
  const given = recipients.filter(({ state }) => state === 'given');
  const planned = recipients.filter(({ state }) => state === 'planned');
  const opened = given.filter(({ openedAt }) => openedAt !== null);
  const wasnt = recipients.flatMap(({ enrolmentId, state }) =>
    state === 'given' || state === 'planned' ? [] : [{ id: enrolmentId, why: state }],
  );
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={document.title}>
      <BackLink href={documentDesk.documents()}>{say.list}</BackLink>
      <PageTitle lead={say.by(people('staff', document.officerId), orderedAt ?? draftedAt)}>{document.title}</PageTitle>
      {withdrawnAt !== null && (
        <Alert tone="warn">{say.withdrawn(people('staff', withdrawnBy), withdrawnAt, reason ?? '')}</Alert>
      )}
      <Alert tone={planned.length > 0 && withdrawnAt === null ? 'info' : 'ok'}>
        <p>{say.progress(given.length, opened.length, withdrawnAt === null ? planned.length : 0)}</p>
        {planned.length > 0 && withdrawnAt === null && (
          <p>
            <ButtonLink kind="secondary" href={documentDesk.document(id)}>
              {say.refresh}
            </ButtonLink>
          </p>
        )}
      </Alert>
      <What document={document} look />
      {withdrawnAt === null && (
        <p>
          <DangerLink href={documentDesk.documentWithdrawal(id)}>{say.withdraw}</DangerLink>
        </p>
      )}
      {wasnt.length > 0 && (
        <Section title={say.wasnt}>
          <WhyNot rows={wasnt.map(({ id, why }) => ({ id, said: say.why[why] }))} named={named} caption={say.wasnt} />
        </Section>
      )}
      {given.length + planned.length > 0 && (
        <Section title={say.recipients}>
          <Table
            caption={say.recipients}
            columns={[...say.columns, say.openedColumn]}
            rows={[...given, ...planned].map(({ enrolmentId, state, openedAt }) => ({
              key: enrolmentId,
              cells: [
                ...nameCells(named(enrolmentId)),
                state === 'planned' ? say.notGiven : openedAt === null ? say.notOpened : shortInstant(openedAt),
              ],
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** The last documents that were published. */
export function OfficeDocumentsPage(
  view: PageFrame & { readonly documents: readonly SummedDocument[]; readonly people: People },
): JSX.Element {
  const { documents, people } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.list}>
      <PageTitle lead={say.howTo}>{say.list}</PageTitle>
      {documents.length === 0 ? (
        <EmptyState
          title={say.none}
          action={
            <ButtonLink kind="secondary" href={deskAddresses.files()}>
              {say.toFiles}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={say.list}
          columns={say.listColumns.map((label, index) => ({ label, figures: index > 2 }))}
          rows={documents.map((one) => ({
            key: one.id,
            cells: [
              exactInstant(one.orderedAt ?? one.draftedAt),
              <>
                <a key="title" href={documentDesk.document(one.id)}>
                  {one.title}
                </a>{' '}
                {one.withdrawnAt !== null && <Status name="replaced" label={say.withdrawnShort} />}
              </>,
              people('staff', one.officerId),
              wholeNumber(one.people),
              wholeNumber(one.given),
              wholeNumber(one.opened),
            ],
          }))}
        />
      )}
    </Page>
  );
}

function What({ document, look }: { readonly document: OfficeDocument; readonly look: boolean }): JSX.Element {
  const { id, title, todo, dueOn } = document;
  return (
    <Section title={say.document}>
      <p>
        <strong>
          <TypedWords>{title}</TypedWords>
        </strong>
      </p>
      <p class="typed">{say.what(todo, dueOn)}</p>
      {look && (
        <p>
          <a href={documentDesk.documentFile(id)}>{say.look}</a>
        </p>
      )}
    </Section>
  );
}
