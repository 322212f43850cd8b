import type { JSX } from 'preact';
import { deskAddresses, sessionName, specialityName } from '../../../scope/index.ts';
import { Bars, ColumnsOverAxis, SMALL } from '../../../statistics/index.ts';
import { Columns, Details, Figures, Section, Table, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { Compared } from '../rules/picture.ts';
import type { Shown } from './shown.ts';

const say = dashboardTexts.registered;

/** Who registered: all, by speciality, by day and by hour, beside the session before. */
export function Registered({ catalogue, dashboard }: Shown): JSX.Element {
  const { picture, before, session } = dashboard;
  const { registered, specialities } = picture;
  const nameOf = (cfd: string): string => (cfd === '' ? say.unknown : specialityName(catalogue, cfd));
  const drawn = specialities.filter(({ count }) => count >= SMALL);
  const most = Math.max(1, ...specialities.flatMap(({ count, before: then }) => [count, then ?? 0]));
  const part = (count: number): number => (100 * count) / most;
  return (
    <Section title={say.title}>
      <Figures
        figures={[
          {
            label: say.count,
            value: wholeNumber(registered.count),
            href: deskAddresses.files({ session: session.code }),
            ...(registered.before !== null && { detail: say.gap(registered.count, registered.before) }),
          },
          ...(before === null || registered.before === null
            ? []
            : [
                {
                  label: labelBefore(sessionName(catalogue, before.session), before.until),
                  value: wholeNumber(registered.before),
                },
              ]),
        ]}
      />
      {before === null && <p class="muted">{say.noBefore}</p>}
      <h3>{say.bySpeciality}</h3>
      {drawn.length > 1 && (
        <Bars
          label={say.chart}
          bars={drawn.map(({ key, count, before: then }) => ({
            key,
            label: nameOf(key),
            value: part(count),
            words: wholeNumber(count),
            before: then === null || then < SMALL ? null : part(then),
          }))}
        />
      )}
      {drawn.length < specialities.length && <p class="muted">{say.few}</p>}
      <Table
        caption={say.bySpeciality}
        columns={[
          say.column,
          { label: say.count, figures: true },
          ...(before === null
            ? []
            : [
                { label: say.before, figures: true },
                { label: say.gapColumn, figures: true },
              ]),
          { label: say.incomplete, figures: true },
        ]}
        rows={[
          ...specialities.map((line) => ({
            key: line.key,
            cells: [nameOf(line.key), ...comparedCells(line), incompleteOf(session.code, line.key, line.incomplete)],
          })),
          {
            key: 'total',
            cells: [say.total, ...comparedCells(registered), incompleteOf(session.code, null, picture.incomplete)],
          },
        ]}
      />
      <Columns>
        <ByDay dashboard={dashboard} />
        <ByHour dashboard={dashboard} />
      </Columns>
    </Section>
  );
}

function labelBefore(session: string, until: Temporal.PlainDate | null): string {
  return until === null ? say.beforeWhole(session) : say.beforeOn(session, until);
}

function comparedCells({ count, before }: Compared): readonly string[] {
  return [wholeNumber(count), ...(before === null ? [] : [wholeNumber(before), say.gap(count, before)])];
}

/** Those that lack something, as the closing lists them, with what can be done for all of them. */
function incompleteOf(session: string, specialite: string | null, count: number): JSX.Element | string {
  return count === 0 ? '0' : <a href={deskAddresses.closing({ session, specialite })}>{wholeNumber(count)}</a>;
}

function ByDay({ dashboard: { picture, before } }: Pick<Shown, 'dashboard'>): JSX.Element | null {
  const { days } = picture;
  if (days.length === 0) return null;
  const counts = days.map(({ count }) => count);
  const most = Math.max(...counts);
  const dayOf = (day: string): string => say.day(Temporal.PlainDate.from(day));
  return (
    <div>
      <h3>{say.byDay}</h3>
      {most >= SMALL && (
        <ColumnsOverAxis
          label={say.dayChart(wholeNumber(most))}
          values={counts}
          from={0}
          axis={days.flatMap(({ day }, rank) =>
            rank % 5 === 0 && (rank % 15 === 0 || days.length < 16) ? [dayOf(day)] : rank % 5 === 0 ? [''] : [],
          )}
        />
      )}
      <Details summary={say.dayTwin}>
        <Table
          caption={say.byDay}
          columns={say.dayColumns
            .slice(0, before === null ? 2 : 3)
            .map((label, rank) => ({ label, figures: rank > 0 }))}
          rows={days.map(({ day, count, before: then }) => ({
            key: day,
            cells: [dayOf(day), wholeNumber(count), ...(then === null ? [] : [wholeNumber(then)])],
          }))}
        />
      </Details>
    </div>
  );
}

function ByHour({ dashboard: { picture } }: Pick<Shown, 'dashboard'>): JSX.Element | null {
  const last = picture.days.at(-1);
  if (last === undefined) return null;
  const day = say.day(Temporal.PlainDate.from(last.day));
  return (
    <div>
      <h3>{say.byHour(day)}</h3>
      {Math.max(...picture.hours) >= SMALL && (
        <ColumnsOverAxis label={say.hourChart(day)} values={picture.hours} from={0} axis={say.axis} />
      )}
      <Details summary={say.hourTwin}>
        <Table
          caption={say.byHour(day)}
          columns={say.hourColumns.map((label, rank) => ({ label, figures: rank > 0 }))}
          rows={picture.hours.flatMap((count, hour) =>
            count === 0 ? [] : [{ key: String(hour), cells: [say.hour(hour), wholeNumber(count)] }],
          )}
        />
      </Details>
    </div>
  );
}
