export { inTime } from './inTime.ts';
export { type Judged, judge, type ManyRefusal, manyRefusals, whyNotMany } from './lot.ts';
export { FilesAhead, LotFrame, type Named, Progress } from './pages/lotPages.tsx';
export { countOfDay, eachPlanned, type LotTables } from './recipients.ts';
export { candidatesInWords } from './texts.ts';
export { WORKS_SHOWN, type Work, type WorkSource, type WorkState } from './work.ts';
