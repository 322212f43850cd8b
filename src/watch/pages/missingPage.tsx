import type { JSX } from 'preact';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { planTexts } from '../../plan/index.ts';
import { parisDay } from '../../platform/time.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  Checklist,
  type ChecklistItem,
  Details,
  dayInWords,
  EmptyState,
  ListHead,
  type Option,
  Section,
  Table,
} from '../../ui/index.ts';
import { missingTexts as say } from '../missingTexts.ts';
import type { MissingItem } from '../rules/gaps.ts';
import type { DueExam } from '../store/watch.ts';

export type MissingLine = {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly count: number;
  /** Where it is mended; null: nowhere that this person may go. */
  readonly href: string | null;
};

export type GapLine = {
  readonly cfd: string;
  readonly name: string;
  readonly candidates: number;
  readonly gap: MissingItem;
  readonly href: string | null;
};

export type MissingView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: ResolvedSession;
  readonly candidates: number;
  /** From the files to the summonses: how far each is. */
  readonly stages: readonly ChecklistItem[];
  readonly files: readonly MissingLine[];
  readonly offered: number;
  readonly gaps: readonly GapLine[];
  /** The tests are near, and somebody has no seat. */
  readonly due: DueExam | null;
  /** No draft of rules is open. */
  readonly noDraft: boolean;
};

/** Said three weeks before: somebody who sits a test has no seat. */
export function Due({ due, label }: { readonly due: DueExam; readonly label: string }): JSX.Element {
  const { isPublished, first, session } = due;
  const say = planTexts.due;
  return (
    <Alert tone="danger" title={say.title}>
      <p>
        {say.text(isPublished, planTexts.behind(due), dayInWords(parisDay(first)), label)}{' '}
        <a href={addresses.plan({ session })}>{say.see}</a>
      </p>
    </Alert>
  );
}

/** *Préparer l'examen*: what is missing, with the way to mend it. */
export function MissingPage(view: MissingView): JSX.Element {
  const { session, files, gaps } = view;
  const name = view.sessions.find(({ value }) => value === session.code)?.label ?? session.label;
  const [urgent, others] = [
    gaps.filter(({ candidates }) => candidates > 0),
    gaps.filter((one) => one.candidates === 0),
  ];
  return (
    <ExamPage {...view} tab="missing" session={session.code} title={say.title}>
      <ListHead title={say.title} count={say.candidates(view.candidates)}>
        <SessionChoice action={addresses.home()} sessions={view.sessions} session={session.code} />
      </ListHead>
      {view.due !== null && <Due due={view.due} label={name} />}
      {!view.isHead && <p class="muted">{say.headOnly}</p>}
      <Section title={say.stages} id="etapes">
        <Checklist items={view.stages} />
      </Section>
      <Section title={say.files} id="dossiers">
        <Files files={files} />
      </Section>
      <Section title={say.rules} id="reglements">
        <p>{say.rulesLead(gaps.length, urgent.length, view.offered)}</p>
        {view.noDraft && gaps.length > 0 && (
          <p>
            {say.noDraft} <a href={addresses.rules}>{say.toRules}</a>
          </p>
        )}
        {urgent.length > 0 && <Gaps gaps={urgent} isUrgent />}
        {others.length > 0 && (
          <Details summary={say.withoutCandidates(others.length)}>
            <Gaps gaps={others} />
          </Details>
        )}
      </Section>
    </ExamPage>
  );
}

/** What has nobody left is counted in one line, and named in it. */
function Files({ files }: { readonly files: readonly MissingLine[] }): JSX.Element {
  const left = files.filter(({ count }) => count > 0);
  const settled = files.filter(({ count }) => count === 0).map(({ label }) => label);
  return (
    <>
      {left.length === 0 ? (
        <EmptyState title={say.filesNone}>{say.filesNoneText}</EmptyState>
      ) : (
        <Table
          caption={say.files}
          columns={say.filesColumns.map((label, index) => ({ label, figures: index === 1 }))}
          rows={left.map(({ key, label, hint, count, href }) => ({
            key,
            cells: [
              <>
                {href === null ? label : <a href={href}>{label}</a>}
                {hint !== undefined && <small class="muted"> {hint}</small>}
              </>,
              say.count(count),
            ],
          }))}
        />
      )}
      {settled.length > 0 && (
        <Details summary={say.filesSettled(settled.length)}>
          <ul>
            {settled.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** What has candidates stands open, by what it lacks: so many specialities of each, the others folded. */
const SHOWN = 5;

function Gaps({
  gaps,
  isUrgent = false,
}: {
  readonly gaps: readonly GapLine[];
  readonly isUrgent?: boolean;
}): JSX.Element {
  return (
    <>
      {[...Map.groupBy(gaps, ({ gap }) => say.lacks(gap))].map(([lacks, list]) => {
        const candidates = list.reduce((sum, one) => sum + one.candidates, 0);
        const [shown, others] = isUrgent ? [list.slice(0, SHOWN), list.slice(SHOWN)] : [list, []];
        return (
          <Details key={lacks} summary={say.lacking(lacks, list.length, candidates)} open={isUrgent}>
            <Specialities list={shown} />
            {others.length > 0 && (
              <Details summary={say.others(others.length)}>
                <Specialities list={others} />
              </Details>
            )}
          </Details>
        );
      })}
    </>
  );
}

function Specialities({ list }: { readonly list: readonly GapLine[] }): JSX.Element {
  return (
    <ul>
      {list.map(({ cfd, name, candidates, gap, href }) => (
        <li key={cfd}>
          {href === null ? name : <a href={href}>{name}</a>}
          {candidates > 0 && `, ${say.ofThem(candidates)}`} <small class="muted">{say.gap(gap).join('\u00a0; ')}</small>
        </li>
      ))}
    </ul>
  );
}
