import type { JSX } from 'preact';
import { academyName } from '../../catalogue/index.ts';
import { Actions, ButtonLink, Card, Columns, listing, Page, PageTitle, Section } from '../../ui/index.ts';
import { sessionsOfToday } from '../rules/phase.ts';
import { academiesOf, choiceIn, examsIn, sessionsIn } from '../rules/scope.ts';
import { sessionName } from '../sessionName.ts';
import { texts } from '../texts.ts';
import { Conditions } from './conditions.tsx';
import { ScopeChoice } from './scopeChoice.tsx';
import { SessionNotice } from './sessionNotice.tsx';
import { TradeSearch } from './tradeSearch.tsx';
import type { View } from './view.ts';

const say = texts.front;

/** The door: for whom, until when, how long, with what papers, and who helps. The sessions' notices say the deadline themselves. */
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
        <HowTo />
      </Columns>
      {tried.map((session) => (
        <p key={session.code} class="muted">
          {say.tried} <a href={`/calendrier#session-${session.code}`}>{sessionName(catalogue, session)}</a>
        </p>
      ))}
      <Columns>
        <Papers practice={exams.some(({ admission }) => admission.practice !== undefined)} />
        <Final />
      </Columns>
      <Columns>
        {exams.map((exam) => (
          <Conditions key={exam.code} exam={exam} named={exams.length > 1} academies={academiesOf(scope, exam)} />
        ))}
        <Help chrome={chrome} />
      </Columns>
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

function HowTo(): JSX.Element {
  return (
    <Section title={say.steps}>
      <p>{say.stepsText}</p>
      <ol>
        {say.phases.map((phase) => (
          <li key={phase.title}>
            <strong>{phase.title}.</strong> {phase.text}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Papers({ practice }: { readonly practice: boolean }): JSX.Element {
  return (
    <Section title={say.papers}>
      <ul>
        {[...say.papersList, ...(practice ? say.papersOfPractice : [])].map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ul>
      <p>
        {say.papersText} <a href="/aide#pdf">{say.papersHelp}</a>
      </p>
    </Section>
  );
}

function Final(): JSX.Element {
  return (
    <Section title={say.final}>
      <ol>
        {say.finalList.map((act) => (
          <li key={act}>{act}</li>
        ))}
      </ol>
      <p>{say.finalText}</p>
    </Section>
  );
}

function Help({ chrome }: Pick<View, 'chrome'>): JSX.Element {
  return (
    <Section title={say.help}>
      <p>{say.helpPhone}</p>
      <TradeSearch action="/contact" kept={choiceIn(chrome.address)} />
      <p>{say.helpOther}</p>
      <p>
        <a href="/aide">{say.helpPage}</a>
      </p>
    </Section>
  );
}
