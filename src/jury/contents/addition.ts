import { instantInWords } from '../../ui/index.ts';
import type { RecordContent } from '../content.ts';
import { averageInWords, codeOf, outcomeInWords } from '../inWords.ts';
import { recordTexts as texts } from '../recordTexts.ts';
import type { SaidAnew } from '../rules/saidAnew.ts';
import type { AdditionKind } from '../store/additions.ts';
import type { JuryVerdict } from '../verdict.ts';
import { frameOf, type RecordFrame } from './record.ts';

const say = texts.added;

export type AdditionSaid = RecordFrame & {
  readonly number: number;
  readonly kind: AdditionKind;
  readonly reason: string;
  readonly said: JuryVerdict;
  readonly anew: SaidAnew;
  readonly persons: { readonly asked: string; readonly confirmed: string };
};

/** *Additif*: what the record says anew of one candidate, before and after, and why. */
export function additionContent(added: AdditionSaid): RecordContent {
  const { said, anew, persons, now } = added;
  return {
    ...frameOf(added, texts.addition, texts.additionName(added.record, added.number)),
    sections: [
      {
        type: 'facts',
        title: null,
        lines: [
          [say.candidate, added.nameOf(said.enrolmentId)],
          [say.number, said.account.number],
          [texts.specialities, added.specialityName(said.account.speciality)],
          [say.closedOn, instantInWords(said.closedAt)],
          [say.kind, say.kinds[added.kind]],
          [say.reason, added.reason],
          [say.dated, instantInWords(now)],
        ],
      },
      { type: 'table', title: say.title, head: say.head, widths: [50, 25, 25], rows: changesOf(said, anew) },
      {
        type: 'text',
        title: null,
        paragraphs: [
          ...(anew.fallen.length === 0 ? [] : [say.fallen(anew.fallen)]),
          say.persons(persons.asked, persons.confirmed),
        ],
      },
    ],
  };
}

/** Each mark that changed, the averages, the decision: before and after. */
export function changesOf(
  said: Pick<JuryVerdict, 'account' | 'decision'>,
  anew: SaidAnew,
): readonly (readonly string[])[] {
  const before = new Map(said.account.units.map((unit) => [unit.id, unit]));
  const after = new Map(anew.account.units.map((unit) => [unit.id, unit]));
  const marks = [...new Map([...before, ...after]).values()].flatMap((unit) => {
    const [one, other] = [before.get(unit.id), after.get(unit.id)].map((of) => outcomeInWords(of?.outcome ?? null));
    return one === other ? [] : [[`${codeOf(unit)} ${unit.title}`, one ?? '', other ?? '']];
  });
  const [one, other] = [said.account.judgement, anew.account.judgement];
  const two = one.professionalAverage !== null || other.professionalAverage !== null;
  return [
    ...marks,
    [say.average, averageInWords(one.average), averageInWords(other.average)],
    ...(two
      ? [[say.professional, averageInWords(one.professionalAverage), averageInWords(other.professionalAverage)]]
      : []),
    [say.decision, texts.decisions[said.decision], texts.decisions[anew.decision]],
  ];
}
