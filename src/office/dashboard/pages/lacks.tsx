import type { JSX } from 'preact';
import { reminderDesk, reminderStep } from '../../../reminders/index.ts';
import { deskAddresses, pieceLabel, SOUGHT_NAMES } from '../../../scope/index.ts';
import { briefInstant, Section, wholeNumber } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { TopTable } from '../../pages/topTable.tsx';
import { dashboardTexts } from '../dashboardTexts.ts';
import { LAST_REFUSALS } from '../readDashboard.ts';
import { type Picture, runningIn } from '../rules/picture.ts';
import type { Shown } from './shown.ts';

const { refusals: refused, risk, reminders: reminded } = dashboardTexts;
const figuresFrom = (from: number) => (label: string, rank: number) => ({ label, figures: rank >= from });

/** Lines that take four each on a telephone. */
const FEW = { reasons: 2, reminders: 1 } as const;

/** The reasons of the last refusals, each with its piece. */
export function Refusals({ catalogue, dashboard: { refusals, session } }: Shown): JSX.Element {
  return (
    <Section title={refused.title}>
      {refusals.total === 0 ? (
        <p>{refused.none}</p>
      ) : (
        <>
          <p class="muted">{refused.lead(refusals.total, LAST_REFUSALS)}</p>
          <TopTable
            caption={refused.title}
            top={FEW.reasons}
            columns={refused.columns.map(figuresFrom(1))}
            rows={refusals.reasons.map(({ code, text, times }) => ({
              key: `${code} ${text}`,
              cells: [
                <>
                  {text ?? refused.own}
                  <br />
                  {pieceLabel(catalogue, { session: session.code, code })}
                </>,
                <a key="refus" href={addresses.refusedFor({ session: session.code, piece: code, raison: text })}>
                  {wholeNumber(times)}
                </a>,
              ],
            }))}
          />
        </>
      )}
    </Section>
  );
}

/** What would be incomplete if nothing more came, by what is missing; all of them open as a list. */
export function Risk({ catalogue, dashboard: { picture, session } }: Shown): JSX.Element {
  const { missing, incomplete, unsigned, states } = picture;
  const incompletes = { etat: SOUGHT_NAMES.incomplete, session: session.code };
  return (
    <Section title={risk.title}>
      {incomplete === 0 ? (
        <p>{risk.none}</p>
      ) : (
        <>
          <p>
            {risk.lead(incomplete, runningIn(states))}
            {unsigned > 0 && (
              <>
                {risk.amongThem}
                <a href={deskAddresses.files({ ...incompletes, etat: SOUGHT_NAMES.unsigned })}>
                  {risk.unsigned(unsigned)}
                </a>
              </>
            )}
            .{' '}
            <a class="act" href={deskAddresses.files(incompletes)}>
              {risk.see}
            </a>
          </p>
          {isForClosing(picture) && (
            <p class="muted act">
              <a href={deskAddresses.closing({ session: session.code })}>{risk.closing}</a>
              {risk.closingLists}
            </p>
          )}
          <TopTable
            caption={risk.title}
            columns={risk.columns.map(figuresFrom(1))}
            rows={missing.map(({ key, count }) => ({
              key,
              cells: [
                pieceLabel(catalogue, { session: session.code, code: key }),
                <a key="dossiers" href={deskAddresses.files({ ...incompletes, manque: key })}>
                  {wholeNumber(count)}
                </a>,
              ],
            }))}
          />
        </>
      )}
    </Section>
  );
}

/** Once all that run are validated, as in a session that is over, the closing has nobody left. */
function isForClosing({ states }: Picture): boolean {
  return (['under-reserve', 'to-sign', 'missing-pieces'] as const).some((state) => (states[state] ?? 0) > 0);
}

/** What was sent, the last first, and of how many of them nothing is missing any more. */
export function Reminders({ dashboard: { reminders, session } }: Pick<Shown, 'dashboard'>): JSX.Element {
  return (
    <Section title={reminded.title}>
      {reminders.length === 0 ? (
        <p>{reminded.none}</p>
      ) : (
        <>
          <TopTable
            caption={reminded.title}
            top={FEW.reminders}
            columns={reminded.columns.map(figuresFrom(2))}
            rows={reminders.map(({ until, step, at, sent, opened, whole }) => ({
              key: `${until} ${step}`,
              cells: [
                reminderStep(step, until),
                briefInstant(at),
                ...sentLists({ session: session.code, until, step }, [
                  [sent, wholeNumber(sent)],
                  [opened, wholeNumber(opened), 'opened'],
                  [whole, reminded.whole(whole, sent), 'whole'],
                ]),
              ],
            }))}
          />
          <p class="muted">{reminded.note}</p>
        </>
      )}
      <p class="act">
        <a href={reminderDesk.reminders({ session: session.code })}>{reminded.see}</a>
      </p>
    </Section>
  );
}

type Sent = Parameters<typeof reminderDesk.sent>[0];

/** Each number opens those whom it counts, where there are any. */
function sentLists(
  step: Sent,
  numbers: readonly (readonly [count: number, words: string, brought?: Sent['brought']])[],
): readonly (JSX.Element | string)[] {
  return numbers.map(([count, words, brought]) =>
    count === 0 ? (
      words
    ) : (
      <a key={brought ?? 'sent'} href={reminderDesk.sent(brought === undefined ? step : { ...step, brought })}>
        {words}
      </a>
    ),
  );
}
