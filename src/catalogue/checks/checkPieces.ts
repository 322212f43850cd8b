import { shapeOf } from '../facts.ts';
import {
  type FilePlace,
  type Finding,
  findingIf,
  type Located,
  type LocatedPack,
  placeBelow,
  repeated,
} from '../located.ts';
import { asksFor } from '../rules/holds.ts';
import type { Condition } from '../schema/condition.ts';
import type { PieceType } from '../schema/pieceType.ts';
import type { Session } from '../schema/session.ts';
import { texts } from '../texts.ts';
import type { KnownCodes } from './known.ts';

/** Rules ask what can be answered; each session says of each piece, once, how and when it is given. */
export function checkPieces(pack: LocatedPack, known: KnownCodes): readonly Finding[] {
  const grounds = new Map(pack.exams.map(({ value }) => [value.code, value.exemptionGrounds.map(({ code }) => code)]));
  const groundsOf = (exam: string): readonly string[] => [...(grounds.get(exam) ?? []), 'unknown'];
  return [
    ...pack.pieceTypes.flatMap(({ value, place }) => [
      ...value.rules.flatMap((rule, index) =>
        checkCondition(rule.when, placeBelow(place, 'rules', index, 'when'), groundsOf(value.exam)),
      ),
      ...repeated(
        value.rules.map((rule, index) => ({ when: JSON.stringify(rule.when), index })),
        ({ when }) => when,
      ).map(({ index }) => ({ place: placeBelow(place, 'rules', index, 'when'), message: texts.sameRuleTwice })),
      ...(['excuses', 'alsoProves'] as const).flatMap((key) =>
        value[key].flatMap((code, index) =>
          findingIf(
            !known.hasIn(value.exam, 'pieceTypes', code),
            placeBelow(place, key, index),
            texts.unknownPiece(code),
          ),
        ),
      ),
      ...value.alsoProves.flatMap((code, index) =>
        findingIf(
          code === value.code || healthOf(pack, value.exam, code) !== value.health,
          placeBelow(place, 'alsoProves', index),
          texts.sharedWithOther(code),
        ),
      ),
    ]),
    ...pack.sessions.flatMap((session) => {
      const pieceTypes = pack.pieceTypes.filter(({ value }) => value.exam === session.value.exam);
      return [
        ...checkGroups(session, pieceTypes, known),
        ...checkLaterProofs(session, pieceTypes),
        ...checkWaivers(session, pieceTypes),
      ];
    }),
  ];
}

/** Does the piece of that exam touch health? One that isn't known doesn't. */
function healthOf(pack: LocatedPack, exam: string, code: string): boolean {
  return pack.pieceTypes.some(({ value }) => value.exam === exam && value.code === code && value.health);
}

/**
 * A reason is sent as it stands: nothing fills what is between braces, and the candidate would read it so. Of packs that are saved:
 * one in force already is read again as it is.
 */
export function checkReasons(pack: LocatedPack): readonly Finding[] {
  return pack.pieceTypes.flatMap(({ value, place }) =>
    value.cannedReasons.flatMap(({ text }, index) =>
      findingIf(/[{}]/.test(text), placeBelow(place, 'cannedReasons', index, 'text'), texts.reasonWithBrace(text)),
    ),
  );
}

/** `grounds`: of exemption, in the exam of the piece. */
function checkCondition(condition: Condition, place: FilePlace, grounds: readonly string[]): readonly Finding[] {
  if ('always' in condition) return [];
  if ('all' in condition)
    return condition.all.flatMap((one, index) => checkCondition(one, placeBelow(place, 'all', index), grounds));
  if ('any' in condition)
    return condition.any.flatMap((one, index) => checkCondition(one, placeBelow(place, 'any', index), grounds));
  if ('not' in condition) return checkCondition(condition.not, placeBelow(place, 'not'), grounds);
  const known = shapeOf(condition.fact);
  const shape = condition.fact === 'exemptionGrounds' ? { ...known, kind: 'list' as const, values: grounds } : known;
  const { fact } = condition;
  if ('below' in condition)
    return findingIf(shape.kind !== 'number', placeBelow(place, 'below'), texts.notANumber(fact));
  if ('includes' in condition) {
    const at = placeBelow(place, 'includes');
    if (shape.kind !== 'list') return [{ place: at, message: texts.notAList(fact) }];
    return findingIf(!shape.values.includes(condition.includes), at, texts.impossibleValue(fact, shape.values));
  }
  const at = placeBelow(place, 'is');
  if (shape.kind === 'list') return [{ place: at, message: texts.isAList(fact) }];
  const values = shape.kind === 'boolean' ? [true, false] : shape.kind === 'choice' ? shape.values : null;
  const fits = values === null ? typeof condition.is === 'number' : values.some((value) => value === condition.is);
  return findingIf(!fits, at, texts.impossibleValue(fact, values));
}

function checkGroups(
  { value, place }: Located<Session>,
  pieceTypes: readonly Located<PieceType>[],
  known: KnownCodes,
): readonly Finding[] {
  const placed = value.pieceGroups.flatMap((group, at) =>
    group.pieces.map((code, index) => ({ code, place: placeBelow(place, 'pieceGroups', at, 'pieces', index) })),
  );
  const there = new Set(placed.map(({ code }) => code));
  return [
    ...placed.flatMap(({ code, place: at }) =>
      findingIf(!known.hasIn(value.exam, 'pieceTypes', code), at, texts.unknownPiece(code)),
    ),
    ...repeated(placed, ({ code }) => code).map(({ code, place: at }) => ({
      place: at,
      message: texts.pieceInTwoGroups(code),
    })),
    ...pieceTypes.flatMap(({ value: { code, excuses } }) =>
      findingIf(
        !there.has(code),
        placeBelow(place, 'pieceGroups'),
        excuses.length > 0 ? texts.waiverWithoutGroup(code, excuses) : texts.pieceWithoutGroup(code),
      ),
    ),
  ];
}

/**
 * Where the session asks for proofs of work at the exam (D337-106), a piece whose rules know that switch can't keep an
 * enrolment from being validated: it needs a group of its own, with its own deadline.
 */
function checkLaterProofs(
  { value, place }: Located<Session>,
  pieceTypes: readonly Located<PieceType>[],
): readonly Finding[] {
  if (value.switches.conditionsDueAt === 'enrolment') return [];
  const later = new Set(
    pieceTypes
      .filter((piece) => piece.value.rules.some((rule) => asksFor(rule.when, 'conditionsDueAt')))
      .map((piece) => piece.value.code),
  );
  return value.pieceGroups.flatMap((group, at) =>
    group.pieces.flatMap((code, index) =>
      findingIf(
        group.countsForValidation && later.has(code),
        placeBelow(place, 'pieceGroups', at, 'pieces', index),
        texts.laterProofCounts(code),
      ),
    ),
  );
}

/** A waiver that is closed while the piece it excuses is still to be given helps nobody: it is given by the same days. */
function checkWaivers(
  { value, place }: Located<Session>,
  pieceTypes: readonly Located<PieceType>[],
): readonly Finding[] {
  const groupOf = (code: string): number => value.pieceGroups.findIndex((group) => group.pieces.includes(code));
  return pieceTypes.flatMap(({ value: waiver }) => {
    const at = groupOf(waiver.code);
    const group = value.pieceGroups[at];
    if (group === undefined) return [];
    const excused = waiver.excuses.flatMap((code) => {
      const other = value.pieceGroups[groupOf(code)];
      return other === undefined || other === group ? [] : [{ code, other }];
    });
    const late = excused.find(({ other }) => group.opensAt > other.opensAt);
    const early = excused.find(({ other }) => group.dueAt < other.dueAt);
    const own = placeBelow(place, 'pieceGroups', at);
    return [
      ...(late === undefined
        ? []
        : [{ place: placeBelow(own, 'opensAt'), message: texts.waiverOpensLate(waiver.code, late.code) }]),
      ...(early === undefined
        ? []
        : [{ place: placeBelow(own, 'dueAt'), message: texts.waiverClosesEarly(waiver.code, early.code) }]),
    ];
  });
}
