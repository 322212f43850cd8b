import type { JSX } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Details,
  Form,
  FormField,
  instantInWords,
  markInWords,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { codeOf } from '../said.ts';
import type { CandidateView, PointEffect } from './candidateViews.ts';
import { pointFields } from './fields.ts';

const say = candidateTexts.points;

/** Points of the jury: first what they would change, then kept. */
export function PointsPart(view: CandidateView): JSX.Element {
  const { writes, effect, raisable } = view;
  return (
    <>
      <p class="muted">{candidateTexts.booklet}</p>
      {writes && (
        <Section title={say.title} id="points">
          <p>{say.lead}</p>
          {effect !== null && <Effect view={view} effect={effect} />}
          {raisable.length === 0 ? <p>{say.none}</p> : <Wanted {...view} />}
        </Section>
      )}
      <Given {...view} />
    </>
  );
}

/** The names of what the page showed travel with the form: points on another mark are refused. */
function Effect({ view, effect }: { readonly view: CandidateView; readonly effect: PointEffect }): JSX.Element {
  const { jury, account, csrf, more } = view;
  return (
    <Alert tone="info" title={say.effect} level={3}>
      {effect.sentences.map((sentence) => (
        <p key={sentence}>
          <strong>{sentence}</strong>
        </p>
      ))}
      <Form
        action={addresses.points(jury.id, account.enrolmentId)}
        csrf={csrf}
        label={say.keep}
        hidden={{
          unite: effect.unit,
          note: markInWords(effect.after),
          motif: effect.reason,
          avant: String(effect.before),
          deja: effect.given === null ? '' : String(effect.given),
          ...listHidden(more),
        }}
      >
        <Actions>
          <Button name="acte" value="retenir">
            {say.keep}
          </Button>
        </Actions>
      </Form>
    </Alert>
  );
}

function listHidden(more: CandidateView['more']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(more).map(([name, value]) => [`liste-${name}`, String(value)]));
}

function Wanted({ jury, account, csrf, raisable, state, form, effect, more }: CandidateView): JSX.Element {
  const typed = effect === null ? {} : { unite: effect.unit, note: markInWords(effect.after), motif: effect.reason };
  return (
    <Form
      action={addresses.points(jury.id, account.enrolmentId)}
      csrf={csrf}
      state={form === 'points' ? state : { typed, faults: [] }}
      prefix="points"
      summary={false}
      label={say.title}
      hidden={listHidden(more)}
    >
      {pointFields(raisable).map((field) => (
        <FormField key={field.name} field={field} />
      ))}
      <Actions>
        <Button kind={effect === null ? 'primary' : 'secondary'} name="acte" value="voir">
          {say.see}
        </Button>
      </Actions>
    </Form>
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
        captionUnseen
        columns={Object.values(columns).map((label) => ({ label }))}
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
              state={form === 'retrait' && state.typed.unite === unit ? state : { typed: {}, faults: [] }}
              prefix={`retrait-${unit}`}
              summary={false}
              label={say.takeBack}
              hidden={{ unite: unit, deja: String(after), ...listHidden(more) }}
            >
              <FormField field={pointFields([])[2]} />
              <Actions>
                <Button kind="secondary">{say.takeBack}</Button>
              </Actions>
            </Form>
          </Details>
        ))}
    </Section>
  );
}
