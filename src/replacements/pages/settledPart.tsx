import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { outcomeInWords } from '../../jury/index.ts';
import { Details, Table } from '../../ui/index.ts';
import type { Absence } from '../replacement.ts';
import { texts as say } from '../texts.ts';
import type { ReplacementsView } from './views.ts';

/** Of its form among the others. */
export function idOf({ enrolmentId, unit }: Pick<Absence, 'enrolmentId' | 'unit'>): string {
  return `${enrolmentId}-${unit}`;
}

/** What was decided of and is no absence any more, or whose candidate left: no decision leaves the page. */
export function SettledPart({ settled, ended }: ReplacementsView): JSX.Element | null {
  const count = settled.length + ended.length;
  if (count === 0) return null;
  const row = (one: (typeof settled)[number] | (typeof ended)[number], now: string) => ({
    key: idOf(one),
    cells: [
      `${personName(one.person)} ${one.number}`,
      one.specialityName,
      one.title,
      `${say.decidedOn(one.decision.outcome, one.decision.decidedAt)} ${say.decided(one.decision.words, one.decision.receivedOn)}`,
      now,
    ],
  });
  return (
    <Details summary={say.settled(count)}>
      <Table
        caption={say.settled(count)}
        columns={say.settledColumns}
        rows={[
          ...settled.map((one) =>
            row(
              one,
              one.outcome.code === 'not-entered'
                ? say.awaited
                : say.settledNow(outcomeInWords(one.outcome), one.lockedAt),
            ),
          ),
          ...ended.map((one) => row(one, say.ended[one.why])),
        ]}
      />
    </Details>
  );
}
