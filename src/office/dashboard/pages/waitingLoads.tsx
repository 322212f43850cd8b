import type { JSX } from 'preact';
import { checkingAddresses, NO_FILTER, type QueueFilter } from '../../../checking/index.ts';
import { type Column, Details, Section, Table, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { GroupLine } from '../readDashboard.ts';
import { lastToEnd, sumOver } from '../rules/loads.ts';
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
        columns={say.columns.map(figuresButEnds)}
        rows={[
          ...busy.map((line) => ({
            key: line.code,
            cells: [
              say.group(line.code),
              waitingOf(session.code, line),
              waitingOf(session.code, line, 15),
              oldestOf(line),
              endOf(session.code, line),
            ],
          })),
          {
            key: ALL,
            cells: [
              say.all,
              allOf(session.code, groups),
              allOf(session.code, groups, 15),
              oldestOfAll(groups),
              endOf(session.code, lastToEnd(groups)),
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
              cells: loadCells(say.group(line.code), waitingOf(session.code, line, 7), line),
            })),
            {
              key: ALL,
              cells: loadCells(say.all, allOf(session.code, groups, 7), {
                pace: sumOver(groups, ({ pace }) => pace),
                share: 0,
                messages: sumOver(groups, ({ messages }) => messages),
              }),
            },
          ]}
          scrolls
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
  over: JSX.Element | string,
  { pace, share, messages }: Pick<GroupLine, 'pace' | 'share' | 'messages'>,
): readonly (JSX.Element | string)[] {
  return [name, over, say.pace(pace), say.share(share), wholeNumber(messages)];
}

type Age = keyof GroupLine['over'];

/** What waits for a group, or has for more than so many days. The list has as many; what is of no group is in nobody's list. */
function waitingOf(session: string, { code, waiting, over }: GroupLine, age?: Age): JSX.Element | string {
  const count = age === undefined ? waiting : over[age];
  return code === '' ? wholeNumber(count) : listed(count, { session, group: code, over: age });
}

/** The same of all groups together. */
function allOf(session: string, groups: readonly GroupLine[], age?: Age): JSX.Element | string {
  return listed(
    sumOver(groups, ({ waiting, over }) => (age === undefined ? waiting : over[age])),
    { session, over: age },
  );
}

/** When nothing of it waits any more; it opens what does. */
function endOf(session: string, line: GroupLine | null): JSX.Element | string {
  if (line === null || line.waiting === 0) return say.nothing;
  const words = say.finish(line.finishOn);
  return line.code === '' ? words : <a href={queue({ session, group: line.code })}>{words}</a>;
}

const queue = (filter: Partial<QueueFilter>): string =>
  checkingAddresses.queue({ ...NO_FILTER, state: 'handed-over', ...filter });

function listed(count: number, filter: Pick<QueueFilter, 'session' | 'group' | 'over'>): JSX.Element | string {
  const words = wholeNumber(count);
  if (count === 0) return words;
  return <a href={queue(filter)}>{words}</a>;
}

/** When it is done may be several words, which a column of figures keeps on one line. */
function figuresButEnds(label: string, rank: number, all: readonly string[]): Column {
  return { label, figures: rank > 0 && rank < all.length - 1 };
}

function figuresAfterFirst(label: string, rank: number): Column {
  return { label, figures: rank > 0 };
}

function oldestOfAll(groups: readonly GroupLine[]): JSX.Element | string {
  const day = ({ oldestOn }: GroupLine): string => oldestOn?.toString() ?? '9999';
  const [first] = groups.toSorted((one, other) => day(one).localeCompare(day(other)));
  return first === undefined ? say.nothing : oldestOf(first);
}

function oldestOf({ oldest, oldestOn }: GroupLine): JSX.Element | string {
  if (oldestOn === null) return say.nothing;
  const words = say.since(oldestOn);
  return oldest === null ? words : <a href={checkingAddresses.piece(oldest)}>{words}</a>;
}
