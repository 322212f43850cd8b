import type { PackFault, RulePack } from '../../catalogue/index.ts';
import type { Fault, Field, FormState } from '../../ui/index.ts';
import type { Values } from '../form/changes.ts';
import type { EntryForm } from '../form/entryForm.ts';
import type { AtDraft } from '../guards.ts';
import type { EntryView } from '../pages/entryPage.tsx';
import type { PackEntry } from '../rules/entries.ts';
import type { Edit } from '../rules/yamlEdit.ts';
import type { Completed } from './atEntry.ts';

/** What a form is about. */
export type EditedSubject = {
  readonly at: AtDraft;
  /** What fills the form; null: nothing does. */
  readonly entry: PackEntry | null;
  /** Is one being made, of that one or of nothing? */
  readonly fresh: boolean;
};

/** What one kind of entry has beside the form that its schema makes. */
export type Special = {
  /** The form, where something of it stands elsewhere on the page. */
  readonly form?: (form: EntryForm) => EntryForm;
  /** What it is called, where it isn't its own title. */
  readonly name?: (entry: PackEntry) => string;
  readonly looks?: (
    order: EditedSubject & { readonly view: EntryView['view']; readonly form: EntryForm; readonly state: FormState },
  ) => Partial<EntryView>;
  /** What the fields can't say alone. */
  readonly faults?: (subject: EditedSubject, values: Values) => readonly Fault[];
  /** Changes beside those of the fields. */
  readonly more?: (entry: PackEntry, values: Values) => readonly Edit[];
  /** Faults of the pack at a field keep the form from being saved, and what a sound pack may not do all the same. */
  readonly strict?: (pack: RulePack, code: string) => Promise<readonly Pick<PackFault, 'path' | 'message'>[]>;
  /** Asked beside a new one, which changes other files. */
  readonly fields?: (at: AtDraft, exam: string) => readonly Field[];
  readonly also?: (files: AtDraft['files'], values: Values, made: PackEntry) => AtDraft['files'];
  /** The file of a new one, where it isn't named by its code. */
  readonly file?: (values: Values) => string;
  readonly completed?: Completed;
};
