import type { JSX } from 'preact';
import { Actions, ButtonLink, Card, Columns, listing, Page, PageTitle, Section } from '../../ui/index.ts';
import { sessionsOfToday } from '../rules/phase.ts';
import { texts } from '../texts.ts';
import { Conditions } from './conditions.tsx';
import { SessionNotice, sessionName } from './sessionNotice.tsx';
import { TradeSearch } from './tradeSearch.tsx';
import type { View } from './view.ts';

const say = texts.front;

/** The door: for whom, until when, how long, with what papers, and who helps. The sessions' notices say the deadline themselves. */
export function FrontPage({ site, chrome, now }: View): JSX.Element {
  const catalogue = site.catalogue();
  const sessions = sessionsOfToday(catalogue.sessions(), now);
  const academies = catalogue.academies();
  const several = new Set(sessions.map(({ exam, academy }) => `${exam} ${academy}`)).size > 1;
  const nouns = listing(
    catalogue.exams().map(({ noun }) => noun),
    'ou',
  );
  const title = say.title(nouns);
  const only = academies.length === 1 ? academies[0] : undefined;
  return (
    <Page chrome={{ ...chrome, strip: null }} title={title} description={say.description(nouns)} indexed layout="wide">
      <PageTitle kicker={say.kicker(only?.label ?? null)} lead={say.lead}>
        {title}
      </PageTitle>
      <Columns>
        {sessions.length === 0 && <NoSession />}
        {sessions.map((session, index) => (
          <SessionNotice
            key={session.code}
            name={
              several
                ? `${sessionName(catalogue, session)}, ${catalogue.academy(session.academy)?.label}`
                : say.session(session.label, session.demonstration)
            }
            session={session}
            now={now}
            first={index === 0}
          />
        ))}
        <HowTo />
      </Columns>
      <Columns>
        <Papers />
        <Final />
      </Columns>
      <Columns>
        <Conditions academies={academies} />
        <Help />
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

function Papers(): JSX.Element {
  return (
    <Section title={say.papers}>
      <ul>
        {say.papersList.map((paper) => (
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

function Help(): JSX.Element {
  return (
    <Section title={say.help}>
      <p>{say.helpPhone}</p>
      <TradeSearch action="/contact" />
      <p>{say.helpOther}</p>
      <p>
        <a href="/aide">{say.helpPage}</a>
      </p>
    </Section>
  );
}
