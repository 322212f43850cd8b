import type { JSX } from 'preact';
import {
  Alert,
  BackLink,
  Form,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import type { CancellationLot, LotLine } from '../../lot.ts';
import { addresses as closingDesk } from '../addresses.ts';
import { lotTexts as say } from '../lotTexts.ts';
import { FileNumber, Motives } from './proposalParts.tsx';

export type LotView = PageFrame & {
  readonly lot: CancellationLot;
  readonly lines: readonly (LotLine & { readonly number: string; readonly name: string })[];
  readonly own: boolean;
  readonly state: FormState;
};

/** A lot after it was approved: what was done, what wasn't and why; and, for a day, the way back. */
export function LotPage({ lot, lines, own, state: { faults }, ...frame }: LotView): JSX.Element {
  const left = lines.filter(({ outcome }) => outcome === null).length;
  const approved = lines.filter(({ outcome }) => outcome === 'approved').length;
  const undoable = lines.flatMap(({ outcome, state, takesEffectAt }) =>
    outcome === 'approved' && state === 'approved' && takesEffectAt !== null ? [takesEffectAt] : [],
  );
  const [first] = undoable.toSorted(Temporal.Instant.compare);
  const title = say.lot(lot.at);
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={title} faults={faults}>
      <BackLink href={closingDesk.proposals({ session: lot.session })}>{say.title}</BackLink>
      <PageTitle lead={shortInstant(lot.at)}>{say.report.title}</PageTitle>
      <Alert tone={approved > 0 ? 'ok' : 'info'}>{say.report.done(approved)}</Alert>
      {left > 0 && (
        <Alert tone="warn">
          <p>{say.report.left(left)}</p>
          {own ? (
            <LotAct lot={lot} csrf={frame.csrf} act="continuer" words={say.report.goOn} />
          ) : (
            <p>{say.report.notYours}</p>
          )}
        </Alert>
      )}
      <Section title={say.report.list}>
        <Table
          caption={say.report.list}
          columns={say.report.columns}
          rows={lines.map((line) => ({
            key: line.cancellationId,
            cells: [
              <>
                <FileNumber one={line} /> <TypedWords>{line.name}</TypedWords>
              </>,
              say.report.stateOf(line),
              <Motives key="words" one={line} />,
            ],
          }))}
        />
      </Section>
      {first !== undefined && (
        <Section title={say.report.undoTitle}>
          <p>{say.report.undoText(undoable.length, first)}</p>
          <LotAct lot={lot} csrf={frame.csrf} act="revenir" words={say.report.undo(undoable.length)} />
        </Section>
      )}
    </Page>
  );
}

function LotAct(props: {
  readonly lot: CancellationLot;
  readonly csrf: string;
  readonly act: 'continuer' | 'revenir';
  readonly words: string;
}): JSX.Element {
  return (
    <Form
      action={closingDesk.lot(props.lot.id)}
      csrf={props.csrf}
      label={props.words}
      submit={props.words}
      kind="secondary"
    >
      <input type="hidden" name="acte" value={props.act} />
    </Form>
  );
}
