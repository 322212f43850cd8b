import type { JSX } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Details,
  emptyForm,
  Form,
  FormField,
  FormFields,
  instantInWords,
  markInWords,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { codeOf } from '../inWords.ts';
import type { CandidateView, PointEffect } from './candidateViews.ts';
import { pointFields, wantedFields } from './fields.ts';

const say = candidateTexts.points;

/** Points of the jury: first what they would change, then kept, with a reason. */
export function PointsPart(view: CandidateView): JSX.Element {
  const { writes, effect, raisable, decision } = view;
  return (
    <>
      {decision === 'REFUSED' && <p class="muted">{candidateTexts.booklet}</p>}
      {writes && (
        <Section title={say.title} id="points">
          {raisable.length === 0 ? <p>{say.none}</p> : <Wanted {...view} />}
          <Effect view={view} effect={effect} />
        </Section>
      )}
      <Given {...view} />
    </>
  );
}

/** The marks that the page showed travel with the form: points on another mark are refused. Refused, the form stands as it was typed. */
function Effect({
  view,
  effect,
}: {
  readonly view: CandidateView;
  readonly effect: PointEffect | null;
}): JSX.Element | null {
  const { jury, account, csrf, more, form, state, raisable, reasons } = view;
  if (effect === null) return null;
  const [, , reason] = pointFields(raisable, reasons);
  return (
    <div id="effet">
      <Alert tone="info" title={say.effect} level={3}>
        <p>
          <strong>{effect.sentences.join(' ')}</strong>
        </p>
        <Form
          action={addresses.points(jury.id, account.enrolmentId)}
          csrf={csrf}
          label={say.keep}
          state={form === 'points' ? state : emptyForm}
          prefix="points"
          hidden={{
            unite: effect.unit,
            note: markInWords(effect.after),
            avant: String(effect.before),
            deja: effect.given === null ? '' : String(effect.given),
            ...listHidden(more),
          }}
        >
          <FormField field={reason} />
          <Actions>
            <Button name="acte" value="retenir">
              {say.keep}
            </Button>
          </Actions>
        </Form>
      </Alert>
    </div>
  );
}

export function listHidden(more: CandidateView['more']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(more).map(([name, value]) => [`liste-${name}`, String(value)]));
}

/** A question, not an act: it stands in the address. */
function Wanted({ jury, account, raisable, state, form, effect, more }: CandidateView): JSX.Element {
  const typed = effect === null ? {} : { unite: effect.unit, note: markInWords(effect.after) };
  return (
    <>
      <p>{say.lead}</p>
      <Form
        action={`${addresses.candidate(jury.id, account.enrolmentId)}#effet`}
        method="get"
        state={form === 'points' && effect === null ? state : { typed, faults: [] }}
        prefix="points"
        label={say.title}
        hidden={Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)]))}
        inline
      >
        <FormFields fields={wantedFields(raisable)} />
        <Button kind="secondary" name="acte" value="voir">
          {say.see}
        </Button>
      </Form>
    </>
  );
}

function Given(view: CandidateView): JSX.Element | null {
  const { given, jury, account, csrf, writes, points, stale, personOf, more, form, state } = view;
  if (given.length === 0) return null;
  const codes = new Map(account.units.map((unit) => [unit.id, codeOf(unit)]));
  const standing = [...points, ...stale];
  const { columns } = say;
  return (
    <Section title={say.given}>
      <Table
        caption={say.given}
        columns={Object.values(columns)}
        rows={given.map((one, index) => ({
          key: String(index),
          cells: [
            codes.get(one.unit) ?? one.unit,
            one.after === null
              ? say.takenBack
              : `${markInWords(one.before)} → ${markInWords(one.after)}${stale.some(({ unit }) => unit === one.unit) ? ` (${say.stale})` : ''}`,
            <TypedWords key="r">{one.reason}</TypedWords>,
            instantInWords(one.at),
            personOf(one.by),
          ],
        }))}
      />
      {writes &&
        standing.map(({ unit, after }) => (
          <Details
            key={unit}
            summary={`${say.takeBack} (${codes.get(unit) ?? unit})`}
            open={form === 'retrait' && state.typed.unite === unit}
          >
            <Form
              action={addresses.takeBack(jury.id, account.enrolmentId)}
              csrf={csrf}
              state={form === 'retrait' && state.typed.unite === unit ? state : emptyForm}
              prefix={`retrait-${unit}`}
              label={say.takeBack}
              hidden={{ unite: unit, deja: String(after), ...listHidden(more) }}
              submit={say.takeBack}
              kind="secondary"
            >
              <FormField field={pointFields([])[2]} />
            </Form>
          </Details>
        ))}
    </Section>
  );
}
