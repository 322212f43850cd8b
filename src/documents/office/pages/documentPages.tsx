import type { JSX } from 'preact';
import type { People } from '../../../scope/index.ts';
import { deskAddresses, type Named, nameCells, WhyNot } from '../../../scope/index.ts';
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
import type { PublicationPreview } from '../../actions/orderDocument.ts';
import type { Publication } from '../../document.ts';
import type { PublicationRecipient, SummedPublication } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { publicationOfficeTexts as say } from '../documentsTexts.ts';

export const PUBLICATION_ACTS = { publish: 'publier', abandon: 'abandonner' } as const;

/** Who gets it, and who doesn't and why, before it leaves. */
export function PublicationPreviewPage(
  view: PageFrame & {
    readonly publication: Publication;
    readonly preview: PublicationPreview;
    readonly named: Named;
    /** Not read by the antivirus yet. */
    readonly waits: boolean;
    readonly fault: string | null;
  },
): JSX.Element {
  const { publication, preview, named, waits, fault } = view;
  const { will, wont } = preview;
  const infected = publication.scan === 'infected';
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.previewTitle} faults={wholeFault(fault)}>
      <BackLink href={deskAddresses.files()}>{say.back}</BackLink>
      <PageTitle lead={say.will(will.length)}>{say.previewTitle}</PageTitle>
      <What publication={publication} look={!waits && !infected} />
      {infected && <Alert tone="danger">{say.infected(publication.finding ?? '')}</Alert>}
      {waits && !infected && (
        <Alert tone="info">
          <p>{say.scanning}</p>
          <p>
            <ButtonLink kind="secondary" href={documentDesk.publication(publication.id)}>
              {say.refresh}
            </ButtonLink>
          </p>
        </Alert>
      )}
      <Form action={documentDesk.publication(publication.id)} csrf={view.csrf} label={say.previewTitle}>
        {will.length > 0 && !infected && <p class="muted">{say.mailed}</p>}
        <Actions>
          {will.length > 0 && !infected && (
            <Button name="acte" value={PUBLICATION_ACTS.publish}>
              {say.submit(will.length)}
            </Button>
          )}
          <Button kind="secondary" name="acte" value={PUBLICATION_ACTS.abandon}>
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
export function SentPublicationPage(
  view: PageFrame & {
    readonly publication: Publication;
    readonly recipients: readonly PublicationRecipient[];
    readonly named: Named;
    readonly people: People;
  },
): JSX.Element {
  const { publication, recipients, named, people } = view;
  const { id, withdrawnAt, withdrawnBy, reason, orderedAt, draftedAt } = publication;
  const given = recipients.filter(({ state }) => state === 'given');
  const planned = recipients.filter(({ state }) => state === 'planned');
  const opened = given.filter(({ openedAt }) => openedAt !== null);
  const wasnt = recipients.flatMap(({ enrolmentId, state }) =>
    state === 'given' || state === 'planned' ? [] : [{ id: enrolmentId, why: state }],
  );
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={publication.title}>
      <BackLink href={documentDesk.publications()}>{say.list}</BackLink>
      <PageTitle lead={say.by(people('staff', publication.officerId), orderedAt ?? draftedAt)}>
        {publication.title}
      </PageTitle>
      {withdrawnAt !== null && (
        <Alert tone="warn">{say.withdrawn(people('staff', withdrawnBy), withdrawnAt, reason ?? '')}</Alert>
      )}
      <Alert tone={planned.length > 0 && withdrawnAt === null ? 'info' : 'ok'}>
        <p>{say.progress(given.length, opened.length, withdrawnAt === null ? planned.length : 0)}</p>
        {planned.length > 0 && withdrawnAt === null && (
          <p>
            <ButtonLink kind="secondary" href={documentDesk.publication(id)}>
              {say.refresh}
            </ButtonLink>
          </p>
        )}
      </Alert>
      <What publication={publication} look />
      {withdrawnAt === null && (
        <p>
          <DangerLink href={documentDesk.publicationWithdrawal(id)}>{say.withdraw}</DangerLink>
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
export function PublicationsPage(
  view: PageFrame & { readonly publications: readonly SummedPublication[]; readonly people: People },
): JSX.Element {
  const { publications, people } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.list}>
      <PageTitle lead={say.howTo}>{say.list}</PageTitle>
      {publications.length === 0 ? (
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
          rows={publications.map((one) => ({
            key: one.id,
            cells: [
              exactInstant(one.orderedAt ?? one.draftedAt),
              <>
                <a key="title" href={documentDesk.publication(one.id)}>
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

function What({ publication, look }: { readonly publication: Publication; readonly look: boolean }): JSX.Element {
  const { id, title, todo, dueOn } = publication;
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
          <a href={documentDesk.publicationFile(id)}>{say.look}</a>
        </p>
      )}
    </Section>
  );
}
