import type { JSX } from 'preact';
import { checkingAddresses, NO_FILTER } from '../../../checking/index.ts';
import { messageDesk } from '../../../messages/index.ts';
import { Section, Table, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { GroupLine } from '../readDashboard.ts';
import { AGES } from '../rules/loads.ts';
import type { Shown } from './shown.ts';

const say = dashboardTexts.waiting;

/** What waits for each group, how old it is, when it will be done, and what could be shared out. */
export function WaitingLoads({ dashboard: { groups, session } }: Pick<Shown, 'dashboard'>): JSX.Element {
  const busy = groups.filter(({ waiting, messages }) => waiting + messages > 0);
  const sum = (of: (line: GroupLine) => number): number => groups.reduce((total, line) => total + of(line), 0);
  const queue = checkingAddresses.queue({ ...NO_FILTER, state: 'handed-over', session: session.code });
  return (
    <Section title={say.title}>
      {busy.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <>
          <p class="muted">{say.lead(dashboardTexts.measured)}</p>
          <Table
            caption={say.title}
            columns={say.columns.map((label, rank) => ({ label, figures: rank > 0 }))}
            scrolls
            rows={[
              ...busy.map((line) => ({
                key: line.code,
                cells: [
                  say.group(line.code),
                  wholeNumber(line.waiting),
                  ...AGES.map((days) => wholeNumber(line.over[days])),
                  oldestOf(line),
                  say.pace(line.pace),
                  line.waiting === 0 ? say.nothing : say.finish(line.finishOn),
                  say.share(line.share),
                  wholeNumber(line.messages),
                ],
              })),
              {
                key: 'all',
                cells: [
                  say.all,
                  <a key="queue" href={queue}>
                    {wholeNumber(sum(({ waiting }) => waiting))}
                  </a>,
                  ...AGES.map((days) => wholeNumber(sum(({ over }) => over[days]))),
                  say.nothing,
                  say.pace(sum(({ pace }) => pace)),
                  lastOf(groups),
                  say.nothing,
                  <a key="messages" href={messageDesk.messages()}>
                    {wholeNumber(sum(({ messages }) => messages))}
                  </a>,
                ],
              },
            ]}
          />
          <p>
            <a href={checkingAddresses.handOver({ session: session.code })}>{say.handOver}</a>
          </p>
        </>
      )}
    </Section>
  );
}

function oldestOf({ oldest, oldestOn }: GroupLine): JSX.Element | string {
  if (oldestOn === null) return say.nothing;
  const words = say.since(oldestOn);
  return oldest === null ? words : <a href={checkingAddresses.piece(oldest)}>{words}</a>;
}

/** When the last of them has nothing left. */
function lastOf(groups: readonly GroupLine[]): string {
  const waiting = groups.filter((line) => line.waiting > 0);
  const days = waiting.flatMap(({ finishOn }) => finishOn ?? []).toSorted(Temporal.PlainDate.compare);
  return waiting.length === 0 ? say.nothing : say.finish(days.length < waiting.length ? null : (days.at(-1) ?? null));
}
