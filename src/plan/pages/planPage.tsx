import type { JSX } from 'preact';
import { examAddresses as addresses, ExamPage } from '../../exam/index.ts';
import { parisDay } from '../../platform/time.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  Details,
  EmptyState,
  Figures,
  Identifier,
  ListHead,
  numericDay,
  Section,
  Status,
  type StatusName,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import type { ExamPlan, PlanState } from '../plan.ts';
import { planTexts as say } from '../planTexts.ts';
import { Acts } from './planActs.tsx';
import { Search } from './planSearch.tsx';
import type { PlanView, WithPlan } from './planView.ts';

const LOOKS: Readonly<Record<PlanState, StatusName>> = {
  working: 'received',
  draft: 'deposited',
  failed: 'refused',
  published: 'compliant',
  replaced: 'replaced',
};

/** Who sits where: what there is, in figures, and what may be done with it now. */
export function PlanPage(view: PlanView): JSX.Element {
  const { plan, session, isHead } = view;
  return (
    <ExamPage {...view} tab="plan" title={say.title}>
      <ListHead
        title={say.title}
        count={plan === null ? '' : say.short(plan.number)}
        action={plan === null ? undefined : <Status name={LOOKS[plan.state]} label={say.states[plan.state]} />}
      >
        <SessionChoice action={addresses.plan()} sessions={view.sessions} session={session} />
      </ListHead>
      {plan === null && view.plans.length > 0 ? (
        <EmptyState title={say.gone}>{say.goneText}</EmptyState>
      ) : plan === null ? (
        <EmptyState title={say.none}>{isHead ? say.noneText.head : say.noneText.others}</EmptyState>
      ) : (
        <State {...view} plan={plan} />
      )}
      {view.behind !== null && (
        <Alert tone="warn" title={say.behindTitle}>
          <p>{say.behindText(say.behind(view.behind))}</p>
          {view.behind.mend > 0 && plan !== null && (
            <p>
              <a href={addresses.planFaults({ session, numero: plan.number })}>{say.faults.title}</a>
            </p>
          )}
        </Alert>
      )}
      {isHead && <Acts {...view} />}
      {plan !== null && view.counts !== null && <Placed {...view} plan={plan} counts={view.counts} />}
      {view.plans.length > (plan === null ? 0 : 1) && <Others {...view} />}
    </ExamPage>
  );
}

function State({ plan, nameOf, session }: WithPlan): JSX.Element {
  const { state, failure, publishedAt } = plan;
  return (
    <>
      {state === 'working' && (
        <Alert tone="info">
          <p>
            {say.working(plan.orderedAt, nameOf(plan.orderedBy))}{' '}
            <a href={addresses.plan({ session })}>{say.refresh}</a>
          </p>
        </Alert>
      )}
      {failure !== null && <Alert tone="danger">{say.failure(failure)}</Alert>}
      {state === 'published' && publishedAt !== null && <p>{say.published(publishedAt, nameOf(plan.publishedBy))}</p>}
      {state === 'replaced' && <p>{say.replacedText}</p>}
      {state === 'draft' && <p>{say.ordered(plan, nameOf(plan.orderedBy))}</p>}
    </>
  );
}

function Placed(view: WithPlan & { readonly counts: NonNullable<PlanView['counts']> }): JSX.Element {
  const { plan, counts, session } = view;
  const numero = plan.number;
  const without = counts.without > 0 ? { href: addresses.without({ session, numero }) } : {};
  return (
    <>
      <Figures
        figures={[
          { label: say.figures.placed, value: wholeNumber(counts.persons), detail: say.figures.seats(counts.seats) },
          {
            label: say.figures.without,
            value: wholeNumber(counts.without),
            detail: say.figures.units(counts.units),
            ...without,
          },
          { label: say.figures.km, value: say.figures.kmValue(counts.km), detail: say.figures.kmText(counts.homeless) },
          { label: say.figures.frozen, value: wholeNumber(counts.frozen), detail: say.figures.frozenText },
        ]}
      />
      <Search session={session} numero={numero} words="" />
      {view.isHead && plan.figures !== null && <How figures={plan.figures} />}
      <Section title={say.byCentre} id="centres">
        <Table
          caption={say.byCentre}
          columns={say.byCentreColumns.map((label, index) => ({ label, figures: index > 1, narrow: index === 0 }))}
          rows={view.centres.map((centre) => ({
            key: centre.centreId,
            cells: [
              <a key="code" href={addresses.planCentre(centre.centreId, { session, numero })}>
                <Identifier>{centre.code}</Identifier>
              </a>,
              centre.city,
              wholeNumber(centre.persons),
              wholeNumber(centre.specialities),
              say.roomsUsed(centre.used, centre.rooms),
              wholeNumber(centre.capacity),
            ],
          }))}
        />
      </Section>
    </>
  );
}

function How({ figures }: { readonly figures: NonNullable<ExamPlan['figures']> }): JSX.Element {
  const { standing = null } = figures;
  const methods = [
    ['solver', figures.solver],
    ['greedy', figures.greedy],
    ...(standing === null ? [] : [['standing', standing] as const]),
  ] as const;
  return (
    <Details summary={say.how}>
      <p>{say.howText(figures.kept, figures.status)}</p>
      <Table
        caption={say.how}
        columns={say.howColumns.map((label, index) => ({ label, figures: index > 0 }))}
        rows={methods.map(([name, one]) => ({
          key: name,
          cells:
            one === null
              ? [say.methods[name], say.noAnswer, '', '', '']
              : [say.methods[name], ...[one.km, one.boards, one.unplaced, one.lacking].map(wholeNumber)],
        }))}
      />
    </Details>
  );
}

function Others({ plans, plan, session }: PlanView): JSX.Element {
  return (
    <Details summary={say.others}>
      <Table
        caption={say.others}
        columns={say.othersColumns.map((label, index) => ({ label, narrow: index === 0 }))}
        rows={plans.map((one) => ({
          key: one.id,
          cells: [
            one.id === plan?.id ? (
              say.number(one.number)
            ) : (
              <a key="number" href={addresses.plan({ session, numero: one.number })}>
                {say.number(one.number)}
              </a>
            ),
            say.states[one.state],
            numericDay(parisDay(one.orderedAt)),
            one.publishedAt === null ? '' : numericDay(parisDay(one.publishedAt)),
          ],
        }))}
      />
    </Details>
  );
}
