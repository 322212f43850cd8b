import type { JSX } from 'preact';
import { reminderDesk, reminderStep } from '../../../reminders/index.ts';
import { deskAddresses, pieceLabel } from '../../../scope/index.ts';
import { briefInstant, Section, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import { LAST_REFUSALS } from '../readDashboard.ts';
import { runningIn } from '../rules/picture.ts';
import type { Shown } from './shown.ts';
import { TopTable } from './topTable.tsx';

const { refusals: refused, risk, reminders: reminded } = dashboardTexts;
const figuresFrom = (from: number) => (label: string, rank: number) => ({ label, figures: rank >= from });

/** Lines that take three each: reasons, reminders. */
const FEW = 3;

/** The reasons of the last refusals, each with whom the same piece is still missing of. */
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
            top={FEW}
            columns={refused.columns.map(figuresFrom(1))}
            rows={refusals.reasons.map(({ code, text, times }) => ({
              key: `${code} ${text}`,
              cells: [
                <>
                  {text ?? refused.own}
                  <br />
                  <a href={deskAddresses.closing({ session: session.code, piece: code })}>
                    {pieceLabel(catalogue, { session: session.code, code })}
                  </a>
                </>,
                wholeNumber(times),
              ],
            }))}
          />
        </>
      )}
    </Section>
  );
}

/** What would be incomplete if nothing more came, by what is missing; each number opens these files, to be invited together. */
export function Risk({ catalogue, dashboard: { picture, session } }: Shown): JSX.Element {
  const { missing, incomplete, unsigned, states } = picture;
  return (
    <Section title={risk.title}>
      {incomplete === 0 ? (
        <p>{risk.none}</p>
      ) : (
        <>
          <p>
            {risk.lead(incomplete, runningIn(states), unsigned)}{' '}
            <a href={deskAddresses.closing({ session: session.code })}>{risk.invite}</a>
          </p>
          <TopTable
            caption={risk.title}
            columns={risk.columns.map(figuresFrom(1))}
            rows={missing.map(({ key, count }) => ({
              key,
              cells: [
                <a key={key} href={deskAddresses.closing({ session: session.code, piece: key })}>
                  {pieceLabel(catalogue, { session: session.code, code: key })}
                </a>,
                wholeNumber(count),
              ],
            }))}
          />
        </>
      )}
    </Section>
  );
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
            top={FEW}
            columns={reminded.columns.map(figuresFrom(2))}
            rows={reminders.map(({ until, step, at, sent, opened, whole }) => ({
              key: `${until} ${step}`,
              cells: [
                reminderStep(step, until),
                briefInstant(at),
                wholeNumber(sent),
                wholeNumber(opened),
                reminded.whole(whole, sent),
              ],
            }))}
          />
          <p class="muted">{reminded.note}</p>
        </>
      )}
      <p>
        <a href={reminderDesk.reminders({ session: session.code })}>{reminded.see}</a>
      </p>
    </Section>
  );
}
