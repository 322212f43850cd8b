import { h } from 'preact';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { inParis } from '../../platform/time.ts';
import { type Fault, type FormState, parseForm, show, withFault } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { nameOf } from '../doors.ts';
import type { AtDraft } from '../guards.ts';
import { CopyChoicePage, choosingFields } from '../pages/copyChoicePage.tsx';
import { Timeline } from '../pages/sessionTimeline.tsx';
import { bases, type CopyPlan, copiedSession, namesFor, planCopy } from '../rules/copySession.ts';
import { codeOf, entriesOn, type PackEntry } from '../rules/entries.ts';
import { ownSessions } from '../rules/otherAcademies.ts';
import { isRecord, numberAt, readTree, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import { saveEntry, showEntry } from './entries.ts';
import type { Special } from './special.ts';

const say = texts.copying;

/** A new session from another: which one and when, then its form with every date moved. */
export function showCopy(deps: EditorDeps, visit: Visit, at: AtDraft, special: Special): Promise<Reply> {
  const plan = planIn(deps, visit, at);
  if ('faults' in plan) return showChoice(deps, visit, at, plan);
  return showEntry(deps, visit, { at, entry: copyOf(plan), fresh: true }, 'sessions', ofCopy(special, plan));
}

export function saveCopy(deps: EditorDeps, visit: Visit, at: AtDraft, special: Special): Promise<Reply> {
  const plan = planIn(deps, visit, at);
  if ('faults' in plan) return showChoice(deps, visit, at, withFault(plan, 'base', say.baseMissing));
  return saveEntry(deps, visit, { at, entry: copyOf(plan), fresh: true }, 'sessions', ofCopy(special, plan));
}

/** The copy that the address asks for; or the question, with what is to be corrected. */
function planIn(deps: EditorDeps, { query }: Visit, at: AtDraft): CopyPlan | FormState {
  const sessions = bases(ownSessions(at.files, at.staff.academy));
  if (query.base === undefined) {
    const [last] = sessions;
    const now = inParis(deps.clock.now()).year;
    const year = Math.max(now, numberAt(last?.value, ['year']) ?? 0) + 1;
    const base = last === undefined ? '' : codeOf(last, 'sessions');
    return { typed: { base, annee: String(year), decalage: 'weeks' }, faults: [] };
  }
  const read = parseForm(choosingFields(sessions), query);
  if (!read.ok) return read.error;
  const { base: code, annee: year, decalage } = read.value;
  const state = { typed: { base: code, annee: String(year), decalage }, faults: [] };
  const base = sessions.find((one) => codeOf(one, 'sessions') === code);
  if (base === undefined) return withFault(state, 'base', say.baseMissing);
  if (numberAt(base.value, ['year']) === year) return withFault(state, 'annee', say.sameYear);
  return planCopy(base, year, decalage) ?? withFault(state, 'base', say.notBase);
}

async function showChoice(deps: EditorDeps, visit: Visit, at: AtDraft, state: FormState): Promise<Reply> {
  const sessions = bases(ownSessions(at.files, at.staff.academy));
  const view = await viewOf(deps, visit, at);
  return show(h(CopyChoicePage, { view, sessions, state }), state.faults.length === 0 ? 200 : 422);
}

/** The session as the copy would make it: what fills its form. */
function copyOf(plan: CopyPlan): PackEntry {
  const names = namesFor(plan);
  const base = nameOf('sessions', plan.base);
  const how = say.how(plan.shift, plan.weeks);
  const text = copiedSession(plan, names, {
    header: say.header(names.label, base, how),
    source: say.source(base, how),
  });
  const root = readTree(text);
  return isRecord(root) ? { file: plan.base.file, text, path: [], root, value: root } : plan.base;
}

function ofCopy(special: Special, { base, shift, weeks, instants }: CopyPlan): Special {
  return {
    ...special,
    looks: ({ at, entry, form }) => ({
      title: say.review(nameOf('sessions', base)),
      lead: say.reviewLead(shift, weeks),
      back: addresses.part(at.draft.id, 'sessions/copier'),
      first: h(Timeline, { session: entry ?? base, nodes: form.nodes, before: instants }),
    }),
    faults: ({ at }, { code, numberPrefix }): readonly Fault[] => {
      const sessions = entriesOn(at.files, 'sessions');
      const twice = sessions.some(({ value }) => textAt(value, ['numberPrefix']) === numberPrefix);
      return [
        ...(/^(?!.*--)[A-Za-z0-9][A-Za-z0-9-]{0,59}$/.test(String(code))
          ? []
          : [{ field: 'code', message: say.codeShape }]),
        ...(twice ? [{ field: 'numberPrefix', message: say.prefixTaken(String(numberPrefix)) }] : []),
      ];
    },
  };
}
