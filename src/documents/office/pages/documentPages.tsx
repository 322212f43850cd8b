import type { JSX } from 'preact';
import { LotFrame, type Named, Progress } from '../../../lots/index.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import {
  Actions,
  Alert,
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
import type { previewDocument } from '../../actions/orderDocument.ts';
import type { OfficeDocument } from '../../document.ts';
import type { Recipient, SummedDocument } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { documentOfficeTexts as say } from '../documentsTexts.ts';

export const DOCUMENT_ACTS = { publish: 'publier', abandon: 'abandonner' } as const;

/** Who gets it, and who doesn't and why, before it leaves. */
export function DocumentPreviewPage(
  view: PageFrame & {
    readonly document: OfficeDocument;
    readonly preview: Awaited<ReturnType<typeof previewDocument>>;
    readonly named: Named;
    /** Not read by the antivirus yet. */
    readonly waits: boolean;
    readonly fault: string | null;
  },
): JSX.Element {
  const { document, preview, waits } = view;
  const { will, wont } = preview;
  const infected = document.scan === 'infected';
  const here = documentDesk.document(document.id);
  return (
    <LotFrame
      {...view}
      faults={wholeFault(view.fault)}
      title={say.previewTitle}
      lead={say.will(will.length)}
      will={will}
      wontTitle={say.wont}
      wont={wont.map(({ id, why }) => ({ id, said: say.why[why] }))}
    >
      <What document={document} look={!waits && !infected} />
      {infected && <Alert tone="danger">{say.infected(document.finding ?? '')}</Alert>}
      {waits && !infected && <Progress words={say.scanning} goesOn href={here} />}
      <Form action={here} csrf={view.csrf} label={say.previewTitle}>
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
    </LotFrame>
  );
}

/** What became of it: how far it is, who opened it when, who didn't get it and why. */
export function SentDocumentPage(
  view: PageFrame & {
    readonly document: OfficeDocument;
    readonly recipients: readonly Recipient[];
    readonly named: Named;
    readonly people: People;
  },
): JSX.Element {
  const { document, recipients, people } = view;
  const { id, withdrawnAt, withdrawnBy, reason, orderedAt, draftedAt } = document;
  const given = recipients.filter(({ state }) => state === 'given');
  const planned = recipients.filter(({ state }) => state === 'planned');
  const opened = given.filter(({ openedAt }) => openedAt !== null);
  const wasnt = recipients.flatMap(({ enrolmentId, state }) =>
    state === 'given' || state === 'planned' ? [] : [{ id: enrolmentId, said: say.why[state] }],
  );
  const ahead = withdrawnAt === null ? planned.length : 0;
  return (
    <LotFrame
      {...view}
      title={document.title}
      lead={say.by(people('staff', document.officerId), orderedAt ?? draftedAt)}
      back={{ href: documentDesk.documents(), words: say.list }}
      wontTitle={say.wasnt}
      wont={wasnt}
      more={[say.openedColumn]}
      will={[...given, ...planned].map(({ enrolmentId, state, openedAt }) => ({
        id: enrolmentId,
        cells: [state === 'planned' ? say.notGiven : openedAt === null ? say.notOpened : shortInstant(openedAt)],
      }))}
    >
      {withdrawnAt !== null && (
        <Alert tone="warn">{say.withdrawn(people('staff', withdrawnBy), withdrawnAt, reason ?? '')}</Alert>
      )}
      <Progress
        words={say.progress(given.length, opened.length, ahead)}
        goesOn={ahead > 0}
        href={documentDesk.document(id)}
      />
      <What document={document} look />
      {withdrawnAt === null && (
        <p>
          <DangerLink href={documentDesk.documentWithdrawal(id)}>{say.withdraw}</DangerLink>
        </p>
      )}
    </LotFrame>
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
