import type { JSX } from 'preact';
import { checkingAddresses } from '../../../checking/index.ts';
import { distance } from '../../../platform/french/distance.ts';
import { Section, Table, wholeNumber } from '../../../ui/index.ts';
import { homeTexts } from '../homeTexts.ts';

const say = homeTexts.groups;

export type GroupView = {
  /** null: of no group, as a file whose speciality nobody follows. */
  readonly code: string | null;
  /** Who follows it, by name. */
  readonly people: readonly string[];
  readonly pieces: Waiting;
  readonly messages: Waiting;
};
/** `oldest`: the piece that waits longest. */
type Waiting = {
  readonly count: number;
  readonly since: Temporal.Instant | null;
  readonly oldest: string | null;
};

/** What waits for whom, group by group, the longest wait first; groups in which nothing waits are one line. */
export function WaitingGroups({
  groups,
  now,
}: {
  readonly groups: readonly GroupView[];
  readonly now: Temporal.Instant;
}): JSX.Element | null {
  const isQuiet = ({ pieces, messages }: GroupView): boolean => pieces.count + messages.count === 0;
  const [busy, quiet] = [groups.filter((one) => !isQuiet(one)), groups.filter(isQuiet)];
  if (busy.length === 0) return null;
  const written = groups.some(({ messages }) => messages.count > 0);
  return (
    <Section title={say.title}>
      <Table
        caption={say.title}
        columns={say.columns.slice(0, written ? 4 : 3)}
        rows={busy.map(({ code, people, pieces, messages }) => ({
          key: `${code}`,
          cells: [
            code === null ? say.noGroup : say.group(code),
            people.length === 0 ? say.nobody : people.join(', '),
            <Since key="pieces" of={pieces} none={say.none.pieces} now={now} />,
            ...(written ? [<Since key="messages" of={messages} none={say.none.messages} now={now} />] : []),
          ],
        }))}
        compact
      />
      {quiet.length > 0 && <p class="muted">{say.quiet(quiet.flatMap(({ code }) => code ?? []))}</p>}
    </Section>
  );
}

/** How many wait, and since when the first of them. */
function Since({
  of: { count, since, oldest },
  none,
  now,
}: {
  readonly of: Waiting;
  readonly none: string;
  readonly now: Temporal.Instant;
}): JSX.Element {
  if (since === null) return <>{none}</>;
  const words = say.since(since, distance(now, since));
  return (
    <>
      <b>{wholeNumber(count)}</b>, {oldest === null ? words : <a href={checkingAddresses.piece(oldest)}>{words}</a>}
    </>
  );
}
