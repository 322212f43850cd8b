import type { JSX } from 'preact';
import { academyName } from '../../catalogue/index.ts';
import { Actions, ButtonLink, Card, Columns, Leads, listing, Page, PageTitle, Section } from '../../ui/index.ts';
import { sessionsOfToday } from '../rules/phase.ts';
import { carrying, examsIn, sessionsIn } from '../rules/scope.ts';
import { sessionName } from '../sessionName.ts';
import { texts } from '../texts.ts';
import { ScopeChoice } from './scopeChoice.tsx';
import { SessionNotice } from './sessionNotice.tsx';
import type { View } from './view.ts';

const say = texts.front;

/** The door: for whom, until when, the one act, and where the rest is. The sessions' notices say the deadline themselves. */
export function FrontPage(view: View): JSX.Element {
  const { site, chrome, now, scope } = view;
  const catalogue = site.catalogue();
  const today = scope.offerings.flatMap((one) => sessionsOfToday(sessionsIn(catalogue, { offerings: [one] }), now));
  const tried = today.filter((session) => session.demonstration && today.some((one) => !one.demonstration));
  const sessions = today.filter((session) => !tried.includes(session));
  const exams = examsIn(scope);
  const nouns = listing(
    exams.map(({ noun }) => noun),
    'ou',
  );
  const title = say.title(nouns);
  const several = scope.offerings.length > 1;
  const alone = exams.every(({ admission }) => admission.formerOrDistance !== undefined);
  return (
    <Page chrome={{ ...chrome, strip: null }} title={title} description={say.description(nouns)} indexed layout="wide">
      <PageTitle
        kicker={say.kicker(scope.academy === null ? null : academyName(scope.academy))}
        lead={alone ? say.lead : say.leadOfAll}
      >
        {title}
      </PageTitle>
      <ScopeChoice {...view} />
      <Columns>
        {sessions.length === 0 && <NoSession />}
        {sessions.map((session, index) => (
          <SessionNotice
            key={session.code}
            name={several ? sessionName(catalogue, session) : say.session(session.label, session.demonstration)}
            session={session}
            now={now}
            first={index === 0}
          />
        ))}
        <Before chrome={chrome} />
      </Columns>
      {tried.map((session) => (
        <p key={session.code} class="muted">
          {say.tried} <a href={`/calendrier#session-${session.code}`}>{sessionName(catalogue, session)}</a>
        </p>
      ))}
    </Page>
  );
}

function NoSession(): JSX.Element {
  return (
    <Card level={2} title={say.none}>
      <p>{say.noneText}</p>
      <Actions>
        <ButtonLink href="/connexion">{say.follow}</ButtonLink>
        <ButtonLink href="/contact" kind="secondary">
          {say.findOfficer}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** What some read before they begin, each on its own page. */
function Before({ chrome }: Pick<View, 'chrome'>): JSX.Element {
  const { leads } = say;
  const rows = [
    { href: '/comment-s-inscrire', label: texts.howTo.title, text: leads.howTo },
    { href: '/simulateur', label: say.simulate, text: leads.simulate },
    { href: '/contact', label: say.findOfficer, text: leads.officer },
    { href: '/aide', label: say.helpPage, text: leads.help },
  ];
  return (
    <Section title={say.before}>
      <Leads rows={rows.map((row) => ({ ...row, href: carrying(row.href, chrome.address) }))} />
    </Section>
  );
}
