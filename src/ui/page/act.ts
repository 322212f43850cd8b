import {
  type Guard,
  isDenial,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import type { Field, Values } from '../form/field.ts';
import { parseForm, typedForm } from '../form/parse.ts';
import type { Rule } from '../form/rules.ts';
import { emptyForm, type Fault, type FormState, withFault } from '../form/state.ts';

/** The page of a form, shown again: with what was typed and what is to be corrected, under that status. */
export type ShownAgain<Grant> = readonly [visit: Visit, at: Grant, state: FormState, status: number];

type Awaitable<Some> = Some | Promise<Some>;

/** Something to correct that only the act can find: told at the fields, as what they find is. */
export type Faulty = { readonly ok: false; readonly faults: readonly Fault[] };

export function faulty(...faults: readonly Fault[]): Faulty {
  return { ok: false, faults };
}

/**
 * A form that is sent, done, and leads on. Its fields are read; what is wrong in them, or why it isn't done, shows its page again with what
 * was typed: 422 for a fault, else what the room's table says.
 *
 *     act({
 *       path, who, refusals,
 *       note: 'Le gestionnaire du dossier y écrit une note.',
 *       fields: [noteField],
 *       do: ({ note }, at, visit) => writeNote(deps, actBy(visit, at.staff), at, note),
 *       to: (_, at) => deskAddresses.file(at.enrolment.id, { message: 'note' }),
 *       again: (...shown) => showNotes(deps, ...shown),
 *     })
 */
export function act<Grant, const Fields extends readonly Field[], Done, Refusal>(declared: {
  readonly path: string;
  readonly who: Guard<Grant>;
  /** Who may, and what it does: a French sentence, drawn into docs/access.md. */
  readonly note: string;
  /** None, where the form is its button alone. */
  readonly fields: Fields | ((at: Grant, visit: Visit) => Awaitable<Fields>);
  readonly rules?: (at: Grant, visit: Visit) => Awaitable<readonly Rule<NoInfer<Values<Fields>>>[]>;
  /** Why it can't be done now, whatever is typed; asked before the fields are read. */
  readonly unless?: (at: Grant, visit: Visit) => Promise<NoInfer<Refusal> | null>;
  readonly do: (
    form: NoInfer<Values<Fields>>,
    at: Grant,
    visit: Visit,
  ) => Promise<Result<Done, NoInfer<Refusal>> | Faulty>;
  /** The address that it leads to (303), or an answer of its own. */
  readonly to: (done: Done, at: Grant, visit: Visit) => Awaitable<string | Reply>;
  readonly refusals: {
    readonly status: (refusal: Refusal) => number;
    readonly inWords: (refusal: Refusal) => string;
    readonly fieldOf: (refusal: Refusal) => string | null;
  };
  readonly again: (...shown: ShownAgain<Grant>) => Promise<Reply>;
  /** How a refusal is shown, where it takes more than its page again: another page, a form that isn't given back. */
  readonly refused?: (refusal: NoInfer<Refusal>, ...shown: ShownAgain<Grant>) => Promise<Reply>;
}): Route {
  const { path, who, note, again, refusals } = declared;
  const handle = async (visit: Visit, at: Grant): Promise<Reply> => {
    const given = declared.fields;
    const fields = typeof given === 'function' ? await given(at, visit) : given;
    const refused = async (error: Refusal): Promise<Reply> => {
      // As it stands now that somebody else was found to have written: the next try needs the version of today.
      const now = await who.admit(visit);
      const state = withFault(typedForm(fields, visit.body), refusals.fieldOf(error), refusals.inWords(error));
      const shown = [visit, isDenial(now) ? at : now, state, refusals.status(error)] as const;
      return declared.refused?.(error, ...shown) ?? again(...shown);
    };
    const before = (await declared.unless?.(at, visit)) ?? null;
    if (before !== null) return refused(before);
    const read = parseForm(fields, visit.body, await declared.rules?.(at, visit));
    if (!read.ok) return again(visit, at, read.error, 422);
    const done = await declared.do(read.value, at, visit);
    if (done.ok) {
      const answer = await declared.to(done.value, at, visit);
      return typeof answer === 'string' ? redirect(answer) : answer;
    }
    if (!('faults' in done)) return refused(done.error);
    return again(visit, at, { ...typedForm(fields, visit.body), faults: done.faults }, 422);
  };
  return route({ method: 'POST', path, who, note, handle });
}

/** The refusals of an act that nothing refuses but what its form says. */
export const faultsOnly = { status: (_: never) => 422, inWords: (_: never) => '', fieldOf: (_: never) => null };

/** No act: its page again, with a sentence above it. */
export function says<Grant>(
  page: {
    readonly path: string;
    readonly who: Guard<Grant>;
    readonly again: (...shown: ShownAgain<Grant>) => Promise<Reply>;
  },
  sentence: string,
): Route {
  const { path, who, again } = page;
  const state = withFault(emptyForm, null, sentence);
  return route({ method: 'POST', path, who, handle: (visit, at) => again(visit, at, state, 422) });
}

/** The acts of one page, told apart by a field of its forms or its buttons; what names none of them is `otherwise`. */
export function acts(field: string, by: Readonly<Record<string, Route>>, otherwise: Route): Route {
  const all = [...Object.values(by), otherwise];
  if (all.some(({ path, who }) => path !== otherwise.path || who !== otherwise.who))
    throw new Error('The acts of a page have one address and one guard');
  return {
    ...otherwise,
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
    handle: (visit, at) => {
      const name = visit.body[field];
      const named = typeof name === 'string' && Object.hasOwn(by, name) ? by[name] : undefined;
      return (named ?? otherwise).handle(visit, at);
    },
  };
}
