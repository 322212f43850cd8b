import type { JSX } from 'preact';
import type { PackFile, SpecialityStatus } from '../../catalogue/index.ts';
import { Button, defineField, Form, FormField, freeText, Status, type StatusName } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { entriesOn, type PackEntry } from '../rules/entries.ts';
import { statusOf } from '../rules/sessionChecklist.ts';
import { slug } from '../rules/words.ts';
import { numberAt, textAt, textsAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import type { DraftView } from './draftFrame.tsx';
import { type Column, codeColumn } from './listPage.tsx';

const LOOKS: Readonly<Record<SpecialityStatus['code'], StatusName>> = {
  open: 'compliant',
  'extra-session-only': 'missing',
  'not-yet': 'received',
  closed: 'irrelevant',
  dormant: 'irrelevant',
};
/** More columns would not fit. */
const SESSIONS = 3;
const LONGEST = 100;

/** The status of each speciality at each of the last sessions. */
export function specialityColumns(files: readonly PackFile[]): readonly Column[] {
  const years = entriesOn(files, 'sessions').flatMap(({ value }) => numberAt(value, ['year']) ?? []);
  const last = [...new Set(years)].sort((a, b) => a - b).slice(-SESSIONS);
  return [
    ...last.map(
      (year): Column => ({
        label: texts.session(year),
        of: ({ value }) => {
          const { code } = statusOf(value, year);
          return <Status name={LOOKS[code]} label={texts.statuses[code]} />;
        },
      }),
    ),
    codeColumn('specialities'),
  ];
}

const search = defineField({
  name: 'q',
  label: texts.search,
  hint: texts.searchHint,
  control: 'text',
  width: 30,
  optional: true,
  check: freeText(LONGEST),
});

export function SpecialitySearch({ view, asked }: { readonly view: DraftView; readonly asked: string }): JSX.Element {
  return (
    <Form
      method="get"
      inline
      action={addresses.part(view.open.draft.id, 'specialites')}
      state={{ typed: { q: asked }, faults: [] }}
    >
      <FormField field={search} />
      <Button kind="secondary">{texts.searchSubmit}</Button>
    </Form>
  );
}

/** Does it bear these words? */
export function isAskedBy({ value }: PackEntry, asked: string): boolean {
  const words = slug(asked.slice(0, LONGEST)).split('-');
  const text = slug([textAt(value, ['cfd']), textAt(value, ['name']), ...textsAt(value, ['trades'])].join(' '));
  return words.every((word) => text.includes(word));
}
