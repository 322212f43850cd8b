import type { JSX } from 'preact';
import type { Catalogue } from '../../../catalogue/index.ts';
import { NoSession, type Scope, SessionChoice, sessionName, sessionOptions } from '../../../scope/index.ts';
import { Details, EmptyState, instantInWords, Page, type PageFrame, PageTitle, TableLinks } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { dashboardTexts as say } from '../dashboardTexts.ts';
import type { Dashboard } from '../readDashboard.ts';
import { Answers } from './answers.tsx';
import { Funnel } from './funnel.tsx';
import { Refusals, Reminders, Risk } from './lacks.tsx';
import { Registered } from './registered.tsx';
import type { Shown } from './shown.ts';
import { WaitingLoads } from './waitingLoads.tsx';

export type DashboardView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  /** null: the academy has no session. */
  readonly dashboard: Dashboard | null;
};

/** Where a session stands, for who runs the office and answers for it: what counts files, pieces or messages opens the list of them, where there is one of the same number. One sheet when printed. */
export function DashboardPage({ catalogue, scope, dashboard, ...view }: DashboardView): JSX.Element {
  return (
    <Page {...view} layout="wide" title={say.title} sheets={['charts', 'overview']}>
      <PageTitle
        {...(dashboard !== null && {
          kicker: say.place(
            catalogue.academy(scope.academy)?.name ?? scope.academy,
            sessionName(catalogue, dashboard.session),
          ),
          aside: say.counted(dashboard.at),
        })}
      >
        {say.title}
      </PageTitle>
      {dashboard === null ? (
        <NoSession />
      ) : (
        <div class="overview">
          <Whole catalogue={catalogue} dashboard={dashboard} />
          {scope.sessions.length > 1 && (
            <Details summary={say.other}>
              <SessionChoice
                action={addresses.dashboard()}
                sessions={sessionOptions(catalogue, scope)}
                session={dashboard.session.code}
              />
            </Details>
          )}
        </div>
      )}
    </Page>
  );
}

function Whole({ catalogue, dashboard }: Shown): JSX.Element {
  const { picture, session } = dashboard;
  if (picture.registered.count + picture.drafts === 0)
    return <EmptyState title={say.none}>{say.noneText(instantInWords(session.window.opensAt))}</EmptyState>;
  return (
    <>
      <Answers catalogue={catalogue} dashboard={dashboard} />
      <div class="blocks">
        <Registered catalogue={catalogue} dashboard={dashboard} />
        <WaitingLoads dashboard={dashboard} />
        <Funnel dashboard={dashboard} />
        <Risk catalogue={catalogue} dashboard={dashboard} />
        <Refusals catalogue={catalogue} dashboard={dashboard} />
        <Reminders dashboard={dashboard} />
      </div>
      <Details summary={say.files}>
        <p class="muted">{say.lead}</p>
        <p>
          <TableLinks
            label={say.forOffice}
            href={(format) => addresses.dashboardFile({ session: session.code, format })}
          />
        </p>
        <p>
          <TableLinks
            label={say.forOthers}
            href={(format) => addresses.dashboardFile({ session: session.code, format, pour: 'diffusion' })}
          />
        </p>
        <p class="muted">{say.protection}</p>
      </Details>
    </>
  );
}
