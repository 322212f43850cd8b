import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { EmptyState, Identifier, ListHead, NBSP, Table, TypedWords, wholeNumber } from '../../ui/index.ts';
import type { PlanUnseated } from '../plan.ts';
import { planTexts as say } from '../planTexts.ts';
import { Search } from './planSearch.tsx';

type Line = { readonly id: string; readonly number: string; readonly name: string; readonly speciality: string };
type Numbered = ExamFrame & { readonly session: string; readonly numero: number };

export type FoundView = Numbered & {
  readonly words: string;
  readonly lines: readonly (Line & { readonly centre: string | null; readonly km: number | null })[];
  readonly more: boolean;
};

/** Candidates found by number or name. */
export function FoundPage(view: FoundView): JSX.Element {
  const { session, numero, lines } = view;
  return (
    <ExamPage {...view} tab="plan" title={say.search}>
      <ListHead title={say.search} count={say.found(lines.length)} />
      <Search session={session} numero={numero} words={view.words} />
      {lines.length === 0 ? (
        <EmptyState title={say.foundNone} />
      ) : (
        <Table
          caption={say.search}
          columns={say.foundColumns.map((label, index) => ({ label, narrow: index === 0, figures: index === 4 }))}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <PersonLink key="number" {...line} session={session} numero={numero} />,
              <TypedWords key="name">{line.name}</TypedWords>,
              line.speciality,
              line.centre ?? say.noCentre,
              line.km === null ? '' : `${wholeNumber(line.km)}${NBSP}km`,
            ],
          }))}
        />
      )}
      {view.more && <p class="muted">{say.foundMore}</p>}
    </ExamPage>
  );
}

export function PersonLink({
  id,
  number,
  session,
  numero,
}: Pick<Line, 'id' | 'number'> & Pick<Numbered, 'session' | 'numero'>): JSX.Element {
  return (
    <a href={addresses.planPerson(id, { session, numero })}>
      <Identifier>{number}</Identifier>
    </a>
  );
}

export type WithoutView = Numbered & {
  readonly total: number;
  readonly lines: readonly (Line & {
    readonly units: readonly { readonly code: string; readonly why: PlanUnseated['why'] }[];
  })[];
  readonly next: string | null;
};

/** Who lacks a seat, with the reason and where it is mended. */
export function WithoutPage(view: WithoutView): JSX.Element {
  const { session, numero, lines } = view;
  return (
    <ExamPage {...view} tab="plan" title={say.without.title}>
      <ListHead title={say.without.title} count={say.without.count(view.total)} />
      <p>
        <a href={addresses.plan({ session, numero })}>{say.without.back}</a>
      </p>
      {lines.length === 0 ? (
        <EmptyState title={say.without.none} />
      ) : (
        <Table
          caption={say.without.title}
          columns={say.without.columns.map((label, index) => ({ label, narrow: index === 0 }))}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <PersonLink key="number" {...line} session={session} numero={numero} />,
              <TypedWords key="name">{line.name}</TypedWords>,
              line.speciality,
              <Reasons key="units" view={view} line={line} />,
            ],
          }))}
        />
      )}
      {view.next !== null && (
        <p>
          <a href={addresses.without({ session, numero, apres: view.next })}>{say.without.next}</a>
        </p>
      )}
    </ExamPage>
  );
}

function Reasons({
  view,
  line,
}: {
  readonly view: WithoutView;
  readonly line: WithoutView['lines'][number];
}): JSX.Element {
  const { session, numero } = view;
  const mend: Readonly<Record<PlanUnseated['why'], { readonly href: string; readonly label: string }>> = {
    'no-sitting': { href: addresses.calendar({ session }), label: say.mend.calendar },
    'twice-at-once': { href: addresses.calendar({ session }), label: say.mend.calendar },
    elsewhere: { href: addresses.calendar({ session }), label: say.mend.calendar },
    'no-room': { href: addresses.centres({ session }), label: say.mend.centres },
    'no-centre': { href: addresses.centres({ session }), label: say.mend.centres },
    full: { href: addresses.centres({ session }), label: say.mend.centres },
    'taken-away': { href: addresses.planPerson(line.id, { session, numero }), label: say.mend.person },
  };
  const byWhy = [...Map.groupBy(line.units, ({ why }) => why)];
  return (
    <ul class="plain">
      {byWhy.map(([why, units]) => (
        <li key={why}>
          {units.map(({ code }) => code).join(', ')}
          {`${NBSP}: ${say.why[why]}`}
          {view.isHead && (
            <>
              {' '}
              (<a href={mend[why].href}>{mend[why].label}</a>)
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
