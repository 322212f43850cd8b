import type { JSX } from 'preact';
import { Actions, ButtonLink, Card, EmptyState, Page, PageTitle } from '../../ui/index.ts';
import type { View } from '../pages/view.ts';
import { currentSession } from '../rules/phase.ts';
import { carrying, type Scope, sessionsIn } from '../rules/scope.ts';
import { texts } from '../texts.ts';

const say = texts.simulator;

/** `/simulateur`: what it tells, what it keeps (nothing), and where to begin. */
export function StartPage({ site, chrome, now, scope }: View): JSX.Element {
  const session = currentSession(sessionsIn(site.catalogue(), scope), now);
  return (
    <Page chrome={chrome} title={say.title} description={say.description} indexed>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {session === null ? (
        <EmptyState title={say.noSession} action={<a href="/calendrier">{texts.calendar.title}</a>}>
          {null}
        </EmptyState>
      ) : (
        <>
          <ul>
            {say.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <Actions>
            <ButtonLink href={carrying(`/simulateur/${firstQuestion(scope)}`, chrome.address)}>{say.start}</ButtonLink>
          </Actions>
        </>
      )}
      <Card level={2} title={say.average.title}>
        <p>{say.averageText}</p>
        <Actions>
          <ButtonLink kind="secondary" href={carrying('/simulateur/moyenne', chrome.address)}>
            {say.averageLink}
          </ButtonLink>
        </Actions>
      </Card>
    </Page>
  );
}

/** What isn't chosen yet comes first. */
function firstQuestion({ exam, academy }: Scope): string {
  if (exam === null) return 'examen';
  return academy === null ? 'academie' : 'specialite';
}
