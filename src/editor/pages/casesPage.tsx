import type { JSX } from 'preact';
import type { CaseOutcome } from '../../simulation/index.ts';
import { Actions, Alert, ButtonLink, Details, Status, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { addInWords, examsIn } from '../doors.ts';
import { DRAFT_LIFE } from '../draft.ts';
import { ASKED } from '../form/cases.ts';
import { texts } from '../texts/checking.ts';
import { CASE_QUESTIONS } from '../texts/questions.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const say = texts.cases;

/** The typical candidates, run on the draft: those that fail first. null: the draft has faults, or they couldn't be run. */
export function CasesPage({
  view,
  cases,
}: {
  readonly view: DraftView;
  readonly cases: readonly CaseOutcome[] | null;
}): JSX.Element {
  return (
    <DraftFrame view={view} part="cas" title={say.title} lead={say.lead}>
      {cases === null ? (
        <Alert tone="warn">{view.open.read.ok ? say.notRun : say.notYet}</Alert>
      ) : (
        <CaseTable cases={cases} draft={view.open.draft.id} />
      )}
      <NewCases view={view} />
    </DraftFrame>
  );
}

/** Where a new one is begun: a link a question, of each exam. */
function NewCases({ view: { open } }: { readonly view: DraftView }): JSX.Element | null {
  if (!DRAFT_LIFE.may('save', open.draft.state)) return null;
  const links = [...examsIn(open).keys()].flatMap((exam) => ASKED.map((question) => ({ exam, question })));
  return (
    <Actions>
      {links.map(({ exam, question }) => (
        <ButtonLink
          key={`${exam} ${question}`}
          kind="secondary"
          href={addresses.part(open.draft.id, 'cas/nouveau', { examen: exam, question })}
        >
          {say.add(addInWords(open, 'cases', exam), CASE_QUESTIONS[question])}
        </ButtonLink>
      ))}
    </Actions>
  );
}

export function failing(cases: readonly CaseOutcome[]): readonly CaseOutcome[] {
  return cases.filter(({ differences }) => differences.length > 0);
}

/** How many hold and fail, in one line; with the link to them where there is a page to link to. */
export function CaseSummary({
  cases,
  href,
}: {
  readonly cases: readonly CaseOutcome[];
  readonly href: string;
}): JSX.Element {
  const failed = failing(cases).length;
  return (
    <p>
      {failed > 0 && <Status name="refused" label={say.failing(failed)} />}{' '}
      {failed < cases.length && <Status name="compliant" label={say.holding(cases.length - failed)} />}{' '}
      <a href={href}>{say.title}</a>
    </p>
  );
}

export function CaseTable({
  cases,
  draft,
}: {
  readonly cases: readonly CaseOutcome[];
  readonly draft: string;
}): JSX.Element {
  const rows = [
    ...alike(failing(cases)),
    ...cases.filter(({ differences }) => differences.length === 0).map((one) => [one]),
  ];
  return (
    <Table
      caption={say.title}
      columns={Object.values(say.columns)}
      rows={rows.map((some) => {
        const { differences = [], ruleCase } = some[0] ?? {};
        const holds = differences.length === 0;
        return {
          key: ruleCase?.code ?? '',
          cells: [
            <CaseNames key="cases" cases={some} draft={draft} />,
            <Status key="state" name={holds ? 'compliant' : 'refused'} label={holds ? say.holds : say.fails} />,
            holds ? '' : <Sentences key="what" sentences={differences} />,
          ],
        };
      })}
    />
  );
}

/** Those that fail for the same reason together, the most of them first. */
function alike(cases: readonly CaseOutcome[]): readonly (readonly CaseOutcome[])[] {
  const groups = Map.groupBy(cases, ({ differences }) => differences.join('\n'));
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function CaseNames({ cases, draft }: { readonly cases: readonly CaseOutcome[]; readonly draft: string }): JSX.Element {
  const links = cases.map(({ ruleCase: { code, title } }) => (
    <a key={code} href={addresses.part(draft, `cas/${encodeURIComponent(code)}`)}>
      {title}
    </a>
  ));
  if (links.length === 1) return <span>{links}</span>;
  return (
    <Details summary={say.alike(links.length)}>
      <ul>
        {links.map((link) => (
          <li key={link.key}>{link}</li>
        ))}
      </ul>
    </Details>
  );
}

export function Sentences({ sentences }: { readonly sentences: readonly string[] }): JSX.Element {
  const [only, ...others] = sentences;
  if (others.length === 0) return <span>{only}</span>;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
