import type { JSX } from 'preact';
import type { SheetFact, SignedSheet } from '../../marking/index.ts';
import {
  BackLink,
  Form,
  FormField,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { MarkBatch } from '../marks.ts';
import { texts } from '../texts.ts';
import { lateFields, reasonField } from './fields.ts';
import type { BoardsView } from './headView.ts';

const say = texts.boards.sheet;

/** One sheet of a board for a head: to be signed beside the one who filled it, or compared once the marks are locked. */
export function SheetPage(
  view: PageFrame & {
    readonly batch: MarkBatch;
    readonly batchName: string;
    readonly session: string;
    readonly name: string;
    readonly sheet: SignedSheet;
    /** Null: its criteria aren't those of today. */
    readonly facts: readonly SheetFact[] | null;
    readonly mark: string;
    readonly mayCountersign: boolean;
    /** It came after the lock, and nothing was decided of it; null: it didn't, or it was. */
    readonly late: BoardsView['late'][number] | null;
    readonly nameOf: (account: string) => string;
    readonly state: FormState;
  },
): JSX.Element {
  const { batch, sheet, facts, state, nameOf } = view;
  const title = say.title(view.name);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title} faults={state.faults}>
      <BackLink href={addresses.batch(batch.id)}>{view.batchName}</BackLink>
      <PageTitle kicker={view.session}>{title}</PageTitle>
      <p>{say.filled(nameOf(sheet.by), sheet.at)}</p>
      <ul>
        {sheet.verdicts.map(({ by, verdict, rank }) => (
          <li key={rank}>{verdict === 'agree' ? say.agrees(nameOf(by)) : say.disagrees(nameOf(by))}</li>
        ))}
      </ul>
      {facts === null ? (
        <p>{say.older}</p>
      ) : (
        <Table
          caption={title}
          columns={[say.criterion, { label: say.given, narrow: true }]}
          rows={facts.map(({ label, given }) => ({ key: label, cells: [label, given] }))}
        />
      )}
      <p>
        <strong>
          {say.mark}&nbsp;: {view.mark}
        </strong>
      </p>
      {sheet.words !== '' && (
        <p>
          {say.words}&nbsp;: <TypedWords>{sheet.words}</TypedWords>
        </p>
      )}
      {view.mayCountersign && (
        <Form
          action={addresses.countersign(batch.id, sheet.id)}
          csrf={view.csrf}
          state={state}
          label={say.countersign}
          submit={say.countersign}
        >
          <p>{say.text}</p>
          <FormField field={reasonField} />
        </Form>
      )}
      {view.late !== null && (
        <Form
          action={addresses.late(batch.id, sheet.id)}
          csrf={view.csrf}
          version={batch.rowVersion}
          state={state}
          label={say.late}
          submit={say.decide}
        >
          <h2>{say.late}</h2>
          <p>{say.lateText(view.late.stands, view.late.said)}</p>
          <FormFields fields={lateFields(view.late.said !== '')} />
        </Form>
      )}
    </Page>
  );
}
