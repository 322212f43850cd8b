import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import type { Centre, Room } from '../../places/index.ts';
import { BackLink, clockTime, dayInWords, EmptyState, PageTitle, Section, Table } from '../../ui/index.ts';
import { planTexts } from '../planTexts.ts';
import type { beginningsAt } from '../store/planLists.ts';

const say = planTexts.centre;
/** From this hour on it is the afternoon. */
const NOON = 13;

type Beginning = Awaited<ReturnType<typeof beginningsAt>>[number];

export type PlanCentreView = ExamFrame & {
  readonly session: string;
  readonly numero: number;
  readonly centre: Centre;
  readonly rooms: readonly Room[];
  readonly persons: number;
  readonly beginnings: readonly Beginning[];
  readonly zone: string;
};

/** How full the rooms of a centre are, day by day: each beginning with its own hours, a board from its first call on. */
export function PlanCentrePage(view: PlanCentreView): JSX.Element {
  const { session, numero, centre, beginnings, zone } = view;
  const days = [
    ...Map.groupBy(beginnings, ({ startsAt }) => startsAt.toZonedDateTimeISO(zone).toPlainDate().toString()),
  ];
  const used = new Set(beginnings.map(({ roomId }) => roomId)).size;
  return (
    <ExamPage {...view} tab="plan" title={centre.name}>
      <BackLink href={addresses.plan({ session, numero })}>{say.back}</BackLink>
      <PageTitle kicker={`${centre.code} · ${centre.city}`} aside={planTexts.number(numero)}>
        {centre.name}
      </PageTitle>
      {days.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <p>{say.lead(view.persons, used)}</p>
      )}
      {days.map(([day, some]) => (
        <Section key={day} title={dayInWords(Temporal.PlainDate.from(day))} id={`jour-${day}`}>
          <Table
            caption={dayInWords(Temporal.PlainDate.from(day))}
            columns={say.columns}
            rows={view.rooms
              .filter(({ id }) => some.some(({ roomId }) => roomId === id))
              .map((room) => ({
                key: room.id,
                cells: [
                  room.name,
                  ...[true, false].map((morning) => (
                    <Groups
                      key={String(morning)}
                      room={room}
                      some={some.filter(
                        ({ roomId, startsAt }) =>
                          roomId === room.id && startsAt.toZonedDateTimeISO(zone).hour < NOON === morning,
                      )}
                    />
                  )),
                ],
              }))}
          />
        </Section>
      ))}
    </ExamPage>
  );
}

function Groups({ room, some }: { readonly room: Room; readonly some: readonly Beginning[] }): JSX.Element | null {
  if (some.length === 0) return null;
  return (
    <div>
      {some.map(({ startsAt, endsAt, count, turns }) => {
        const hours = [clockTime(startsAt), clockTime(endsAt)] as const;
        const said = turns ? say.turns(count, ...hours) : say.group(count, room.capacity, ...hours);
        return <div key={said}>{said}</div>;
      })}
    </div>
  );
}
