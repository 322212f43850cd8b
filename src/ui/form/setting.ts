import { createContext } from 'preact';
import { emptyForm, type FormState } from './state.ts';

type Setting = { readonly state: FormState; readonly marks: 'required' | 'optional'; readonly prefix: string };

/** What the fields find around them. */
export const FormContext = createContext<Setting>({ state: emptyForm, marks: 'optional', prefix: 'champ' });
