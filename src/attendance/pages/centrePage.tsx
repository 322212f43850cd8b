import { Fragment, type JSX } from 'preact';
import { ExamPage } from '../../exam/index.ts';
import {
  ActionForm,
  BackLink,
  Button,
  EmptyState,
  FilterSelect,
  Form,
  FormFields,
  type FormState,
  ListHead,
  type Option,
  type PageFrame,
  PageTitle,
  Pagination,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { MOST, type ToldPresence } from '../attendance.ts';
import { words } from '../device/words.ts';
import { type PresenceState, SIGHTS, type Tally } from '../rules/tally.ts';
import { officeTexts as say } from '../texts.ts';
import { correctionFields, keeperFields } from './fields.ts';

export type SeatLine = ToldPresence & {
  readonly enrolment: string;
  readonly unit: string;
  readonly name: string;
  readonly number: string;
  readonly title: string;
  /** « Salle A, table 12, de 9 h 00 à 12 h 00 ». */
  readonly seat: string;
  /** « noté par le centre à 9 h 02 »; null: nothing yet. */
  readonly noted: string | null;
  readonly other: ToldPresence | null;
};

export type CentreView = PageFrame & {
  readonly session: string;
  readonly day: string;
  readonly centre: { readonly id: string; readonly name: string };
  readonly tally: Tally;
  readonly sight: PresenceState;
  readonly lines: readonly SeatLine[];
  readonly found: number;
  readonly page: number;
};

/** The candidates of one centre on one day, each with what was said and the way to correct it. */
export function CentrePage(view: CentreView): JSX.Element {
  const { session, day, centre, sight, lines, tally } = view;
  const here = { session, jour: day, centre: centre.id };
  const of = say.candidates;
  return (
    <ExamPage {...view} isHead tab="attendance" title={centre.name}>
      <BackLink href={addresses.overview({ session, jour: day })}>{of.back}</BackLink>
      <ListHead title={centre.name} count={say.count(tally.expected, tally.none)}>
        <Form action={addresses.overview()} method="get" label={of.only} hidden={here} inline>
          <FilterSelect
            name="voir"
            label={of.only}
            options={SIGHTS.map((value) => ({ value, label: of.filters[value] }))}
            chosen={sight}
          />
          <Button kind="secondary">{say.show}</Button>
        </Form>
      </ListHead>
      {lines.length === 0 ? (
        <EmptyState title={of.none}>{of.noneText}</EmptyState>
      ) : (
        <Table
          caption={of.title}
          columns={[of.name, of.unit, of.seat, of.state, { label: of.act, narrow: true }]}
          rows={lines.map((line) => ({
            key: `${line.enrolment}.${line.unit}`,
            cells: [
              <Fragment key="name">
                <TypedWords>{line.name}</TypedWords> <small class="muted">{line.number}</small>
              </Fragment>,
              line.title,
              <TypedWords key="seat">{line.seat}</TypedWords>,
              <div key="state">
                {words.told(line)}
                {line.noted !== null && <small class="muted"> {line.noted}</small>}
                {line.other !== null && <small class="danger"> {words.disputed(line.other)}</small>}
              </div>,
              <a
                key="act"
                href={addresses.correction({ ...here, inscription: line.enrolment, unite: line.unit })}
                aria-label={`${of.correct}, ${line.name}`}
              >
                {of.correct}
              </a>,
            ],
          }))}
        />
      )}
      <Pagination
        page={view.page}
        pages={Math.ceil(view.found / MOST.page)}
        href={(page) => addresses.overview({ ...here, voir: sight, page })}
      />
    </ExamPage>
  );
}

export type CorrectionView = PageFrame & {
  readonly session: string;
  readonly day: string;
  readonly centre: string;
  readonly line: SeatLine;
  readonly seen: number;
  readonly state: FormState;
};

export function CorrectionPage(view: CorrectionView): JSX.Element {
  const { session, day, centre, line, seen, state } = view;
  const of = say.correction;
  const here = { session, jour: day, centre, inscription: line.enrolment, unite: line.unit };
  return (
    <ExamPage {...view} isHead tab="attendance" title={of.title} state={state}>
      <BackLink href={addresses.overview({ session, jour: day, centre })}>{of.back}</BackLink>
      <PageTitle kicker={`${line.name}, ${line.number}`} lead={of.lead}>
        {of.title}
      </PageTitle>
      <p>
        {line.title}. {line.seat}. {of.was(words.told(line))}
      </p>
      {line.other !== null && <p class="fault">{words.disputed(line.other)}</p>}
      <Form
        action={addresses.correction(here)}
        csrf={view.csrf}
        state={state}
        hidden={{ vu: String(seen) }}
        submit={of.submit}
      >
        <FormFields fields={correctionFields} />
      </Form>
    </ExamPage>
  );
}

export type KeepersView = PageFrame & {
  readonly session: string;
  readonly people: readonly Option[];
  readonly centres: readonly Option[];
  readonly lines: readonly {
    readonly account: string;
    readonly name: string;
    readonly centre: string;
    readonly since: string;
  }[];
  readonly state: FormState;
};

/** Who keeps which centre of a session. */
export function KeepersPage(view: KeepersView): JSX.Element {
  const { session, people, centres, lines, state } = view;
  const of = say.keepers;
  return (
    <ExamPage {...view} isHead tab="attendance" title={of.title} state={state}>
      <BackLink href={addresses.overview({ session })}>{of.back}</BackLink>
      <PageTitle lead={of.lead}>{of.title}</PageTitle>
      {lines.length === 0 ? (
        <EmptyState title={of.none}>{of.noneText}</EmptyState>
      ) : (
        <Table
          caption={of.title}
          columns={[of.person, of.centre, of.since, { label: of.remove, narrow: true }]}
          rows={lines.map((line) => ({
            key: line.account,
            cells: [
              line.name,
              line.centre,
              line.since,
              <ActionForm
                key="remove"
                action={addresses.keeperRemoval({ session })}
                csrf={view.csrf}
                hidden={{ personne: line.account }}
              >
                <Button kind="row" about={line.name}>
                  {of.remove}
                </Button>
              </ActionForm>,
            ],
          }))}
        />
      )}
      {people.length === 0 ? (
        <p>
          {of.nobody} <a href="/gestion/personnel">{of.staff}</a>
        </p>
      ) : centres.length === 0 ? (
        <p>{of.noCentre}</p>
      ) : (
        <Form action={addresses.keepers({ session })} csrf={view.csrf} state={state} submit={of.submit}>
          <FormFields fields={keeperFields(people, centres)} />
        </Form>
      )}
    </ExamPage>
  );
}
