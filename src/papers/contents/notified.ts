import type { NoticeWay } from '../actions/openNotice.ts';
import type { Block } from '../content.ts';
import { noticeTexts as say } from '../noticeTexts.ts';

/** When the decision counts, and how it is notified. `otherwise`: without an agreement. */
export function notifiedBlock(title: string, { agreement, day, last }: NoticeWay, otherwise: readonly string[]): Block {
  const how = agreement === null ? otherwise : [say.onLine(day, last)];
  return { type: 'text', title, paragraphs: [say.counts, ...how] };
}
