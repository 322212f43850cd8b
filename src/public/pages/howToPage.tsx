import type { JSX } from 'preact';
import { listing, Page, PageTitle, Section } from '../../ui/index.ts';
import { academiesOf, carrying, examsIn } from '../rules/scope.ts';
import { texts } from '../texts.ts';
import { Conditions } from './conditions.tsx';
import { ScopeChoice } from './scopeChoice.tsx';
import type { View } from './view.ts';

const say = texts.howTo;

/** What one reads before one begins: how long, with what papers, what makes it definitive, and who may. */
export function HowToPage(view: View): JSX.Element {
  const { chrome, scope } = view;
  const exams = examsIn(scope);
  const nouns = listing(
    exams.map(({ noun }) => noun),
    'ou',
  );
  const practice = exams.some(({ admission }) => admission.practice !== undefined);
  return (
    <Page chrome={chrome} title={say.title} description={say.description(nouns)} indexed>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <ScopeChoice {...view} />
      <Section title={say.steps}>
        <ol>
          {say.phases.map((phase) => (
            <li key={phase.title}>
              <strong>{phase.title}.</strong> {phase.text}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={say.papers} id="papiers">
        <ul>
          {[...say.papersList, ...(practice ? say.papersOfPractice : [])].map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
        <p>
          {say.papersText} <a href="/aide#pdf">{say.papersHelp}</a>
        </p>
      </Section>
      <Section title={say.final} id="definitive">
        <ol>
          {say.finalList.map((act) => (
            <li key={act}>{act}</li>
          ))}
        </ol>
        <p>{say.finalText}</p>
      </Section>
      {exams.map((exam) => (
        <Conditions key={exam.code} exam={exam} named={exams.length > 1} academies={academiesOf(scope, exam)} />
      ))}
      <Section title={say.help}>
        <p>
          {say.helpText} <a href={carrying('/contact', chrome.address)}>{texts.front.findOfficer}</a>
        </p>
      </Section>
    </Page>
  );
}
