import type { JSX } from 'preact';
import {
  Button,
  type Chrome,
  EmptyState,
  FilterSelect,
  Form,
  type Option,
  Page,
  PageTitle,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { AdmittedPerson } from '../store/results.ts';
import { texts } from '../texts.ts';

const say = texts.names;

export type NamesView = {
  readonly chrome: Chrome;
  readonly sessions: readonly Option[];
  readonly session: string | null;
  readonly specialities: readonly Option[];
  readonly speciality: string | null;
  readonly nameOf: (cfd: string) => string;
  readonly people: readonly AdmittedPerson[];
  readonly from: number;
  /** Where the list goes on; null: it ends here. */
  readonly next: number | null;
};

/** The admitted who agree to be named: never found by a search engine. */
export function NamesPage(view: NamesView): JSX.Element {
  const { people, session, speciality, from, next, nameOf } = view;
  const to = (rank: number): string =>
    addresses.names({ session, specialite: speciality, depuis: rank === 0 ? null : rank });
  return (
    <Page chrome={view.chrome} title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {view.sessions.length > 0 && <Choice {...view} />}
      {people.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={say.columns}
          rows={people.map(({ enrolmentId, birthName, usageName, firstNames, speciality: cfd }) => ({
            key: enrolmentId,
            cells: [usageName === null ? birthName : `${birthName} (${usageName})`, firstNames, nameOf(cfd)],
          }))}
        />
      )}
      {(next !== null || from > 0) && (
        <p>
          {from > 0 && <a href={to(0)}>{say.first}</a>} {next !== null && <a href={to(next)}>{say.next}</a>}
        </p>
      )}
    </Page>
  );
}

function Choice({ sessions, session, specialities, speciality }: NamesView): JSX.Element {
  return (
    <Form action={addresses.names()} method="get" label={say.show} inline>
      <FilterSelect name="session" label={say.session} options={sessions} chosen={session} />
      <FilterSelect
        name="specialite"
        label={say.speciality}
        every={say.all}
        options={specialities}
        chosen={speciality}
      />
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}
