import type { NoticeWay } from '../actions/openNotice.ts';
import type { PaperBlock } from '../content.ts';
import { noticeTexts as say } from '../noticeTexts.ts';
import { texts } from '../texts.ts';

/** When the decision counts, and how it is notified. */
export function notifiedBlock(title: string, { agreement, day, last, minority }: NoticeWay): PaperBlock {
  const how = [agreement === null ? say.byPost : say.onLine(day, last)];
  const too = minority === null ? [] : [texts.minor.too(minority.known?.name ?? null)];
  return { type: 'text', title, paragraphs: [say.counts, ...how, ...too] };
}
