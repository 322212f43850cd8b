import type { JSX } from 'preact';
import { SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  Details,
  EmptyState,
  Form,
  FormFields,
  ListHead,
  listing,
  Page,
  Status,
  type StatusName,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { JuryState } from '../jury.ts';
import { texts as say } from '../texts.ts';
import { juryFields } from './fields.ts';
import type { ListView } from './views.ts';

export const STATE_LOOKS: Readonly<Record<JuryState, StatusName>> = {
  open: 'deposited',
  closing: 'missing',
  closed: 'compliant',
};

/** The juries of a session for its head, or those of which somebody is a member. */
export function ListPage(view: ListView): JSX.Element {
  const { juries, sessions, session, without, state, csrf, nameOf } = view;
  const own = sessions === null;
  const closed = juries.filter((one) => one.state === 'closed').length;
  const title = own ? say.own : say.title;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title} faults={state.faults} form="jury">
      <ListHead title={title} count={own ? say.count(juries.length) : say.standing(closed, juries.length)}>
        {sessions !== null && <SessionChoice action={addresses.list()} sessions={sessions} session={session ?? ''} />}
      </ListHead>
      {!own && without.length > 0 && juries.length > 0 && (
        <Alert tone="warn">{say.without(without.map(({ label }) => label))}</Alert>
      )}
      {juries.length === 0 ? (
        <EmptyState title={own ? say.ownEmpty : say.empty}>{own ? say.ownEmptyText : say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={title}
          columns={[
            say.columns.name,
            say.columns.day,
            say.columns.specialities,
            { label: say.columns.state, narrow: true },
          ]}
          rows={juries.map((one) => ({
            key: one.id,
            cells: [
              <a key="name" href={addresses.jury(one.id)}>
                <TypedWords>{one.name}</TypedWords>
              </a>,
              say.day(one.meetsOn),
              listing(one.specialities.map(nameOf)),
              <Status key="state" name={STATE_LOOKS[one.state]} label={one.record ?? say.states[one.state]} />,
            ],
          }))}
        />
      )}
      {!own && session !== null && (
        <Details summary={say.words.title} open={state.faults.length > 0 || juries.length === 0}>
          {without.length === 0 ? (
            <p>{say.words.noneLeft}</p>
          ) : (
            <Form
              action={addresses.open}
              csrf={csrf}
              state={state}
              prefix="jury"
              label={say.words.title}
              hidden={{ session }}
              submit={say.words.submit}
            >
              <FormFields fields={juryFields(without)} />
            </Form>
          )}
        </Details>
      )}
    </Page>
  );
}
