import { AS_WRITTEN } from '../../platform/http/visit.ts';

/** Something to correct. `field` is null for what belongs to no field (wrong password, register closed). */
export type Fault = { readonly field: string | null; readonly message: string };

/** What stands in the fields, as text: by name, a list for boxes. Never a password. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What a form shows: what was typed and what is to be corrected, in the order of the fields. */
export type FormState = { readonly typed: Typed; readonly faults: readonly Fault[] };

export const emptyForm: FormState = { typed: {}, faults: [] };

/** What belongs to no field; null: nothing is wrong. */
export function wholeFault(message: string | null): readonly Fault[] {
  return message === null ? [] : [{ field: null, message }];
}

/** Of a form that the page no longer has: they lead to no field. */
export function withoutFields(faults: readonly Fault[]): readonly Fault[] {
  return faults.map(({ message }) => ({ field: null, message }));
}

/** The same form with one more thing to correct, found after the fields were read (`field` null: about the whole). */
export function withFault(state: FormState, field: string | null, message: string): FormState {
  return { ...state, faults: [...state.faults, { field, message }] };
}

/** Of one of the forms of a page that share what was typed: what was refused stands in the one that was sent. */
export function stateOf(state: FormState, isSent: boolean): FormState {
  if (isSent) return state;
  const { [AS_WRITTEN]: _, ...typed } = state.typed;
  return { typed, faults: [] };
}

export function faultOf(state: FormState, field: string): string | null {
  return state.faults.find((fault) => fault.field === field)?.message ?? null;
}

export function textOf(state: FormState, field: string): string {
  const typed = Object.hasOwn(state.typed, field) ? state.typed[field] : undefined;
  return typeof typed === 'string' ? typed : (typed?.[0] ?? '');
}

export function listOf(state: FormState, field: string): readonly string[] {
  const typed = Object.hasOwn(state.typed, field) ? state.typed[field] : undefined;
  if (typed === undefined) return [];
  return typeof typed === 'string' ? [typed] : typed;
}
