import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type FormState, show, withFault } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import {
  boundsOf,
  fieldsOf,
  type PieceForm,
  pieceForm,
  type RuleForm,
  removal,
  typedRows,
} from '../pages/pieceForm.ts';
import { PiecePage } from '../pages/piecePage.tsx';
import { PiecesPage } from '../pages/piecesPage.tsx';
import { faultsAtFields, formFrom } from '../rules/bound.ts';
import {
  conditionEdit,
  newReasonCode,
  plainOf,
  reasonEdits,
  typedCondition,
  type Values,
} from '../rules/pieceEdits.ts';
import { faultsOf, type Thing } from '../rules/things.ts';
import { typographic } from '../rules/words.ts';
import type { Edit } from '../rules/yamlEdit.ts';
import { listAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/pieces.ts';
import { makeThing, saveForm } from './saveForm.ts';
import { atThing } from './thing.ts';

const say = texts.edit;

/** The pieces of a draft: their list, each one. */
export function pieceRoutes(deps: EditorDeps): readonly Route[] {
  const one = atThing(deps, 'pieces', 'code');
  const path = `${DRAFT}/pieces/:code`;
  return [
    route({
      method: 'GET',
      path: `${DRAFT}/pieces`,
      who: draftKeeper(deps),
      handle: async (visit, at) =>
        show(h(PiecesPage, { view: { ...(await pageFrame(deps, visit, at.staff)), open: at } })),
    }),
    route({ method: 'GET', path, who: one, handle: (visit, { at, thing }) => showPiece(deps, visit, at, thing) }),
    route({ method: 'POST', path, who: one, handle: (visit, { at, thing }) => savePiece(deps, visit, at, thing) }),
  ];
}

async function showPiece(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  piece: Thing,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const form = pieceForm(piece);
  const faults = at.read.ok ? [] : faultsOf(piece, at.read.error);
  const bounds = [...boundsOf(form), ...form.reasons];
  const rows = [...form.rules, form.fresh.rule].map(typedRows);
  const typed = Object.assign(formFrom(bounds, piece.root), ...rows);
  return show(
    h(PiecePage, {
      view: { ...(await pageFrame(deps, visit, at.staff)), open: at },
      piece,
      form,
      state: state ?? { typed, faults: faultsAtFields(bounds, faults) },
      faults,
    }),
    status,
  );
}

async function savePiece(deps: EditorDeps, visit: Visit, at: AtDraft, piece: Thing): Promise<Reply> {
  const form = pieceForm(piece);
  const code = visit.params.code ?? '';
  return saveForm(deps, visit, at, {
    fields: fieldsOf(form),
    make: (values, typed) => {
      const wrong = whatIsWrong(form, piece, values, typed);
      if (wrong.faults.length > 0) return { refused: wrong };
      const more = (): readonly Edit[] => [...ruleEdits(form, values), ...reasonEdits(piece, values)];
      return makeThing(deps, at, { thing: piece, bounds: boundsOf(form), more })(values, typed);
    },
    what: say.what(code),
    next: `pieces/${encodeURIComponent(code)}`,
    again: (state, status) => showPiece(deps, visit, at, piece, state, status),
  });
}

/** What the fields can't say alone: a rule without condition, a list that would be empty, a code that is taken. */
function whatIsWrong(form: PieceForm, piece: Thing, values: Values, typed: FormState): FormState {
  const rules = [...form.rules, ...(isFilled(form.fresh.rule, values) ? [form.fresh.rule] : [])];
  let state = rules.reduce((before, rule) => withRuleFaults(before, rule, values), typed);
  if (
    form.rules.length > 0 &&
    form.rules.every((rule) => isRemoved(rule, values)) &&
    !isFilled(form.fresh.rule, values)
  )
    state = withFault(state, removal(form.rules[0] ?? form.fresh.rule).name, say.lastRule);
  const text = String(values['reason-new'] ?? '');
  if (text === '' && form.reasons.every(({ field }) => (values[field.name] ?? '') === ''))
    state = withFault(state, form.reasons[0]?.field.name ?? form.fresh.reason.name, say.reasonsMissing);
  const codes = listAt(piece.value, ['cannedReasons']).map((reason) => textAt(reason, ['code']));
  if (text !== '' && codes.includes(newReasonCode(piece.value, values)))
    state = withFault(state, form.fresh.reasonCode.name, say.codeTaken);
  return state;
}

function withRuleFaults(state: FormState, rule: RuleForm, values: Values): FormState {
  if (rule.rows === null || isRemoved(rule, values)) return state;
  const read = typedCondition(values, rule.name, rule.facts.length);
  const fresh = rule.name === 'rule-new';
  const whole =
    !fresh || (values[`${rule.name}-why`] ?? '') !== '' ? state : withFault(state, `${rule.name}-why`, say.whyMissing);
  const sourced =
    !fresh || (values[`${rule.name}-source`] ?? '') !== ''
      ? whole
      : withFault(whole, `${rule.name}-source`, say.sourceMissing);
  if (!('missing' in read)) return sourced;
  return read.missing === 'fact'
    ? withFault(sourced, `${rule.name}-fact-0`, say.factMissing)
    : withFault(sourced, `${rule.name}-number-${read.missing}`, say.numberMissing);
}

function isRemoved({ name }: RuleForm, values: Values): boolean {
  return values[`${name}-remove`] === true;
}

function isFilled({ name }: RuleForm, values: Values): boolean {
  return [`${name}-why`, `${name}-source`, `${name}-fact-0`].some((field) => (values[field] ?? '') !== '');
}

/** Conditions changed at their place, rules taken away from the last one, then the new one. */
function ruleEdits(form: PieceForm, values: Values): readonly Edit[] {
  const changed = form.rules.flatMap((rule): readonly Edit[] => {
    const read = rule.rows === null ? null : typedCondition(values, rule.name, rule.facts.length);
    if (rule.rows === null || read === null || 'missing' in read) return [];
    return conditionEdit(rule.path, rule.rows, read.condition);
  });
  const gone = form.rules
    .filter((rule) => isRemoved(rule, values))
    .map(({ path }): Edit => ({ path, remove: true }))
    .reverse();
  const { rule } = form.fresh;
  const read = typedCondition(values, rule.name, rule.facts.length);
  if (!isFilled(rule, values) || 'missing' in read) return [...changed, ...gone];
  const insert = {
    when: plainOf(read.condition),
    why: typographic(String(values[`${rule.name}-why`])),
    source: typographic(String(values[`${rule.name}-source`])),
  };
  return [...changed, { path: rule.path, insert }, ...gone];
}
