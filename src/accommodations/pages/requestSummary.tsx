import type { JSX } from 'preact';
import type { Accommodations } from '../../catalogue/index.ts';
import { Section, SummaryList, type SummaryRow, shortInstant } from '../../ui/index.ts';
import { labelOf } from '../checklist.ts';
import type { Request } from '../request.ts';
import { texts } from '../texts.ts';

const say = texts.summary;

/** What was asked, as it was sent. */
export function RequestSummary({
  request,
  checklist,
}: {
  readonly request: Request | null;
  readonly checklist: Accommodations;
}): JSX.Element | null {
  if (request === null) return null;
  const { late, submittedAt, receivedOn } = request;
  return (
    <Section title={say.title}>
      {receivedOn !== null ? (
        <p>{texts.onPaper(receivedOn)}</p>
      ) : (
        submittedAt !== null && <p>{texts.sentOn(shortInstant(submittedAt))}</p>
      )}
      <SummaryList rows={rowsOf(request, checklist)} />
      {late !== null && late.revealedOn !== null && <p>{say.revealedOn(late.revealedOn)}</p>}
    </Section>
  );
}

function rowsOf({ measures, words, late }: Request, checklist: Accommodations): readonly SummaryRow[] {
  const labels = measures.map((code) => labelOf(checklist.measures, code)).join('\n');
  return [
    ...(measures.length === 0 ? [] : [{ label: say.measures, value: labels }]),
    ...(words === '' ? [] : [{ label: say.words, value: words }]),
    ...(late === null ? [] : [{ label: say.late, value: late.words }]),
  ];
}
