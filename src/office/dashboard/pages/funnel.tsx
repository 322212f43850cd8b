import type { JSX } from 'preact';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import type { Query } from '../../../platform/query.ts';
import { deskAddresses, filesTexts, SOUGHT, SOUGHT_NAMES } from '../../../scope/index.ts';
import { Bars, SMALL } from '../../../statistics/index.ts';
import { Details, Section, Table, wholeNumber } from '../../../ui/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import { completeIn } from '../rules/picture.ts';
import type { Shown } from './shown.ts';

const say = dashboardTexts.funnel;

/** What was begun, and how far it came; under the drawing each state with its list. */
export function Funnel({ dashboard: { picture, session } }: Pick<Shown, 'dashboard'>): JSX.Element {
  const { drafts, registered, states } = picture;
  const complete = completeIn(states);
  const begun = drafts + registered.count;
  const steps = [
    ['begun', begun],
    ['registered', registered.count],
    ['signed', complete + (states['missing-pieces'] ?? 0)],
    ['complete', complete],
  ] as const;
  return (
    <Section title={say.title}>
      {begun >= SMALL && (
        <Bars
          label={say.chart}
          bars={steps.map(([step, count]) => ({
            key: step,
            label: say.steps[step],
            value: count < SMALL ? 0 : (100 * count) / begun,
            words: wholeNumber(count),
            before: null,
          }))}
        />
      )}
      <Details summary={say.states}>
        <p class="muted">{say.left}</p>
        <Table
          caption={say.title}
          columns={say.columns.map((label, rank) => ({ label, figures: rank > 0 }))}
          rows={[
            { key: 'draft', cells: [say.drafts, wholeNumber(drafts)] },
            {
              key: 'registered',
              cells: [linked(say.steps.registered, registered.count, {}, session), wholeNumber(registered.count)],
            },
            {
              key: 'complete',
              cells: [
                linked(say.steps.complete, complete, { etat: SOUGHT_NAMES.complete }, session),
                wholeNumber(complete),
              ],
            },
            ...SOUGHT.filter((state) => (states[state] ?? 0) > 0).map((state) => ({
              key: state,
              cells: [
                <a key={state} href={deskAddresses.files({ etat: SOUGHT_NAMES[state], session: session.code })}>
                  {filesTexts.states[state]}
                </a>,
                wholeNumber(states[state] ?? 0),
              ],
            })),
          ]}
          compact
        />
      </Details>
    </Section>
  );
}

/** A step, and the list of as many files. */
function linked(words: string, count: number, query: Query, session: ResolvedSession): JSX.Element | string {
  return count === 0 ? words : <a href={deskAddresses.files({ ...query, session: session.code })}>{words}</a>;
}
