import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import {
  Alert,
  BackLink,
  Button,
  clockTime,
  Details,
  emptyForm,
  type Field,
  FilterSelect,
  Form,
  FormField,
  type FormState,
  instantInWords,
  type Option,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import type { ExamPlan } from '../plan.ts';
import { planTexts } from '../planTexts.ts';
import type { MoveRefusal } from '../rules/handMove.ts';
import { reasonField } from './planFields.ts';

type Common = ExamFrame & {
  readonly session: string;
  readonly plan: ExamPlan;
  readonly id: string;
  readonly name: string;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

export type MoveView = Common & {
  readonly unit: string;
  readonly code: string;
  readonly centres: readonly Option[];
  readonly centre: string;
  readonly km: number | null;
  readonly placeField: Field;
  readonly options: readonly Option[];
  readonly refused: readonly {
    readonly key: string;
    readonly room: string;
    readonly at: Temporal.Instant;
    readonly why: readonly MoveRefusal[];
  }[];
  readonly inCalendar: boolean;
  /** Which of the page's two forms was refused. */
  readonly form: 'place' | 'enlever';
  readonly hasSeat: boolean;
};

const say = planTexts.move;

/** One unit of one candidate: every room and hour of a centre with what it costs, before anything is written. */
export function MovePage(view: MoveView): JSX.Element {
  const { plan, session, id, unit, options, state } = view;
  const more = { session, numero: plan.number };
  const hidden = { csrf: view.csrf, idempotencyKey: view.idempotencyKey, version: plan.rowVersion };
  return (
    <ExamPage {...view} form={view.form === 'enlever' ? view.form : 'champ'} tab="plan" title={say.title(view.code)}>
      <BackLink href={addresses.planPerson(id, more)}>{say.back(view.name)}</BackLink>
      <PageTitle>{say.title(view.code)}</PageTitle>
      <Form action={addresses.unitSeat(id, unit)} method="get" label={say.centre} inline>
        <input type="hidden" name="session" value={session} />
        <input type="hidden" name="numero" value={plan.number} />
        <FilterSelect name="centre" label={say.centre} options={view.centres} chosen={view.centre} />
        <Button kind="secondary">{say.show}</Button>
      </Form>
      <p>{say.km(view.km)}</p>
      {options.length === 0 ? (
        <Alert tone="warn">{view.inCalendar ? say.none : say.noSitting}</Alert>
      ) : (
        <Form
          action={addresses.unitSeat(id, unit, { ...more, centre: view.centre })}
          {...hidden}
          state={view.form === 'place' ? state : emptyForm}
          label={say.options}
          submit={say.submit}
        >
          <FormField field={view.placeField} />
          <FormField field={reasonField} />
        </Form>
      )}
      {view.refused.length > 0 && (
        <Section title={say.refused} id="salles-ecartees">
          <Table
            caption={say.refused}
            columns={say.refusedColumns}
            rows={view.refused.map(({ key, room, at, why }) => ({
              key,
              cells: [room, instantInWords(at), why.map((one) => planTexts.refusals[one]).join(', ')],
            }))}
          />
        </Section>
      )}
      {view.hasSeat && (
        <Details summary={say.away} open={view.form === 'enlever'}>
          <p>{say.awayText}</p>
          <Form
            action={addresses.seatRemoval(id, unit, more)}
            {...hidden}
            state={view.form === 'enlever' ? state : emptyForm}
            prefix="enlever"
            label={say.away}
            submit={say.away}
            kind="danger"
          >
            <FormField field={reasonField} />
          </Form>
        </Details>
      )}
    </ExamPage>
  );
}

export type ToCentreView = Common & {
  readonly centre: { readonly id: string; readonly code: string };
  readonly km: { readonly before: number | null; readonly after: number | null };
  readonly seats: readonly {
    readonly unit: string;
    readonly code: string;
    readonly room: string;
    readonly startsAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
  }[];
  readonly lacking: readonly { readonly code: string; readonly why: string }[];
};

/** All units of one candidate at another centre, as they would be. */
export function ToCentrePage(view: ToCentreView): JSX.Element {
  const { plan, session, id, centre, seats, lacking } = view;
  const words = planTexts.toCentre;
  const more = { session, numero: plan.number };
  return (
    <ExamPage {...view} tab="plan" title={words.title(centre.code)}>
      <BackLink href={addresses.planPerson(id, more)}>{say.back(view.name)}</BackLink>
      <PageTitle kicker={view.name}>{words.title(centre.code)}</PageTitle>
      <p>{words.km(view.km.before, view.km.after)}</p>
      {seats.length === 0 ? (
        <Alert tone="warn">{words.none}</Alert>
      ) : (
        <Table
          caption={words.title(centre.code)}
          columns={words.columns}
          rows={seats.map((seat) => ({
            key: seat.unit,
            cells: [
              seat.code,
              `${instantInWords(seat.startsAt)}, ${planTexts.person.end(clockTime(seat.endsAt))}`,
              seat.room,
            ],
          }))}
        />
      )}
      {lacking.length > 0 && (
        <Alert tone="warn">
          <p>{words.lacking(lacking.length)}</p>
          <ul>
            {lacking.map(({ code, why }) => (
              <li key={code}>
                {code}, {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {seats.length > 0 && (
        <Form
          action={addresses.personAct(id, 'centre', { ...more, centre: centre.id })}
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          version={plan.rowVersion}
          state={view.state}
          label={words.title(centre.code)}
          submit={words.submit}
        >
          <FormField field={reasonField} />
        </Form>
      )}
    </ExamPage>
  );
}
