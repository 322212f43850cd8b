import { emptyForm, parseForm, typedForm, withFault } from '../../ui/index.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import type { SessionRules } from '../deliberation.ts';
import type { AtJury } from '../guards.ts';
import { averageInWords, codeOf, missingInWords } from '../inWords.ts';
import { JURY_LIFE } from '../jury.ts';
import type { PointEffect } from '../pages/candidateViews.ts';
import { wantedFields } from '../pages/fields.ts';
import { refusals } from '../refusals.ts';
import { decisionOf } from '../rules/juryStanding.ts';
import { mayRaise, whyNotRaised, withMarksRaised } from '../rules/points.ts';
import type { Shown } from './candidateView.ts';
import type { ListedCandidate } from './listed.ts';

/** What a unit and a mark would change, in words; null: the jury gives no points, or this person doesn't. */
export function whatIf(
  asked: Readonly<Record<string, unknown>>,
  { jury, member }: AtJury,
  rules: SessionRules,
  one: ListedCandidate,
): Shown | null {
  if (member !== null || !JURY_LIFE.may('deliberate', jury.state)) return null;
  const { account, points } = one;
  const fields = wantedFields(account.units.filter(mayRaise).map(({ id }) => ({ value: id, label: id })));
  const read = parseForm(fields, asked);
  if (!read.ok) return { form: 'points', state: read.error, status: 422 };
  const { unite, note } = read.value;
  const unit = account.units.find(({ id }) => id === unite);
  const given = points.find((point) => point.unit === unite) ?? null;
  const stands = unit !== undefined && 'halfPoints' in unit.outcome ? unit.outcome.halfPoints : 0;
  const before = given?.before ?? stands;
  const came = unit === undefined ? undefined : { ...unit, outcome: { code: 'mark' as const, halfPoints: before } };
  const why = whyNotRaised(came, { before, after: note }, rules.step ?? 1);
  if (why !== null) {
    const state = withFault(typedForm(fields, asked), 'note', refusals.inWords({ code: why }));
    return { form: 'points', state, status: refusals.status({ code: why }) };
  }
  const effect: PointEffect = {
    unit: unite,
    before,
    given: given?.after ?? null,
    after: note,
    sentences: sentencesOf(one, { code: unit === undefined ? unite : codeOf(unit), unit: unite, stands, note }, rules),
  };
  return { form: null, state: emptyForm, status: 200, effect };
}

type Wanted = { readonly code: string; readonly unit: string; readonly stands: number; readonly note: number };

function sentencesOf(
  { account, decision }: ListedCandidate,
  { code, unit, stands, note }: Wanted,
  { pass }: SessionRules,
): readonly string[] {
  const wanted = withMarksRaised(account, new Map([[unit, note]]), pass);
  const [now, then] = [account.judgement, wanted.judgement];
  const missing = missingInWords(wanted, pass);
  return [
    say.points.effectOf({ code, from: stands, to: note }, averageInWords(now.average), averageInWords(then.average)),
    ...(then.professionalAverage === null
      ? []
      : [
          say.points.effectProfessional(
            averageInWords(now.professionalAverage),
            averageInWords(then.professionalAverage),
          ),
        ]),
    say.points.effectDecision(say.decisions[decision], say.decisions[decisionOf(then)]),
    ...(missing === null ? [] : [missing]),
  ];
}
