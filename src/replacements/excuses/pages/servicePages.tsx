import type { JSX } from 'preact';
import { personName } from '../../../accounts/index.ts';
import { waitsToBeRead } from '../../../keptFiles/index.ts';
import {
  Alert,
  BackLink,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  fileSize,
  Page,
  type PageFrame,
  PageTitle,
  RowList,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { type Excuse, type ExcuseProof, MOST_OF_EXCUSES as MOST } from '../excuse.ts';
import type { NamedExcuse } from '../store/excuses.ts';
import { readingTexts as say } from '../texts.ts';
import { conclusionFields } from './fields.ts';

export type ListedExcuse = { readonly excuse: Excuse; readonly person: NamedExcuse; readonly units: readonly string[] };

/** What waits to be read, for the service alone. */
export function ToReadPage(view: PageFrame & { readonly lines: readonly ListedExcuse[] }): JSX.Element {
  const { lines } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {lines.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={say.count(lines.length)}
          captionShown
          columns={say.columns}
          rows={lines.map(({ excuse, person, units }) => ({
            key: excuse.id,
            cells: [
              <a key="person" href={addresses.excuse(excuse.id)}>
                {personName(person)} {person.number}
              </a>,
              units.join(', '),
              shortInstant(excuse.sentAt),
              say.states[excuse.state],
            ],
          }))}
        />
      )}
      {lines.length >= MOST.listed && <p>{say.cut}</p>}
    </Page>
  );
}

export type ReadView = PageFrame &
  ListedExcuse & { readonly proofs: readonly ExcuseProof[]; readonly state: FormState };

/** One of them: words, documents, and what the service concludes. */
export function ReadPage(view: ReadView): JSX.Element {
  const { excuse, person, units, proofs, state } = view;
  // What was typed before one came stays.
  const waits = waitsToBeRead(proofs) && state.faults.length === 0;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={addresses.toRead()}>{say.back}</BackLink>
      <PageTitle kicker={person.number} lead={`${say.sentAt} ${shortInstant(excuse.sentAt)}`}>
        {personName(person)}
      </PageTitle>
      <Section title={say.units}>
        <ul>
          {units.map((unit) => (
            <li key={unit}>{unit}</li>
          ))}
        </ul>
      </Section>
      <Section title={say.words}>
        {excuse.words === '' ? (
          <p class="muted">{say.erased}</p>
        ) : (
          <p>
            <TypedWords>{excuse.words}</TypedWords>
          </p>
        )}
      </Section>
      <Section title={say.documents}>
        {proofs.length === 0 ? (
          <p class="muted">{say.noDocument}</p>
        ) : (
          <RowList
            rows={proofs.map(({ id, name, size, finishedAt, kept, refusal }) => ({
              key: `justificatif-${id}`,
              title: name,
              ...(refusal === null && kept.unread !== true
                ? { href: addresses.served(excuse.id, id), lines: [`${fileSize(size)}, ${shortInstant(finishedAt)}`] }
                : {
                    lines: [refusal === null ? say.waiting(fileSize(size), finishedAt) : say.unreadable(finishedAt)],
                  }),
            }))}
          />
        )}
      </Section>
      <Section title={say.conclude}>
        {waits ? (
          <Alert tone="info">{say.afterReading}</Alert>
        ) : (
          <>
            <p>{say.concludeLead}</p>
            <Form
              action={addresses.excuse(excuse.id)}
              csrf={view.csrf}
              version={excuse.rowVersion}
              state={state}
              label={say.conclude}
              submit={say.submit}
            >
              <FormFields fields={conclusionFields} />
            </Form>
          </>
        )}
      </Section>
    </Page>
  );
}
