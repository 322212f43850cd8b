import type { JSX } from 'preact';
import { NoSession } from '../../scope/index.ts';
import {
  BackLink,
  type Column,
  Details,
  decimalComma,
  EmptyState,
  Figures,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { SessionFigures } from '../readFigures.ts';
import { passRate } from '../rules/counts.ts';
import { COUNTS, type CountedLine, KINDS, type Kind, type ResultCounts } from '../statistics.ts';
import { texts as say } from '../texts.ts';
import { Bars } from './charts.tsx';
import { Files, SessionChoice, type Sessions } from './parts.tsx';

export type StatisticsView = PageFrame &
  Sessions & {
    readonly sessionName: string;
    /** null: nothing is published. */
    readonly figures: SessionFigures | null;
    /** Where the results are published. */
    readonly results: string;
  };

/** How a session went: the whole, then by speciality, centre and department, drawn and in figures. */
export function StatisticsPage(view: StatisticsView): JSX.Element {
  const { figures, session } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} sheets={['charts']}>
      <BackLink href={view.results}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionName} lead={say.lead}>
        {say.title}
      </PageTitle>
      <SessionChoice action={addresses.home()} {...view} />
      {session === '' ? (
        <NoSession />
      ) : figures === null ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <>
          <Whole figures={figures} />
          <p>
            <a href={addresses.marks({ session })}>{say.seeMarks}</a>
          </p>
          <Details summary={say.means}>
            <ul>
              {say.meanings.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Details>
          {KINDS.map((kind) => (
            <OfKind key={kind} kind={kind} figures={figures} session={session} />
          ))}
        </>
      )}
    </Page>
  );
}

function Whole({ figures: { all, before } }: { readonly figures: SessionFigures }): JSX.Element {
  const words = say.figures;
  const rateBefore = before === null ? null : passRate(before.all);
  return (
    <Figures
      figures={[
        { label: words.enrolled, value: wholeNumber(all.enrolled), detail: words.withoutResult(all.withoutResult) },
        { label: words.present, value: wholeNumber(all.present), detail: words.absent(all.absent) },
        { label: words.admitted, value: wholeNumber(all.admitted), detail: words.refused(all.refused, all.notJudged) },
        {
          label: words.rate,
          value: rateInWords(passRate(all)),
          detail: [
            words.judged(all),
            ...(before === null || rateBefore === null
              ? []
              : [words.before(rateInWords(rateBefore), before.label.toLowerCase())]),
          ].join('\u00a0; '),
        },
      ]}
    />
  );
}

function OfKind({
  kind,
  figures: { all, before, lines: byKind },
  session,
}: {
  readonly kind: Kind;
  readonly figures: SessionFigures;
  readonly session: string;
}): JSX.Element {
  const { title, column, file } = say.kinds[kind];
  const lines = byKind[kind];
  const rated = lines.flatMap((line) => {
    const rate = passRate(line.counts);
    return rate === null ? [] : [{ ...line, rate }];
  });
  const beforeRate = ({ before: counts }: Pick<CountedLine, 'before'>): number | null =>
    counts === null ? null : passRate(counts);
  const columns: readonly Column[] = [
    { label: column },
    ...COUNTS.map((name) => ({ label: say.counts[name], figures: true })),
    { label: say.rate, figures: true },
    ...(before === null
      ? []
      : [
          { label: say.before(before.label), figures: true },
          { label: say.gap, figures: true },
        ]),
  ];
  const cells = ({ name, counts, before: then }: Pick<CountedLine, 'name' | 'counts' | 'before'>) => [
    name,
    ...COUNTS.map((one) => wholeNumber(counts[one])),
    rateInWords(passRate(counts)),
    ...(before === null ? [] : compared(counts, then)),
  ];
  const whole = { name: say.total, counts: all, before: before?.all ?? null };
  return (
    <Section title={title}>
      {kind === 'centre' && <p class="muted">{say.centreText}</p>}
      {rated.length > 1 && (
        <figure>
          {before !== null && (
            <figcaption class="chart-key">
              <span class="value">{say.key.now}</span> <span class="mark">{say.key.before}</span>
            </figcaption>
          )}
          <Bars
            label={say.chart(title)}
            bars={rated.map((line) => ({
              key: line.key,
              label: line.name,
              value: line.rate,
              words: rateInWords(line.rate),
              before: beforeRate(line),
            }))}
          />
        </figure>
      )}
      <Table
        caption={title}
        scrolls
        columns={columns}
        rows={[
          ...lines.map((line) => ({ key: line.key, cells: cells(line) })),
          ...(lines.length > 1 ? [{ key: 'ensemble', cells: cells(whole) }] : []),
        ]}
      />
      <Files table={file} session={session} />
    </Section>
  );
}

function compared(counts: ResultCounts, then: ResultCounts | null): readonly string[] {
  const [rate, former] = [passRate(counts), then === null ? null : passRate(then)];
  if (former === null) return [say.noRate, say.noRate];
  return [rateInWords(former), rate === null ? say.noRate : gapInWords(rate - former)];
}

/** « +2,5 pt », with a real minus sign. */
function gapInWords(gap: number): string {
  const tenths = Math.round(gap * 10) / 10;
  const sign = tenths > 0 ? '+' : tenths < 0 ? '−' : '';
  return say.gapOf(`${sign}${decimalComma(Math.abs(tenths), 1)}`);
}

function rateInWords(rate: number | null): string {
  return rate === null ? say.noRate : say.percent(decimalComma(rate, 1));
}
