import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { NoSession, SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  Details,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  instantInWords,
  type Link,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Status,
  Table,
  Unsent,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { caseTexts } from '../caseTexts.ts';
import type { ResultPublication } from '../publication.ts';
import type { SpecialityStanding } from '../rules/snapshot.ts';
import { stateOf } from '../rules/states.ts';
import type { NamedEnrolment } from '../store/enrolled.ts';
import { texts as say } from '../texts.ts';
import { prepareFields } from './fields.ts';
import { LOOKS } from './looks.ts';

export type ListView = PageFrame & {
  readonly session: string | null;
  /** What else is done with the results. */
  readonly after: readonly Link[];
  readonly sessions: readonly Option[];
  readonly publications: readonly ResultPublication[];
  readonly specialities: readonly (SpecialityStanding & {
    readonly name: string;
    readonly people: readonly NamedEnrolment[];
  })[];
  readonly nameOf: (cfd: string) => string;
  readonly chosen: ReadonlySet<string> | null;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** What was published of a session, and what may be. */
export function ListPage(view: ListView): JSX.Element {
  const { state, publications, session } = view;
  const open = publications.find((one) => ['prepared', 'proposed'].includes(stateOf(one)));
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {session === null ? (
        <NoSession />
      ) : (
        <>
          <SessionChoice action={addresses.list()} sessions={view.sessions} session={session} />
          <ul class="links">
            {[{ href: addresses.cases({ session }), label: caseTexts.title }, ...view.after].map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
            <li>
              <a href={addresses.press(session, 'csv')} download>
                {say.press.link}
              </a>
            </li>
          </ul>
          <Section title={say.list.title}>
            {publications.length === 0 ? (
              <EmptyState title={say.list.none}>{say.list.noneText}</EmptyState>
            ) : (
              <Publications {...view} />
            )}
          </Section>
          <Section title={say.prepare.title}>
            {open !== undefined ? (
              <>
                <Alert tone="info">
                  <p>
                    <a href={addresses.one(open.id)}>{say.prepare.open(say.name(open.number))}</a>
                  </p>
                </Alert>
                <Unsent words={view.state.typed.motif} />
              </>
            ) : view.specialities.length === 0 ? (
              <EmptyState title={say.prepare.none}>{say.prepare.noneText}</EmptyState>
            ) : (
              <Prepare {...view} />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function Publications({ publications, nameOf }: ListView): JSX.Element {
  return (
    <Table
      caption={say.list.title}
      columns={say.list.columns}
      rows={publications.map((one) => ({
        key: one.id,
        cells: [
          <a key="name" href={addresses.one(one.id)}>
            {say.name(one.number)}
          </a>,
          one.specialities.map(nameOf).join(', '),
          one.announcedAt === null ? say.list.noHour : instantInWords(one.announcedAt),
          <Status key="state" name={LOOKS[stateOf(one)]} label={say.states[stateOf(one)]} />,
        ],
      }))}
    />
  );
}

function Prepare(view: ListView): JSX.Element {
  const { specialities, session, csrf, state, chosen } = view;
  const words = say.prepare;
  const incomplete = specialities.some(({ judged, missing }) => judged > 0 && missing.length > 0);
  return (
    <Form
      action={addresses.prepare}
      csrf={csrf}
      state={state}
      label={words.title}
      idempotencyKey={view.idempotencyKey}
      hidden={{ session: session ?? '' }}
      submit={words.submit}
    >
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        columns={words.columns.map((label, index) => ({ label, figures: index === 1 || index === 2 }))}
        rows={specialities.map((one) => ({
          key: one.cfd,
          cells: [
            <label key="name">
              <input
                type="checkbox"
                name="specialites"
                value={one.cfd}
                disabled={one.judged === 0}
                checked={chosen === null ? one.judged > 0 && one.missing.length === 0 : chosen.has(one.cfd)}
              />{' '}
              {one.name}
            </label>,
            wholeNumber(one.enrolled),
            wholeNumber(one.judged),
            one.judged > 0 && one.people.length > 0 ? (
              <Details key="standing" summary={words.standing(one)}>
                <ul>
                  {one.people.map((person) => (
                    <li key={person.enrolmentId}>
                      {personName(person)} {person.number}
                    </li>
                  ))}
                </ul>
              </Details>
            ) : (
              words.standing(one)
            ),
          ],
        }))}
      />
      <FormFields
        fields={prepareFields.filter(({ name }) => (name === 'sans' ? incomplete : view.publications.length > 0))}
      />
    </Form>
  );
}
