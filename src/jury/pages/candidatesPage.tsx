import type { JSX } from 'preact';
import { keysOf } from '../../platform/keys.ts';
import {
  BackLink,
  EmptyState,
  Identifier,
  ListHead,
  Page,
  type PageFrame,
  Pagination,
  Status,
  type StatusName,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import type { Jury } from '../jury.ts';
import type { JuryDecision } from '../verdict.ts';
import type { JuryCounts } from './views.ts';

/** What a list may hold, by the word of its address. */
export const LISTS = {
  tous: null,
  'a-voir': null,
  proches: ['near'],
  refuses: ['below', 'barred'],
  'non-juges': ['not-judged'],
  admis: ['admitted'],
} as const;
export type ListName = keyof typeof LISTS;

export const DECISION_LOOKS: Readonly<Record<JuryDecision, StatusName>> = {
  ADMITTED: 'compliant',
  REFUSED: 'refused',
  NOT_JUDGED: 'irrelevant',
};

export type CandidateLine = {
  readonly id: string;
  readonly number: string;
  /** Null: not asked for. */
  readonly name: string | null;
  readonly speciality: string;
  readonly average: string;
  readonly professional: string | null;
  /** « U10 à 7,5 (+1) »; empty: no single mark is enough. */
  readonly least: string;
  /** « U20 : 9,5 → 10 » */
  readonly points: readonly string[];
  readonly decision: JuryDecision;
  readonly examined: boolean;
  readonly notes: readonly string[];
};

export type CandidatesView = PageFrame & {
  readonly jury: Jury;
  readonly counts: JuryCounts;
  readonly list: ListName;
  readonly lines: readonly CandidateLine[];
  readonly page: number;
  readonly pages: number;
  readonly two: boolean;
  /** Null: they may not see any. */
  readonly names: boolean | null;
};

/** The candidates of a jury, nearest to what is asked first, by number alone until names are asked for. */
export function CandidatesPage(view: CandidatesView): JSX.Element {
  const { jury, counts, list, lines, names, two } = view;
  const more = names === true ? { noms: 1 } : {};
  const title = `${say.title}, ${jury.name}`;
  const examined = jury.state !== 'closed' && lines.some((line) => line.examined);
  // A column in which nothing stands is left out.
  const raises = lines.some(({ least }) => least !== '');
  const pointed = lines.some(({ points }) => points.length > 0);
  const noted = lines.some(({ notes }) => notes.length > 0);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title}>
      <BackLink href={addresses.jury(jury.id)}>{say.back}</BackLink>
      <ListHead title={title} count={say.count(counts.all)} help={say.order}>
        {names !== null && (
          <a href={addresses.candidates(jury.id, { liste: list, ...(names ? {} : { noms: 1 }) })}>
            {names ? say.hideNames : say.names}
          </a>
        )}
      </ListHead>
      <Filters {...view} more={more} />
      {lines.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={title}
          columns={[
            { label: say.columns.number, narrow: true },
            ...(names === true ? [say.columns.name] : []),
            ...(jury.specialities.length > 1 ? [say.columns.speciality] : []),
            { label: say.columns.average, figures: true, narrow: true },
            ...(two ? [{ label: say.columns.professional, figures: true, narrow: true }] : []),
            ...(raises ? [{ label: say.columns.least, narrow: true }] : []),
            ...(pointed ? [{ label: say.columns.points, narrow: true }] : []),
            { label: say.columns.decision, narrow: true },
            ...(examined ? [{ label: say.columns.examined, narrow: true }] : []),
            ...(noted ? [say.columns.notes] : []),
          ]}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <a key="n" href={addresses.candidate(jury.id, line.id, { liste: list, ...more })}>
                <Identifier>{line.number}</Identifier>
              </a>,
              ...(names === true ? [<TypedWords key="who">{line.name ?? ''}</TypedWords>] : []),
              ...(jury.specialities.length > 1 ? [line.speciality] : []),
              line.average,
              ...(two ? [line.professional ?? ''] : []),
              ...(raises ? [line.least] : []),
              ...(pointed ? [line.points.join(', ')] : []),
              <Status key="d" name={DECISION_LOOKS[line.decision]} label={say.decisions[line.decision]} />,
              ...(examined ? [line.examined ? say.isExamined : ''] : []),
              ...(noted ? [line.notes.join('\u00a0; ')] : []),
            ],
          }))}
        />
      )}
      <Pagination
        page={view.page}
        pages={view.pages}
        href={(page) => addresses.candidates(jury.id, { liste: list, ...more, page })}
      />
    </Page>
  );
}

function Filters({
  jury,
  counts,
  list,
  more,
}: CandidatesView & { readonly more: Readonly<Record<string, number>> }): JSX.Element {
  const count = (name: ListName): number => {
    if (name === 'a-voir') return counts.toExamine;
    const some = LISTS[name];
    return some === null ? counts.all : some.reduce((sum, one) => sum + counts[one], 0);
  };
  const labels: Readonly<Record<ListName, string>> = {
    tous: say.all,
    'a-voir': say.toExamine,
    proches: say.standings.near,
    refuses: say.standings.below,
    'non-juges': say.standings['not-judged'],
    admis: say.standings.admitted,
  };
  return (
    <nav aria-label={say.title}>
      <p>
        {keysOf(LISTS)
          .filter((name) => name !== 'a-voir' || jury.state !== 'closed')
          .map((name, index) => (
            <>
              {index > 0 && ' · '}
              <a
                key={name}
                href={addresses.candidates(jury.id, { liste: name, ...more })}
                aria-current={name === list ? 'page' : undefined}
              >
                {`${labels[name]} (${count(name)})`}
              </a>
            </>
          ))}
      </p>
    </nav>
  );
}
