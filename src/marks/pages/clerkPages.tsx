import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  EmptyState,
  Form,
  type FormState,
  Identifier,
  ListHead,
  Page,
  type PageFrame,
  PageTitle,
  Pagination,
  RowList,
  Section,
  Status,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { entryTexts as say } from '../entryTexts.ts';
import { type MarkBatch, MOST, type RoundName, type Script } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { writeMark } from '../rules/markText.ts';
import { emptyIn } from '../rules/settle.ts';
import { texts } from '../texts.ts';
import { Grid } from './grid.tsx';

/** A batch as its clerk lists it. */
export type ClerkBatch = {
  readonly batch: MarkBatch;
  readonly name: string;
  readonly round: RoundName;
  readonly typed: number;
  readonly scripts: number;
};

export function OwnBatchesPage({ own, ...frame }: PageFrame & { readonly own: readonly ClerkBatch[] }): JSX.Element {
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.title}>
      <ListHead title={say.title} count={say.count(own.length)} />
      <p>{say.lead}</p>
      {own.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <RowList
          level={2}
          rows={own.map(({ batch, name, round, typed, scripts }) => ({
            key: batch.id,
            href: addresses.entry(batch.id),
            title: name,
            lines: [texts.rounds[round], say.typed(typed, scripts)],
            status:
              batch.lockedAt !== null ? (
                <Status name="irrelevant" label={say.states.locked} />
              ) : batch.rounds[round].doneAt !== null ? (
                <Status name="compliant" label={say.states.done} />
              ) : (
                <Status name="missing" label={say.states.todo} />
              ),
          }))}
        />
      )}
    </Page>
  );
}

export type EntryView = PageFrame & {
  readonly batch: MarkBatch;
  readonly name: string;
  readonly session: string;
  readonly round: RoundName;
  readonly scripts: readonly Script[];
  readonly page: number;
  readonly state: FormState;
};

/** The grid of one round: numbers and marks, a page at a time. */
export function EntryPage(view: EntryView): JSX.Element {
  const { batch, round, scripts, state } = view;
  const { doneAt } = batch.rounds[round];
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={view.name}
      faults={state.faults}
      scripts={['marks.js']}
    >
      <BackLink href={addresses.list()}>{say.back}</BackLink>
      <PageTitle kicker={view.session} aside={texts.rounds[round]}>
        {view.name}
      </PageTitle>
      {doneAt !== null || batch.lockedAt !== null ? (
        <Ended doneAt={doneAt} round={round} scripts={scripts} />
      ) : (
        <Typing {...view} />
      )}
    </Page>
  );
}

function Typing({ batch, round, scripts, page, state, csrf }: EntryView): JSX.Element {
  const empty = emptyIn(round, scripts);
  const pages = Math.max(1, Math.ceil(scripts.length / MOST.page));
  const shown = scripts.slice((page - 1) * MOST.page, page * MOST.page);
  const first = state.faults.length > 0 ? undefined : shown.find(({ number }) => empty.includes(number))?.number;
  return (
    <>
      <p>
        {say.legend} {say.steps[batch.step]} <span class="keys-help">{say.keys}</span>
      </p>
      <p>
        <a href={addresses.file(batch.id)}>{say.file.see}</a>
      </p>
      <Form
        action={addresses.entry(batch.id, { page })}
        csrf={csrf}
        version={batch.rounds[round].version}
        state={state}
        label={say.grid}
      >
        <Grid
          lines={shown.map((one) => ({ number: one.number, value: writeMark(one[round]?.mark ?? null) }))}
          step={batch.step}
          state={state}
          first={first}
        />
        <Actions>
          {page < pages && (
            <Button name="suite" value="oui">
              {say.saveNext}
            </Button>
          )}
          <Button kind={page < pages ? 'secondary' : 'primary'}>{say.save}</Button>
        </Actions>
      </Form>
      <Pagination page={page} pages={pages} href={(number) => addresses.entry(batch.id, { page: number })} />
      <Section title={say.end.title}>
        {empty.length > 0 ? (
          <p>{say.end.left(empty.length)}</p>
        ) : (
          <>
            <p>{say.end.text}</p>
            <ActionForm action={addresses.done(batch.id)} csrf={csrf}>
              <Button kind="secondary">{say.end.submit}</Button>
            </ActionForm>
          </>
        )}
      </Section>
    </>
  );
}

function Ended({
  doneAt,
  round,
  scripts,
}: Pick<EntryView, 'round' | 'scripts'> & { readonly doneAt: Temporal.Instant | null }): JSX.Element {
  return (
    <>
      {doneAt !== null && <Alert tone="ok">{say.ended(doneAt)}</Alert>}
      <Table
        caption={say.grid}
        columns={[{ label: say.number, narrow: true }, say.mark]}
        rows={scripts.map((one) => ({
          key: one.number,
          cells: [<Identifier key="n">{showNumber(one.number)}</Identifier>, writeMark(one[round]?.mark ?? null)],
        }))}
      />
    </>
  );
}
