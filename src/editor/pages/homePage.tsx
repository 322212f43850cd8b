import type { JSX } from 'preact';
import * as z from 'zod';
import type { Publication } from '../../catalogue/index.ts';
import {
  Actions,
  Button,
  defineField,
  EmptyState,
  ErrorSummary,
  Form,
  FormField,
  type FormState,
  instantInWords,
  Page,
  PageTitle,
  Section,
  shortInstant,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Around } from '../answers.ts';
import type { Draft } from '../draft.ts';
import { texts } from '../texts.ts';
import { DraftStatus } from './draftFrame.tsx';

const say = texts.home;

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

export type HomeView = Around & {
  readonly drafts: readonly Draft[];
  readonly inForce: Publication;
  readonly nameOf: (account: string) => string;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** The rules in force, and those being written. */
export function HomePage({
  drafts,
  inForce,
  nameOf,
  state,
  idempotencyKey,
  chrome,
  csrf,
  flash,
}: HomeView): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title} faulty={state.faults.length > 0}>
      <ErrorSummary faults={state.faults} />
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Section title={say.drafts}>
        {drafts.length === 0 ? (
          <EmptyState title={say.noDrafts}>{say.noDraftsText}</EmptyState>
        ) : (
          <Table
            caption={say.drafts}
            captionUnseen
            columns={Object.values(say.draftColumns).map((label) => ({ label }))}
            rows={drafts.map((draft) => ({
              key: draft.id,
              cells: [
                <a key="title" href={addresses.draft(draft.id)}>
                  {draft.title}
                </a>,
                <DraftStatus key="state" state={draft.state} />,
                String(Object.keys(draft.changes).length),
                draft.authors.map(nameOf).join(', '),
                shortInstant(draft.changedAt),
              ],
            }))}
          />
        )}
      </Section>
      <Section title={say.start}>
        <p>{say.startHint}</p>
        <Form action={addresses.home()} csrf={csrf} idempotencyKey={idempotencyKey} state={state} summary={false}>
          {startFields.map((field) => (
            <FormField key={field.name} field={field} />
          ))}
          <Actions>
            <Button>{say.startSubmit}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={say.inForce}>
        <p>{say.since(instantInWords(inForce.publishedAt), inForce.id)}</p>
      </Section>
    </Page>
  );
}
