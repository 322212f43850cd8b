import type { SummonsWords } from '../../catalogue/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { About } from '../../post/index.ts';
import type { FactLine, PaperBlock, PaperContent } from '../content.ts';
import { placeInWords, summonsTexts as say, turnInWords } from '../summonsTexts.ts';
import { codeInGroups } from '../verification/code.ts';
import { frameOf } from './frame.ts';

/** One unit at its hour and its table. */
export type SummonedTest = {
  /** « U20 : Mathématiques » */
  readonly title: string;
  readonly startsAt: Temporal.Instant;
  /** With the time that was granted. */
  readonly endsAt: Temporal.Instant;
  /** When one is called before a board, to prepare or to go in; null: all begin together. */
  readonly callsAt: Temporal.Instant | null;
  /** More time, in percent; 0: none. */
  readonly percent: number;
  readonly alone: boolean;
  /** Its name, then its address, a line each. */
  readonly centre: readonly string[];
  readonly room: string;
  readonly table: number | null;
  /** What the candidate brings; empty: nothing of its own. */
  readonly material: string;
};

export type SummonsContent = {
  /** In the order of their hours; one at least. */
  readonly tests: readonly SummonedTest[];
  /** What was granted besides time and room, by its name. */
  readonly arranged: readonly string[];
  /** Units that aren't sat, each with why. */
  readonly notSat: readonly FactLine[];
  /** Units to sit that have no place yet. */
  readonly toCome: readonly string[];
  /** Since the summons before; empty: it is the first. */
  readonly changes: readonly FactLine[];
  /** Are there replacement tests among them? */
  readonly replacement: boolean;
  /** The day of the one that it replaces. */
  readonly replaces: Temporal.PlainDate | null;
  readonly checkin: string;
  readonly words: SummonsWords | undefined;
};

/**
 * *Convocation*: when, where, with what; what isn't sat and why; what changed. Effects of what was granted, never a cause. What is over when it is issued
 * stands apart, after what is to come: somebody who sits tests again has both.
 */
export function summonsContent(about: About, summoned: SummonsContent, now: Temporal.Instant): PaperContent {
  const { arranged, notSat, toCome, changes, replacement, replaces, checkin, words } = summoned;
  const { tests, over } = apart(summoned.tests, now);
  const centres = new Set(tests.map(({ centre }) => centre.join('\n')));
  const only = centres.size === 1 ? (tests[0]?.centre ?? null) : null;
  const days = Map.groupBy(tests, ({ startsAt }) => parisDay(startsAt).toString());
  const code = codeInGroups(checkin);
  const blocks: readonly PaperBlock[] = [
    ...facts(say.changesTitle, changes),
    ...(replacement ? [text(say.replacementTitle, [say.replacement])] : []),
    text(null, [say.intro, replaces === null ? say.alone : say.replaces(replaces)]),
    ...(only === null ? [] : facts(say.whereTitle, [{ label: say.centre, values: only }])),
    ...[...days.values()].flatMap((day) => dayBlock(day, only === null)),
    ...(arranged.length === 0 ? [] : [text(say.arrangedTitle, arranged)]),
    {
      type: 'square',
      title: say.checkinTitle,
      words: say.checkin(code),
      signs: checkin,
      alt: say.checkinAlt(code),
      paragraphs: [say.checkinText],
    },
    ...sentences(say.bringTitle, words?.bring),
    ...sentences(say.doorTitle, words?.door),
    text(say.absenceTitle, [say.absence, ...inWords(words?.absence)]),
    ...facts(say.notSatTitle, notSat),
    ...(toCome.length === 0 ? [] : [text(say.toComeTitle, [say.toCome, ...toCome])]),
    ...facts(
      say.overTitle,
      over.map(({ title, startsAt, endsAt }) => ({
        label: say.over(parisDay(startsAt), say.hours(startsAt, endsAt)),
        values: [title],
      })),
    ),
    text(say.wrongTitle, [say.wrong]),
  ];
  return { ...frameOf(about, 'summons', now), parts: [blocks], pages: null, tight: true };
}

/** Where nothing is to come any more, all stand as they were told. */
function apart(
  tests: readonly SummonedTest[],
  now: Temporal.Instant,
): { readonly tests: readonly SummonedTest[]; readonly over: readonly SummonedTest[] } {
  const isOver = ({ endsAt }: SummonedTest): boolean => Temporal.Instant.compare(endsAt, now) <= 0;
  const toCome = tests.filter((one) => !isOver(one));
  return toCome.length === 0 ? { tests, over: [] } : { tests: toCome, over: tests.filter(isOver) };
}

/** Of a summons as it was issued: what is of these days, or was over already. */
export function isOfDays(days: readonly Temporal.PlainDate[]): (block: PaperBlock) => boolean {
  const titles = new Set([...days.map(say.day), say.overTitle]);
  return (block) => block.type === 'facts' && titles.has(block.title);
}

/** *Convocation annulée*: it replaces the one before, and names nothing to come to. */
export function voidSummonsContent(
  about: About,
  { why, of }: { readonly why: 'ended' | 'no-seat'; readonly of: Temporal.PlainDate },
  now: Temporal.Instant,
): PaperContent {
  const reason = why === 'ended' ? say.void.ended : say.void.noSeat;
  return {
    ...frameOf(about, 'summons', now),
    title: say.void.title,
    parts: [[text(null, [say.void.text(of)]), text(say.void.whyTitle, [reason])]],
    pages: null,
  };
}

function dayBlock(tests: readonly SummonedTest[], withCentre: boolean): readonly PaperBlock[] {
  const [first] = tests;
  if (first === undefined) return [];
  const lines = tests.map((test): FactLine => {
    const { title, startsAt, endsAt, callsAt, percent, alone, centre, room, table, material } = test;
    const values = [
      title,
      say.duration(Math.round(startsAt.until(endsAt).total('minutes')), percent),
      ...(alone ? [say.ownRoom] : []),
      ...(withCentre ? centre : []),
      placeInWords(room, table),
      ...(callsAt === null ? [] : [turnInWords(callsAt, startsAt)]),
      ...(material === '' ? [] : [say.material(material)]),
    ];
    return { label: say.hours(startsAt, endsAt), values };
  });
  return [{ type: 'facts', title: say.day(parisDay(first.startsAt)), lines, flowing: true }];
}

function facts(title: string, lines: readonly FactLine[]): readonly PaperBlock[] {
  return lines.length === 0 ? [] : [{ type: 'facts', title, lines }];
}

function text(title: string | null, paragraphs: readonly string[]): PaperBlock {
  return { type: 'text', title, paragraphs };
}

function sentences(title: string, words: SummonsWords['bring'] | undefined): readonly PaperBlock[] {
  return words === undefined || words.length === 0 ? [] : [text(title, inWords(words))];
}

/** What nobody vouches for says so. */
function inWords(words: SummonsWords['bring'] | undefined): readonly string[] {
  return (words ?? []).map((one) =>
    one.confidence === 'uncertain' || one.confidence === 'unknown' ? `${one.words} ${say.unsure}` : one.words,
  );
}
