import type { JSX } from 'preact';
import { checkingAddresses, NO_FILTER, type QueueFilter } from '../../../checking/index.ts';
import { messageDesk, NO_MESSAGE_FILTER } from '../../../messages/index.ts';
import { deskAddresses, SOUGHT_NAMES, sessionName } from '../../../scope/index.ts';
import { SMALL } from '../../../statistics/index.ts';
import { type Figure, Figures, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { Dashboard } from '../readDashboard.ts';
import { endOf, lastToEnd, sumOver } from '../rules/loads.ts';
import { completeIn, runningIn } from '../rules/picture.ts';
import type { Shown } from './shown.ts';

const say = dashboardTexts.answers;

/** What a recteur asks, each with its answer in a number, in the order in which it is asked. */
export function Answers({ catalogue, dashboard }: Shown): JSX.Element {
  const { picture, session, before } = dashboard;
  const running = runningIn(picture.states);
  const { registered } = picture;
  const compared =
    before === null || registered.before === null
      ? dashboardTexts.registered.noBefore
      : say.compared(
          dashboardTexts.registered.gap(registered.count, registered.before),
          registered.before,
          sessionName(catalogue, before.session),
          before.until,
        );
  return (
    <Figures
      figures={[
        {
          label: dashboardTexts.registered.count,
          value: wholeNumber(registered.count),
          ...opens(registered.count, deskAddresses.files({ session: session.code })),
          detail: compared,
        },
        {
          label: say.complete,
          value: wholeNumber(completeIn(picture.states)),
          ...opens(
            completeIn(picture.states),
            deskAddresses.files({ etat: SOUGHT_NAMES.complete, session: session.code }),
          ),
          detail: say.completeOf(running < SMALL ? null : completeIn(picture.states) / running, running),
        },
        {
          label: say.risk,
          value: wholeNumber(picture.incomplete),
          ...opens(picture.incomplete, deskAddresses.files({ etat: SOUGHT_NAMES.incomplete, session: session.code })),
          detail: picture.incomplete === 0 ? say.noRisk : say.riskOf,
        },
        ...waiting(dashboard),
      ]}
    />
  );
}

/** A number has a link to its list, unless nobody is in it. */
function opens(count: number, href: string): Pick<Figure, 'href'> {
  return count === 0 ? {} : { href };
}

function waiting({ groups, session }: Dashboard): readonly Figure[] {
  const pieces = sumOver(groups, ({ waiting: count }) => count);
  const [oldest] = groups.flatMap(({ oldestOn }) => oldestOn ?? []).toSorted(Temporal.PlainDate.compare);
  const [end, last] = [endOf(groups), lastToEnd(groups)];
  const messages = sumOver(groups, (line) => line.messages);
  const queue = (more: Partial<QueueFilter>): string =>
    checkingAddresses.queue({ ...NO_FILTER, state: 'handed-over', session: session.code, ...more });
  return [
    {
      label: say.waiting,
      value: wholeNumber(pieces),
      ...opens(pieces, queue({})),
      ...(oldest !== undefined && { detail: say.oldest(oldest) }),
    },
    {
      label: say.end,
      value: pieces === 0 ? say.ended : end === null ? say.never : say.day(end),
      // What is of no group is in nobody's list.
      ...(last !== null && last.code !== '' && { href: queue({ group: last.code }) }),
      ...(last !== null && {
        detail: say.pace(
          last.code,
          sumOver(groups, ({ pace }) => pace),
        ),
      }),
    },
    {
      label: say.messages,
      value: wholeNumber(messages),
      ...opens(messages, messageDesk.messages({ ...NO_MESSAGE_FILTER, session: session.code })),
    },
  ];
}
