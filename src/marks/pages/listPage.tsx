import type { JSX } from 'preact';
import { SessionChoice } from '../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  EmptyState,
  FilterSelect,
  Form,
  FormField,
  ListHead,
  Page,
  Pagination,
  Section,
  Status,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { MOST } from '../marks.ts';
import { texts as say } from '../texts.ts';
import { clerkFields } from './fields.ts';
import { type BatchLine, type ListView, LOOKS } from './headView.ts';

/** The batches of a session for its head: how far each is, and who types it. */
export function ListPage(view: ListView): JSX.Element {
  const { session, lines, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <ListHead title={say.title} count={say.standing(view.locked, view.all)} help={say.order}>
        <Filters {...view} />
      </ListHead>
      {view.unopened.next !== null && (
        <Alert tone="info">{say.open.later(view.unopened.later, view.unopened.next)}</Alert>
      )}
      {view.unopened.now > 0 && session !== null && (
        <Alert tone="warn" title={say.open.title}>
          <p>{say.open.text(view.unopened.now)}</p>
          <ActionForm action={addresses.open} csrf={view.csrf} hidden={{ session }}>
            <Button>{say.open.submit}</Button>
          </ActionForm>
        </Alert>
      )}
      {lines.length === 0 ? <EmptyState title={say.empty}>{say.emptyText}</EmptyState> : <Batches {...view} />}
    </Page>
  );
}

function Filters({ sessions, session, specialities, speciality }: ListView): JSX.Element | null {
  return (
    <SessionChoice action={addresses.list()} sessions={sessions} session={session ?? ''}>
      {specialities.length > 1 && (
        <FilterSelect
          name="specialite"
          label={say.speciality}
          every={say.all}
          options={specialities}
          chosen={speciality}
        />
      )}
    </SessionChoice>
  );
}

function Batches(view: ListView): JSX.Element {
  const { lines, clerks, state, session, speciality, page } = view;
  const [first, second] = clerkFields(clerks);
  return (
    <Form action={addresses.clerks} csrf={view.csrf} state={state} hidden={{ session: session ?? '' }}>
      <Table
        caption={say.title}
        scrolls
        columns={[
          say.columns.batch,
          { label: say.columns.scripts, figures: true, narrow: true },
          { label: say.columns.first, figures: true, narrow: true },
          { label: say.columns.second, figures: true, narrow: true },
          { label: say.columns.differences, figures: true, narrow: true },
          { label: say.columns.state, narrow: true },
        ]}
        rows={lines.map((line) => rowOf(line, view.chosen))}
      />
      <Pagination
        page={page}
        pages={Math.ceil(view.found / MOST.page)}
        href={(number) =>
          addresses.list({ session: session ?? undefined, specialite: speciality ?? undefined, page: number })
        }
      />
      {lines.some(({ batch }) => batch.lockedAt === null) && (
        <Section title={say.clerks.title} id="personnes">
          {clerks.length === 0 ? (
            <p>{say.clerks.nobody}</p>
          ) : (
            <>
              <p>
                {say.clerks.text} {say.clerks.some}
              </p>
              <FormField field={first} />
              <FormField field={second} />
              <Actions>
                <Button kind="secondary">{say.clerks.submit}</Button>
              </Actions>
            </>
          )}
        </Section>
      )}
    </Form>
  );
}

function rowOf({ batch, name, progress, standing, late }: BatchLine, chosen: ReadonlySet<string>) {
  return {
    key: batch.id,
    cells: [
      <>
        {standing !== 'locked' && (
          <input
            type="checkbox"
            name="lots"
            value={batch.id}
            checked={chosen.has(batch.id)}
            aria-label={say.choose(name)}
          />
        )}{' '}
        <a href={addresses.batch(batch.id)}>{name}</a>
        {batch.named && <span class="muted"> {say.boards.byName}</span>}
      </>,
      wholeNumber(progress.scripts),
      wholeNumber(progress.first),
      wholeNumber(progress.second),
      wholeNumber(progress.differences),
      <div key="state">
        <Status name={LOOKS[standing]} label={say.states[standing]} />
        {late > 0 && <small class="danger"> {say.boards.lateInList(late)}</small>}
      </div>,
    ],
  };
}
