import { hasMailbox } from '../../accounts/index.ts';
import { healthServiceByPost, lawOf } from '../../catalogue/index.ts';
import type { DecisionAuthor } from '../../decisions/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { About } from '../../post/index.ts';
import { dayInWords } from '../../ui/index.ts';
import type { NoticeWay } from '../actions/openNotice.ts';
import type { FactLine, PaperBlock, PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { authorBlock, signatureBlocks } from './author.ts';
import { contestBlock } from './contest.ts';
import { frameOf } from './frame.ts';
import { notifiedBlock } from './notified.ts';

const say = texts.accommodation;

export type Accommodated = {
  readonly measures: readonly {
    readonly label: string;
    readonly granted: boolean;
    readonly percent: number | null;
    readonly how: string | null;
    readonly reasons: string | null;
    /** What the doctor advised on it; null: nothing. */
    readonly favourable: boolean | null;
  }[];
  readonly ground: string;
  /** The day of the doctor's advice; null: nobody was asked. */
  readonly advisedOn: Temporal.PlainDate | null;
  /** The day of the decision that it replaces. */
  readonly replaces: Temporal.PlainDate | null;
  readonly author: DecisionAuthor;
  readonly way: NoticeWay;
};

/**
 * *Notification d'aménagements*. Its first part is what one shows at the exam, measures without a cause; reasons, law and remedies
 * (CRPA L211-5; CJA R421-5) come in a second, for the candidate alone.
 */
export function accommodationContent(about: About, decided: Accommodated, now: Temporal.Instant): PaperContent {
  const { measures, ground, advisedOn, replaces, author, way } = decided;
  const frame = frameOf(about, 'accommodation', now);
  const granted = measures.filter((one) => one.granted);
  const refused = measures.filter((one) => !one.granted);
  const explained = granted.filter(({ reasons }) => reasons !== null);
  const intro = [
    say.decision(dayInWords(parisDay(now)), lawOf(about.exam, 'accommodations').article),
    ...(replaces === null ? [] : [say.replaces(dayInWords(replaces))]),
    ...(granted.length === 0 ? [say.nothingGranted] : []),
  ];
  const shown: readonly PaperBlock[] = [
    { type: 'text', title: null, paragraphs: intro },
    ...(granted.length === 0
      ? []
      : [{ type: 'facts', title: say.granted, lines: granted.map(measureLine) } satisfies PaperBlock]),
  ];
  const own: readonly PaperBlock[] = [
    ...factsOf(say.refused, refused),
    ...factsOf(say.reasons, explained),
    {
      type: 'text',
      title: say.ground,
      paragraphs: [ground, advisedOn === null ? say.noAdvice : say.advice(dayInWords(advisedOn)), say.who],
    },
    ...adviceOn(measures),
    authorBlock(author),
    notifiedBlock(say.notifiedTitle, way),
    contestBlock(about, { health: true }),
    ...signatureBlocks(author, way),
  ];
  return {
    ...frame,
    contact: healthContact(about),
    parts: [shown, own],
    pages: null,
  };
}

function measureLine({ label, percent, how }: Accommodated['measures'][number]): FactLine {
  const values = [...(percent === null ? [] : [say.percent(percent)]), ...(how === null ? [] : [how])];
  return { label, values: values.length === 0 ? [say.asGranted] : values };
}

/** The advice is theirs to read (CRPA, L311-2), once decided on. */
function adviceOn(measures: Accommodated['measures']): readonly PaperBlock[] {
  const lines = measures.flatMap(({ label, favourable }) =>
    favourable === null ? [] : [{ label, values: [favourable ? say.favourable : say.unfavourable] }],
  );
  return lines.length === 0 ? [] : [{ type: 'facts', title: say.adviceTitle, lines }];
}

function factsOf(title: string, measures: Accommodated['measures']): readonly PaperBlock[] {
  if (measures.length === 0) return [];
  return [{ type: 'facts', title, lines: measures.map(({ label, reasons }) => ({ label, values: [reasons ?? ''] })) }];
}

/** How its service is reached: nobody else opens what is sent to it. */
export function healthContact({ academy, candidate }: Pick<About, 'academy' | 'candidate'>): PaperContent['contact'] {
  const how = hasMailbox(candidate) ? say.contact : say.contactByPost(healthServiceByPost(academy).join(', '));
  return { title: say.contactTitle, lines: [academy.letterhead.authority, how] };
}
