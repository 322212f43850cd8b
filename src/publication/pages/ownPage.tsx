import type { JSX } from 'preact';
import type { Exam, Remedy } from '../../catalogue/index.ts';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import { type LastDay, lawTexts, type Where } from '../../law/index.ts';
import {
  Alert,
  BackLink,
  type Chrome,
  Details,
  dayInWords,
  type Flash,
  type FormState,
  markInWords,
  Page,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import { againOf, averageInWords, sumInWords } from '../contents.ts';
import { differenceLines } from '../differenceWords.ts';
import { type ResultReader, resultTexts } from '../resultTexts.ts';
import { forumOf } from '../rules/caseTime.ts';
import type { Difference } from '../rules/differences.ts';
import type { KeptMark } from '../rules/keptMarks.ts';
import type { VisibleResult } from '../store/results.ts';
import { texts } from '../texts.ts';
import { type OwnCase, OwnCases } from './ownCases.tsx';

const say = texts.own;

export type OwnPaper = { readonly key: string; readonly title: string; readonly href: string };
export type OwnView = {
  readonly chrome: Chrome;
  readonly enrolmentId: string;
  readonly documents: string;
  readonly flash: Flash | null;
} & (
  | { readonly state: 'nothing' }
  | { readonly state: 'announced'; readonly at: Temporal.Instant }
  | { readonly state: 'suspended'; readonly words: string }
  | ({ readonly state: 'published' } & PublishedView)
);
export type PublishedView = {
  readonly visible: VisibleResult;
  readonly named: ResultReader;
  readonly exam: Exam;
  readonly changes: readonly Difference[];
  readonly kept: readonly KeptMark[];
  readonly papers: readonly OwnPaper[];
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly cases: readonly OwnCase[];
  readonly form: FormState;
  /** `over`: its last day is past; it is taken all the same. */
  readonly remedies: readonly (Remedy & { readonly until: LastDay | null; readonly over: boolean })[];
  readonly where: Where;
};

/** *Mes résultats*: one's own, in words first; before the second, when it comes and nothing else. */
export function OwnPage(view: OwnView): JSX.Element {
  const faults = view.state === 'published' ? view.form.faults : [];
  return (
    <Page chrome={view.chrome} title={say.title} flash={view.flash} faults={faults}>
      <BackLink href={enrolmentAddresses.hub(view.enrolmentId)}>{say.back}</BackLink>
      <PageTitle>{say.title}</PageTitle>
      {view.state === 'nothing' && <p>{say.nothing}</p>}
      {view.state === 'announced' && (
        <Alert tone="info" title={say.announced(view.at)}>
          {say.announcedText}
        </Alert>
      )}
      {view.state === 'suspended' && (
        <Alert tone="warn" title={say.suspendedTitle}>
          <p class="typed">{view.words}</p>
        </Alert>
      )}
      {view.state === 'published' && <Published {...view} />}
    </Page>
  );
}

function Published(view: PublishedView & { readonly documents: string; readonly enrolmentId: string }): JSX.Element {
  const { visible, named, exam } = view;
  const { result, changeReason } = visible;
  const sum = sumInWords(result);
  const again = againOf(exam, result);
  return (
    <>
      <Alert tone={result.decision === 'ADMITTED' ? 'ok' : 'info'} title={resultTexts.decision(named, result)}>
        {averageInWords(exam, result).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {again !== null && <p>{again.sentence}</p>}
        <p>{resultTexts.record(result)}</p>
      </Alert>
      {changeReason !== null && (
        <Alert tone="warn" title={say.corrected}>
          <ul>
            {differenceLines(view.changes).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="typed">{say.reason(changeReason)}</p>
        </Alert>
      )}
      <Papers papers={view.papers} documents={view.documents} />
      <Section title={resultTexts.units}>
        <Table
          caption={resultTexts.units}
          columns={resultTexts.head.map((label, index) => ({ label, figures: index > 0 }))}
          rows={result.units.map((unit) => ({
            key: unit.id,
            cells: [
              <>
                {resultTexts.unit(unit)}
                {resultTexts.about(unit) !== '' && <small class="muted"> {resultTexts.about(unit)}</small>}
              </>,
              resultTexts.mark(unit),
              resultTexts.coefficient(unit),
              resultTexts.points(unit),
            ],
          }))}
        />
        {sum !== null && <p>{sum}</p>}
      </Section>
      {again !== null && (
        <Section title={resultTexts.toResit.title}>
          <ul>
            {again.units.map((unit) => (
              <li key={unit.id}>{resultTexts.unit(unit)}</li>
            ))}
          </ul>
          {exam.results.average.source !== null && (
            <p class="muted">{resultTexts.toResit.law(exam.results.average.source)}</p>
          )}
        </Section>
      )}
      <Kept kept={view.kept} source={exam.credits.source} />
      <Remedies remedies={view.remedies} where={view.where} />
      <OwnCases
        enrolmentId={view.enrolmentId}
        csrf={view.csrf}
        idempotencyKey={view.idempotencyKey}
        kinds={view.remedies.map(({ code, label }) => ({ value: code, label }))}
        cases={view.cases}
        state={view.form}
      />
      <p class="muted">{say.publishedOn(visible.announcedAt)}</p>
    </>
  );
}

function Papers({ papers, documents }: Pick<PublishedView, 'papers'> & { readonly documents: string }): JSX.Element {
  return (
    <Section title={say.papers}>
      {papers.length === 0 ? (
        <p>
          {say.papersComing} <a href={documents}>{say.allPapers}</a>
        </p>
      ) : (
        <ul>
          {papers.map(({ key, title, href }) => (
            <li key={key}>
              <a href={href} download>
                {say.download(title)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Kept({ kept, source }: Pick<PublishedView, 'kept'> & { readonly source: string }): JSX.Element | null {
  if (kept.length === 0) return null;
  const say = resultTexts.kept;
  return (
    <Section title={say.title}>
      <p>{say.lead}</p>
      <Table
        caption={say.title}
        columns={say.head.map((label, index) => ({ label, figures: index === 1 }))}
        rows={kept.map(({ unit, halfPoints, how, until }) => ({
          key: unit.id,
          cells: [resultTexts.unit(unit), `${markInWords(halfPoints)}${say.how[how]}`, say.until(until)],
        }))}
      />
      <p class="muted">{say.law(source)}</p>
    </Section>
  );
}

function Remedies({ remedies, where }: Pick<PublishedView, 'remedies' | 'where'>): JSX.Element {
  return (
    <Section title={say.remedies}>
      {remedies.map((remedy) => (
        <Details
          key={remedy.code}
          summary={
            remedy.until === null
              ? remedy.label
              : remedy.over
                ? say.remedyOver(remedy.label)
                : say.remedyUntil(remedy.label, lawTexts.inclusive(remedy.until))
          }
        >
          {explained(remedy, where).map((words) => (
            <p key={words}>{words}</p>
          ))}
          {remedy.source !== null && <p class="muted">{say.source(remedy.source)}</p>}
        </Details>
      ))}
      <p>{say.ask}</p>
    </Section>
  );
}

function explained(
  { words, nature, until, over }: PublishedView['remedies'][number],
  where: PublishedView['where'],
): readonly string[] {
  if (over && until !== null) return [...(words === undefined ? [] : [words]), say.remedyLate(dayInWords(until.last))];
  const law =
    nature === 'appeal'
      ? lawTexts.remedies({ until, where, author: 'jury' })
      : [lawTexts.silence(forumOf({ nature }), where)];
  return words === undefined ? law : [words, ...law];
}
