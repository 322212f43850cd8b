import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { possibleExamDays } from './examDays.ts';

const session = (await shippedCatalogue()).session('bp-2024-clermont');
if (session === undefined) throw new Error('no session');
const { examStartsOn, window } = session;
const days = (confidence: typeof examStartsOn.confidence, closesAt = window.closesAt) => {
  const { possibleExamDays: found } = possibleExamDays({
    examStartsOn: { ...examStartsOn, confidence },
    window: { ...window, closesAt },
  });
  return found === undefined ? null : [String(found.first), String(found.last)];
};

it('A day of the exam that no text fixes may be any of the year after the closing; one that a text fixes is that day', () => {
  expect(days('derived')).toEqual(['2024-01-01', '2024-12-31']);
  expect(days('unknown', Temporal.Instant.from('2024-02-03T23:30:00Z'))).toEqual(['2024-02-04', '2024-12-31']);
  for (const confidence of ['official', 'notice', 'secondary'] as const) expect(days(confidence)).toBeNull();
});
