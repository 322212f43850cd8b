import type { Accommodations } from '../../catalogue/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type Body, type FormState, parseForm, type Typed, typedIn, withFault } from '../../ui/index.ts';
import { lateFields, measuresField, wordsField } from '../pages/requestFields.ts';
import type { AskedMeasures } from '../store/requests.ts';
import { texts } from '../texts.ts';

type Circumstances = {
  readonly checklist: Accommodations;
  readonly late: boolean;
  readonly send: boolean;
  readonly today: Temporal.PlainDate;
};

/** The form of a request; what is only kept may be incomplete. */
export function readAsked(
  body: Body,
  { checklist, late, send, today }: Circumstances,
): Result<{ readonly asked: AskedMeasures; readonly typed: Typed }, FormState> {
  const of = lateFields(send && late, today);
  const fields = [
    measuresField(checklist.measures, send),
    wordsField(send && checklist.measures.length === 0),
    of.revealed,
    of.revealedOn,
    of.lateWords,
  ] as const;
  const read = parseForm(fields, body);
  if (!read.ok) return refuse(read.error);
  const typed = typedIn(fields, body);
  const { measures, words, revealed, revealedOn, lateWords } = read.value;
  if (late && send && revealed === true && revealedOn === null)
    return refuse(withFault({ typed, faults: [] }, 'revealedOn', texts.form.revealedOnMissing));
  const said = late && (lateWords !== null || revealed !== null);
  const asked = {
    measures,
    words: words ?? '',
    late: said ? { revealedOn: revealed === true ? revealedOn : null, words: lateWords ?? '' } : null,
  };
  return ok({ asked, typed });
}
