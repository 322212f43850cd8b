import type { JSX } from 'preact';
import * as z from 'zod';
import type { PackFault, Publication } from '../../catalogue/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  defineField,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  NBSP,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Status,
  shortInstant,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { DraftLine } from '../store/drafts.ts';
import { texts as exchange } from '../texts/exchange.ts';
import { texts as extensions } from '../texts/extensions.ts';
import { texts as frame } from '../texts.ts';
import { DraftStatus } from './draftFrame.tsx';

const say = frame.home;

export const startFields = [
  defineField({
    name: 'title',
    label: say.startTitle,
    example: say.startExample,
    control: 'text',
    width: 40,
    missing: say.startMissing,
    check: z.string().max(80, { error: say.startTooLong }),
  }),
] as const;

export type HomeView = PageFrame & {
  readonly drafts: readonly DraftLine[];
  /** The last ones, the one in force first. */
  readonly publications: readonly Publication[];
  /** Drafts of the publications, by their number. */
  readonly titles: ReadonlyMap<number, string>;
  readonly delivered: boolean;
  readonly refused: readonly PackFault[];
  /** What their academy hasn't said yet and the law has printed. */
  readonly unsaid: readonly string[];
  readonly nameOf: (account: string) => string;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** The rules in force, and those being written. */
export function HomePage({
  drafts,
  publications,
  titles,
  delivered,
  refused,
  unsaid,
  nameOf,
  state,
  idempotencyKey,
  chrome,
  csrf,
  flash,
}: HomeView): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} layout="wide" sheets={['rules']} title={say.title} faults={state.faults}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {refused.length > 0 && (
        <Alert tone="danger" title={exchange.refused}>
          <ul>
            {refused.map((fault) => (
              <li key={`${fault.file} ${fault.line} ${fault.message}`}>
                {frame.draft.place(fault.file, fault.line)}
                {NBSP}: {fault.message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {delivered && (
        <Alert tone="info" title={exchange.delivered}>
          <p>{exchange.deliveredText}</p>
          <ActionForm action={`${addresses.home()}/livraison`} csrf={csrf} idempotencyKey={idempotencyKey}>
            <Button kind="secondary">{exchange.takeDelivered}</Button>
          </ActionForm>
        </Alert>
      )}
      {unsaid.length > 0 && (
        <Alert tone="warn" title={say.unsaid}>
          <p>{say.unsaidText(unsaid.join(', '))}</p>
        </Alert>
      )}
      <Section title={say.drafts}>
        {drafts.length === 0 ? (
          <EmptyState title={say.noDrafts}>{say.noDraftsText}</EmptyState>
        ) : (
          <Table
            caption={say.drafts}
            columns={Object.values(say.draftColumns)}
            rows={drafts.map((draft) => ({
              key: draft.id,
              cells: [
                <a key="title" href={addresses.draft(draft.id)}>
                  {draft.title}
                </a>,
                <DraftStatus key="state" state={draft.state} />,
                String(draft.changed),
                draft.authors.map(nameOf).join(', '),
                shortInstant(draft.changedAt),
              ],
            }))}
          />
        )}
      </Section>
      <p>
        <a href={addresses.extensions()}>{extensions.link}</a>
      </p>
      <Section title={say.start}>
        <p>{say.startHint}</p>
        <Form action={addresses.home()} csrf={csrf} idempotencyKey={idempotencyKey} state={state}>
          <FormFields fields={startFields} />
          <Actions>
            <Button>{say.startSubmit}</Button>
            <Button kind="secondary" name="puis" value="importer">
              {say.startByImport}
            </Button>
          </Actions>
        </Form>
      </Section>
      <Section title={say.inForce}>
        <Table
          caption={say.inForce}
          columns={Object.values(say.publicationColumns)}
          rows={publications.map(({ id, origin, publishedAt }, index) => ({
            key: String(id),
            cells: [
              <a key="id" href={addresses.publication(id)}>
                {say.publication(id)}
              </a>,
              titles.get(id) ?? say.origins[origin],
              shortInstant(publishedAt),
              index === 0 ? <Status key="state" name="compliant" label={say.now} /> : '',
            ],
          }))}
        />
      </Section>
    </Page>
  );
}
