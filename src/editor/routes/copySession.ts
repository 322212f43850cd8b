import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { PARIS } from '../../platform/time.ts';
import { type FormState, parseForm, show, withFault } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { bases, choosingFields, namingFields } from '../pages/copyForms.ts';
import { CopyChoicePage, CopyReviewPage } from '../pages/copyPage.tsx';
import { type CopyPlan, copiedSession, namesFor, planCopy } from '../rules/copySession.ts';
import { codeOf, thingsOn, withFile } from '../rules/things.ts';
import { numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import { type FormOrder, saveForm } from './saveForm.ts';

const say = texts.copying;

/** A new session from another: which one and when, every date to be read, then its name. */
export function copyRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const path = `${DRAFT}/sessions/copier`;
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showCopy(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => saveCopy(deps, visit, at) }),
  ];
}

/** The copy that the address asks for; or the question, with what is to be corrected. */
function planIn(deps: EditorDeps, visit: Visit, at: AtDraft): CopyPlan | FormState {
  const sessions = bases(thingsOn(at.files, 'sessions'));
  const asked = visit.query.base !== undefined;
  if (!asked) {
    const last = sessions[0];
    const now = deps.clock.now().toZonedDateTimeISO(PARIS).year;
    const year = Math.max(now, numberAt(last?.value, ['year']) ?? 0) + 1;
    return { typed: { base: codeIn(last), annee: String(year), decalage: 'weeks' }, faults: [] };
  }
  const read = parseForm(choosingFields(sessions), visit.query);
  if (!read.ok) return read.error;
  const { base: code, annee: year, decalage } = read.value;
  const state = { typed: { base: String(code), annee: String(year), decalage: String(decalage) }, faults: [] };
  const base = sessions.find(({ value }) => textAt(value, ['code']) === code);
  if (base === undefined || typeof year !== 'number') return withFault(state, 'base', say.baseMissing);
  if (numberAt(base.value, ['year']) === year) return withFault(state, 'annee', say.sameYear);
  return planCopy(base, year, decalage === 'dates' ? 'dates' : 'weeks') ?? withFault(state, 'base', say.notBase);
}

async function showCopy(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const plan = planIn(deps, visit, at);
  if ('faults' in plan) return showChoice(deps, visit, at, plan);
  return showReview(deps, visit, at, plan, { typed: { ...namesFor(plan) }, faults: [] });
}

async function showChoice(deps: EditorDeps, visit: Visit, at: AtDraft, state: FormState): Promise<Reply> {
  const view = { ...(await pageFrame(deps, visit, at.staff)), open: at };
  const sessions = bases(thingsOn(at.files, 'sessions'));
  return show(h(CopyChoicePage, { view, sessions, state }), state.faults.length === 0 ? 200 : 422);
}

async function showReview(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  plan: CopyPlan,
  state: FormState,
  status = 200,
): Promise<Reply> {
  const view = { ...(await pageFrame(deps, visit, at.staff)), open: at };
  return show(h(CopyReviewPage, { view, plan, state }), status);
}

async function saveCopy(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const plan = planIn(deps, visit, at);
  if ('faults' in plan) return showChoice(deps, visit, at, withFault(plan, 'base', say.baseMissing));
  const code = typeof visit.body.code === 'string' ? visit.body.code.trim() : '';
  return saveForm(deps, visit, at, {
    fields: namingFields,
    make: makeCopy(at, plan),
    what: say.what(code, codeIn(plan.base)),
    next: `sessions/${encodeURIComponent(code)}`,
    again: (state, status) => showReview(deps, visit, at, plan, state, status),
  });
}

function makeCopy(at: AtDraft, plan: CopyPlan): FormOrder['make'] {
  const sessions = thingsOn(at.files, 'sessions');
  return (values, state) => {
    const names = {
      code: String(values.code),
      label: String(values.label),
      numberPrefix: String(values.numberPrefix),
    };
    const file = `sessions/${names.code}.yaml`;
    const taken =
      names.code === 'copier' ||
      at.files.some((one) => one.file.toLowerCase() === file.toLowerCase()) ||
      sessions.some((one) => codeOf(one, 'sessions') === names.code);
    if (taken) return { refused: withFault(state, 'code', say.codeTaken(names.code)) };
    if (sessions.some(({ value }) => textAt(value, ['numberPrefix']) === names.numberPrefix))
      return { refused: withFault(state, 'numberPrefix', say.prefixTaken(names.numberPrefix)) };
    const how = say.how(plan.shift, plan.weeks);
    const base = textAt(plan.base.value, ['label']) || codeIn(plan.base);
    const words = { header: say.header(names.label, base, how), source: say.source(base, how) };
    return { files: withFile(at.files, file, copiedSession(plan, names, words)) };
  };
}

function codeIn(session: { readonly value: unknown } | undefined): string {
  return textAt(session?.value, ['code']);
}
