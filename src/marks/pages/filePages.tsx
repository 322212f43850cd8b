import type { JSX } from 'preact';
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  FileInput,
  Form,
  type FormState,
  Identifier,
  type LineFault,
  LineFaults,
  Page,
  type PageFrame,
  PageTitle,
  Table,
  TableLinks,
  tableField,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { entryTexts } from '../entryTexts.ts';
import { type MarkBatch, MOST, type RoundName } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import type { Change } from '../rules/markTable.ts';
import { writeMark } from '../rules/markText.ts';
import { texts } from '../texts.ts';

const say = entryTexts.file;

export const fileField = tableField({ name: 'fichier', label: say.field, limits: say.limits });

type OfRound = PageFrame & {
  readonly batch: MarkBatch;
  readonly name: string;
  readonly session: string;
  readonly round: RoundName;
};

/** A file instead of the grid: the template, the file, and all that is wrong with it. */
export function FilePage(
  view: OfRound & { readonly state: FormState; readonly faults: readonly LineFault[] },
): JSX.Element {
  const { batch, state, faults } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={state.faults}
      faulty={faults.length > 0}
    >
      <BackLink href={addresses.entry(batch.id)}>{view.name}</BackLink>
      <PageTitle kicker={view.session} aside={texts.rounds[view.round]}>
        {say.title}
      </PageTitle>
      {faults.length > 0 && <LineFaults faults={faults.slice(0, MOST.faultsShown)} count={faults.length} />}
      <p>{say.lead}</p>
      <p>
        <TableLinks label={say.templates} href={(format) => addresses.template(batch.id, format)} />
      </p>
      <Form
        action={addresses.file(batch.id)}
        csrf={view.csrf}
        multipart
        state={state}
        label={say.title}
        submit={say.submit}
      >
        <FileInput field={fileField} />
      </Form>
    </Page>
  );
}

/** What a clean file changes, before anything is written. */
export function PreviewPage(
  view: OfRound & {
    readonly importId: string;
    readonly changes: readonly Change[];
    readonly same: number;
    readonly absent: number;
  },
): JSX.Element {
  const { batch, changes, same, absent } = view;
  const { preview, number, mark } = entryTexts;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={preview.title}>
      <BackLink href={addresses.file(batch.id)}>{preview.back}</BackLink>
      <PageTitle kicker={view.session} aside={texts.rounds[view.round]}>
        {preview.title}
      </PageTitle>
      <p>{preview.lead(changes.length, same)}</p>
      {absent > 0 && <p>{preview.absent(absent)}</p>}
      <Table
        caption={mark}
        columns={[{ label: number, narrow: true }, preview.before, preview.after]}
        rows={changes.map((one) => ({
          key: one.number,
          cells: [
            <Identifier key="n">{showNumber(one.number)}</Identifier>,
            one.before === null ? preview.empty : writeMark(one.before),
            writeMark(one.after),
          ],
        }))}
      />
      <Form action={addresses.preview(batch.id, view.importId)} csrf={view.csrf} label={preview.title}>
        <Actions>
          <Button>{preview.submit}</Button>
          <ButtonLink kind="secondary" href={addresses.file(batch.id)}>
            {preview.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
