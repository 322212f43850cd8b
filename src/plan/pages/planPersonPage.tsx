import type { JSX } from 'preact';
import type { Doubt } from '../../enrolment/index.ts';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { capital } from '../../platform/french/french.ts';
import { sittersTexts } from '../../sitters/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  clockTime,
  type Field,
  Form,
  FormField,
  instantInWords,
  NBSP,
  type Option,
  PageTitle,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { type ExamPlan, PLAN_LIFE, type PlanPlaced, type PlanSeat, type PlanUnseated } from '../plan.ts';
import { planTexts } from '../planTexts.ts';
import type { Effects } from '../rules/effects.ts';

const say = planTexts.person;

export type PersonSeatLine = {
  readonly unit: string;
  readonly code: string;
  readonly seat: PlanSeat | null;
  readonly room: string | null;
  /** Has its test begun? Then it isn't moved any more. */
  readonly begun: boolean;
  readonly lack: PlanUnseated | null;
};

export type PersonView = ExamFrame & {
  readonly session: string;
  readonly plan: ExamPlan;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly speciality: string;
  readonly placed: PlanPlaced | null;
  readonly centreOf: (id: string) => { readonly code: string; readonly name: string; readonly city: string };
  readonly lines: readonly PersonSeatLine[];
  readonly toSit: readonly string[];
  readonly withheld: readonly string[];
  readonly doubts: readonly Doubt[];
  /** What was granted, for the head alone. */
  readonly effects: Effects | null;
  readonly centreField: Field;
  readonly centres: readonly Option[];
  readonly idempotencyKey: string;
};

/** One candidate in a plan: why there, when, and what may be changed by hand. */
export function PersonPage(view: PersonView): JSX.Element {
  const { plan, session, lines, id, isHead } = view;
  const numero = plan.number;
  const mayChange = isHead && PLAN_LIFE.may('move-by-hand', plan.state);
  return (
    <ExamPage {...view} tab="plan" title={view.name}>
      <BackLink href={addresses.plan({ session, numero })}>{say.back}</BackLink>
      <PageTitle kicker={`${view.number} · ${view.speciality}`} aside={planTexts.number(numero)}>
        {view.name}
      </PageTitle>
      {isHead && plan.state !== 'draft' && <Alert tone="info">{say.readOnly[plan.state]}</Alert>}
      <Why {...view} />
      <Section title={say.seats} id="epreuves">
        <p>{view.toSit.length === 0 ? say.nothing : say.toSit(view.toSit)}</p>
        {view.withheld.length > 0 && <p>{say.withheld(view.withheld)}</p>}
        {view.doubts.map((doubt) => (
          <p key={doubt} class="muted">
            {capital(sittersTexts.doubts[doubt])}.
          </p>
        ))}
        {lines.length > 0 && (
          <Table
            caption={say.seats}
            columns={say.seatColumns.map((label, index) => ({ label, narrow: index === 0, figures: index === 3 }))}
            rows={lines.map((line) => ({ key: line.unit, cells: cellsOf(view, line, mayChange) }))}
          />
        )}
      </Section>
      {isHead && view.effects !== null && <Granted effects={view.effects} />}
      {mayChange && lines.some(({ seat, lack }) => seat !== null || lack !== null) && (
        <Actions>
          {[true, false].map((kept) => (
            <ActionForm
              key={String(kept)}
              action={addresses.personAct(id, 'places', { session, numero })}
              csrf={view.csrf}
              version={plan.rowVersion}
              hidden={{ garder: kept ? 'oui' : 'non' }}
            >
              <Button kind="secondary">{kept ? say.keep : say.free}</Button>
            </ActionForm>
          ))}
        </Actions>
      )}
      {mayChange && lines.some(({ begun }) => !begun) && view.centres.length > 0 && (
        <Section title={say.centre} id="centre">
          <p>{say.centreText}</p>
          <Form
            action={addresses.personAct(id, 'centre')}
            method="get"
            label={say.centre}
            hidden={{ session, numero: String(numero) }}
            submit={say.centreSubmit}
            kind="secondary"
          >
            <FormField field={view.centreField} />
          </Form>
        </Section>
      )}
      <p>
        <a href={addresses.file(id)}>{say.file}</a>
      </p>
    </ExamPage>
  );
}

function Why({ placed, centreOf }: PersonView): JSX.Element {
  if (placed === null)
    return (
      <Section title={say.why} id="centre-choisi">
        <p>{say.noCentre}</p>
      </Section>
    );
  const { name, city } = centreOf(placed.centreId);
  return (
    <Section title={say.why} id="centre-choisi">
      <p>{say.at(name, city, placed.km)}</p>
      {placed.nearer.length === 0 ? (
        <p class="muted">{say.nearest}</p>
      ) : (
        <>
          <p>{say.nearer}</p>
          <ul>
            {placed.nearer.map((one) => (
              <li key={one.centre}>{say.nearerLine(centreOf(one.centre).name, one.km, one.why)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function cellsOf({ id, session, plan, isHead }: PersonView, line: PersonSeatLine, mayChange: boolean) {
  const { unit, code, seat, lack } = line;
  const change = mayChange && !line.begun && (
    <a href={addresses.unitSeat(id, unit, { session, numero: plan.number })}>
      {seat === null ? say.give : planTexts.person.move}
      <span class="unseen">
        {NBSP}: {code}
      </span>
    </a>
  );
  if (seat === null) {
    const why =
      lack === null
        ? ''
        : [planTexts.why[lack.why], ...(lack.reason === null || !isHead ? [] : [say.reason(lack.reason)])];
    return [
      code,
      say.noSeat,
      '',
      '',
      <div key="note">
        {[...why].join(', ')} {change}
      </div>,
    ];
  }
  const notes = [
    ...(seat.frozen ? [say.frozen] : []),
    ...(seat.reason !== null && isHead ? [say.reason(seat.reason)] : []),
  ];
  return [
    code,
    // When it ends says who has more time: for the head alone.
    isHead ? `${instantInWords(seat.startsAt)}, ${say.end(clockTime(seat.endsAt))}` : instantInWords(seat.startsAt),
    <TypedWords key="room">{line.room ?? ''}</TypedWords>,
    seat.place === null ? '' : String(seat.place),
    <div key="note">
      {notes.join(', ')} {change}
    </div>,
  ];
}

function Granted({ effects }: { readonly effects: Effects }): JSX.Element | null {
  const { percent, alone, accessible, toArrange } = effects;
  const lines = [
    ...(percent > 0 ? [say.percent(percent)] : []),
    ...(alone ? [say.alone] : []),
    ...(accessible ? [say.accessible] : []),
    ...(toArrange.length > 0 ? [say.toArrange(toArrange.length)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Section title={say.effects} id="conditions">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
