import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import {
  BackLink,
  EmptyState,
  Form,
  FormField,
  type FormState,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { entryTexts } from '../entryTexts.ts';
import type { MarkBatch, Script } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { writeMark } from '../rules/markText.ts';
import { settleMark } from '../rules/settle.ts';
import type { Lift, Named } from '../store/identities.ts';
import { texts as say } from '../texts.ts';
import { reasonField } from './fields.ts';
import { Grid } from './grid.tsx';

type OfBatch = PageFrame & { readonly batch: MarkBatch; readonly name: string; readonly session: string };

/** Where the two rounds differ: what stands on the scripts, written by a third person. */
export function DifferencesPage(
  view: OfBatch & { readonly scripts: readonly Script[]; readonly state: FormState },
): JSX.Element {
  const { batch, name, scripts, state } = view;
  const title = say.differences.title;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={title}
      faults={state.faults}
      scripts={['marks.js']}
    >
      <BackLink href={addresses.batch(batch.id)}>{name}</BackLink>
      <PageTitle kicker={view.session}>{title}</PageTitle>
      {scripts.length === 0 ? (
        <EmptyState title={say.differences.none}>{say.differences.noneText}</EmptyState>
      ) : (
        <>
          <p>{say.differences.lead}</p>
          <p>
            {entryTexts.legend} {entryTexts.steps[batch.step]}
          </p>
          <Form
            action={addresses.differences(batch.id)}
            csrf={view.csrf}
            version={batch.rowVersion}
            state={state}
            label={title}
            submit={say.differences.submit}
          >
            <p class="hint">{say.differences.hint}</p>
            <Grid
              lines={scripts.map(({ number, first, second }) => ({
                number,
                value: '',
                beside: say.differences.two(writeMark(first?.mark ?? null), writeMark(second?.mark ?? null)),
              }))}
              step={batch.step}
              state={state}
            />
            <FormField field={reasonField} />
          </Form>
        </>
      )}
    </Page>
  );
}

/** Numbers beside names, for who asked and said why; the marks too, once they are locked. */
export function LiftedPage(
  view: OfBatch & { readonly lift: Lift; readonly named: readonly Named[]; readonly scripts: readonly Script[] },
): JSX.Element {
  const { batch, name, lift, named } = view;
  const locked = batch.lockedAt !== null;
  const marks = new Map(view.scripts.map((one) => [one.id, writeMark(settleMark(one).mark)]));
  const { columns, page, until } = say.lift;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={page}>
      <BackLink href={addresses.batch(batch.id)}>{name}</BackLink>
      <PageTitle kicker={view.session}>{page}</PageTitle>
      <p>{until(lift.reason)}</p>
      <Table
        caption={page}
        columns={[
          columns.name,
          { label: columns.enrolment, narrow: true },
          { label: columns.number, narrow: true },
          ...(locked ? [{ label: columns.mark, narrow: true }] : []),
        ]}
        rows={named.map((one) => ({
          key: one.scriptId,
          cells: [
            personName(one),
            <Identifier key="e">{one.enrolment ?? ''}</Identifier>,
            <Identifier key="n">{showNumber(one.number)}</Identifier>,
            ...(locked ? [marks.get(one.scriptId) ?? ''] : []),
          ],
        }))}
      />
    </Page>
  );
}
