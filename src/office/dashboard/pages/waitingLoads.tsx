import type { JSX } from 'preact';
import { checkingAddresses, NO_FILTER } from '../../../checking/index.ts';
import { type Column, Details, Section, Table, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { GroupLine } from '../readDashboard.ts';
import { endOf, sumOver } from '../rules/loads.ts';
import type { Shown } from './shown.ts';

const say = dashboardTexts.waiting;
const ALL = 'all';

/** What waits for each group, how old it is and when it will be done; folded, at what pace, and what could be shared out. */
export function WaitingLoads({ dashboard: { groups, session } }: Pick<Shown, 'dashboard'>): JSX.Element {
  const busy = groups.filter(({ waiting, messages }) => waiting + messages > 0);
  if (busy.length === 0)
    return (
      <Section title={say.title}>
        <p>{say.none}</p>
      </Section>
    );
  return (
    <Section title={say.title}>
      <Table
        caption={say.title}
        columns={say.columns.map(figuresAfterFirst)}
        rows={[
          ...busy.map((line) => ({
            key: line.code,
            cells: [
              say.group(line.code),
              waitingOf(session.code, line),
              wholeNumber(line.over[15]),
              oldestOf(line),
              line.waiting === 0 ? say.nothing : say.finish(line.finishOn),
            ],
          })),
          {
            key: ALL,
            cells: [
              say.all,
              wholeNumber(sumOver(groups, ({ waiting }) => waiting)),
              wholeNumber(sumOver(groups, ({ over }) => over[15])),
              say.nothing,
              groups.some(({ waiting }) => waiting > 0) ? say.finish(endOf(groups)) : say.nothing,
            ],
          },
        ]}
        compact
      />
      <Details summary={say.loads}>
        <p class="muted">{say.lead(dashboardTexts.measured)}</p>
        <Table
          caption={say.loads}
          columns={say.loadColumns.map(figuresAfterFirst)}
          rows={[
            ...groups.map((line) => ({
              key: line.code,
              cells: loadCells(say.group(line.code), line),
            })),
            {
              key: ALL,
              cells: loadCells(say.all, {
                over: { 7: sumOver(groups, ({ over }) => over[7]) },
                pace: sumOver(groups, ({ pace }) => pace),
                share: 0,
                messages: sumOver(groups, ({ messages }) => messages),
              }),
            },
          ]}
          compact
        />
        <p>
          <a href={checkingAddresses.handOver({ session: session.code })}>{say.handOver}</a>
        </p>
      </Details>
    </Section>
  );
}

/** Every group that the figures count, also one that has nothing left and could take from others. */
function loadCells(
  name: string,
  { over, pace, share, messages }: Pick<GroupLine, 'pace' | 'share' | 'messages'> & { over: { readonly 7: number } },
): readonly string[] {
  return [name, wholeNumber(over[7]), say.pace(pace), say.share(share), wholeNumber(messages)];
}

/** The list has as many; what is of no group is in nobody's list. */
function waitingOf(session: string, { code, waiting }: GroupLine): JSX.Element | string {
  const words = wholeNumber(waiting);
  if (waiting === 0 || code === '') return words;
  return <a href={checkingAddresses.queue({ ...NO_FILTER, state: 'handed-over', session, group: code })}>{words}</a>;
}

function figuresAfterFirst(label: string, rank: number): Column {
  return { label, figures: rank > 0 };
}

function oldestOf({ oldest, oldestOn }: GroupLine): JSX.Element | string {
  if (oldestOn === null) return say.nothing;
  const words = say.since(oldestOn);
  return oldest === null ? words : <a href={checkingAddresses.piece(oldest)}>{words}</a>;
}
