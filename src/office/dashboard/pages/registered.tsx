import type { ComponentChildren, JSX } from 'preact';
import { deskAddresses, SOUGHT_NAMES, specialityName } from '../../../scope/index.ts';
import { ColumnsOverAxis, SMALL } from '../../../statistics/index.ts';
import { type Column, Details, Section, Table, wholeNumber } from '../../../ui/index.ts';
import { TOP } from '../../pages/topTable.tsx';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { Compared, Picture } from '../rules/picture.ts';
import type { Shown } from './shown.ts';

const say = dashboardTexts.registered;

/** Who registered, by day and by speciality: the largest, and all of them folded, beside the session before. */
export function Registered({ catalogue, dashboard }: Shown): JSX.Element {
  const { picture, before, session } = dashboard;
  const { registered, specialities } = picture;
  const nameOf = (cfd: string): string => (cfd === '' ? say.unknown : specialityName(catalogue, cfd));
  const figures = (label: string): Column => ({ label, figures: true });
  const total = { key: 'total', count: registered.count, before: registered.before, incomplete: picture.incomplete };
  const cellsOf = ({ key, incomplete, ...counts }: Picture['specialities'][number], isWhole: boolean) => [
    key === total.key ? say.total : nameOf(key),
    ...comparedCells(counts, isWhole, listOf(session.code, key === total.key ? null : key, counts.count)),
    listOf(session.code, key === total.key ? null : key, incomplete, SOUGHT_NAMES.incomplete),
  ];
  const table = (lines: Picture['specialities'], isWhole: boolean): JSX.Element => (
    <Table
      caption={isWhole ? say.everySpeciality : say.bySpeciality}
      columns={[
        say.column,
        figures(say.count),
        ...(before === null ? [] : [...(isWhole ? [figures(say.before)] : []), figures(say.gapColumn)]),
        figures(say.lacking),
      ]}
      rows={[...lines, total].map((line) => ({ key: line.key, cells: cellsOf(line, isWhole) }))}
      compact={!isWhole}
      scrolls={isWhole}
    />
  );
  return (
    <Section title={say.title}>
      <ByDay dashboard={dashboard} />
      {table(specialities.slice(0, TOP), false)}
      {specialities.length > TOP && (
        <Details summary={say.allSpecialities(specialities.length)}>
          {before !== null && <p class="muted">{say.comparedAs}</p>}
          {table(specialities, true)}
        </Details>
      )}
    </Section>
  );
}

function comparedCells(
  { count, before }: Compared,
  isWhole: boolean,
  list: ComponentChildren,
): readonly ComponentChildren[] {
  return [list, ...(before === null ? [] : [...(isWhole ? [wholeNumber(before)] : []), say.signed(count, before)])];
}

/** A number, and the list of as many files. `speciality`: null where it is of all; a file without one is in no such list. */
function listOf(session: string, speciality: string | null, count: number, etat?: string): ComponentChildren {
  const words = wholeNumber(count);
  if (count === 0 || speciality === '') return words;
  return <a href={deskAddresses.files({ etat, session, specialite: speciality })}>{words}</a>;
}

/** A column of fewer than `SMALL` isn't drawn: it would be of one person. */
const drawn = (counts: readonly number[]): readonly number[] => counts.map((count) => (count < SMALL ? 0 : count));

function ByDay({ dashboard: { picture, before } }: Pick<Shown, 'dashboard'>): JSX.Element | null {
  const { days, hours } = picture;
  const last = days.at(-1);
  if (last === undefined) return null;
  const counts = days.map(({ count }) => count);
  const most = Math.max(...counts);
  const dayOf = (day: string): string => say.day(Temporal.PlainDate.from(day));
  const lastDay = dayOf(last.day);
  return (
    <>
      {most >= SMALL && (
        <>
          <p class="muted">{say.byDay(counts.some((count) => count > 0 && count < SMALL))}</p>
          <ColumnsOverAxis
            label={say.dayChart(wholeNumber(most))}
            values={drawn(counts)}
            from={0}
            axis={days.flatMap(({ day }, rank) =>
              rank % 5 === 0 && (rank % 15 === 0 || days.length < 16) ? [dayOf(day)] : rank % 5 === 0 ? [''] : [],
            )}
          />
        </>
      )}
      <Details summary={say.dayTwin}>
        <Table
          caption={say.dayCaption}
          columns={say.dayColumns.slice(0, before === null ? 2 : 3).map(figuresAfterFirst)}
          rows={days.map(({ day, count, before: then }) => ({
            key: day,
            cells: [dayOf(day), wholeNumber(count), ...(then === null ? [] : [wholeNumber(then)])],
          }))}
          compact
        />
        {Math.max(...hours) >= SMALL && (
          <ColumnsOverAxis label={say.hourChart(lastDay)} values={drawn(hours)} from={0} axis={say.axis} />
        )}
        <Table
          caption={say.byHour(lastDay)}
          columns={say.hourColumns.map(figuresAfterFirst)}
          rows={hours.flatMap((count, hour) =>
            count === 0 ? [] : [{ key: String(hour), cells: [say.hour(hour), wholeNumber(count)] }],
          )}
          compact
        />
      </Details>
    </>
  );
}

function figuresAfterFirst(label: string, rank: number): Column {
  return { label, figures: rank > 0 };
}
