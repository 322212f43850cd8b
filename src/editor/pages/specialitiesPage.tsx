import type { JSX } from 'preact';
import type { SpecialityStatus } from '../../catalogue/index.ts';
import { Button, EmptyState, Form, FormField, Identifier, Status, type StatusName, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { pageOf } from '../doors.ts';
import { statusOf } from '../rules/sessionChecklist.ts';
import { type Thing, thingsOn, unreadableOn } from '../rules/things.ts';
import { slug } from '../rules/words.ts';
import { numberAt, textAt, textsAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { lineField } from './fields.ts';
import { NewThings, UnreadableFiles } from './thingParts.tsx';

const LOOKS: Readonly<Record<SpecialityStatus['code'], StatusName>> = {
  open: 'compliant',
  'extra-session-only': 'missing',
  'not-yet': 'received',
  closed: 'irrelevant',
  dormant: 'irrelevant',
};
/** More columns would not fit. */
const SESSIONS = 3;

const search = lineField({ name: 'q', label: texts.search, hint: texts.searchHint, width: 30 });

/** Every speciality with its status at each session; `asked`: words that it must bear. */
export function SpecialitiesPage({ view, asked }: { readonly view: DraftView; readonly asked: string }): JSX.Element {
  const { draft, files } = view.open;
  const found = thingsOn(files, 'specialities').filter((one) => matches(one, asked));
  const years = sessionYears(thingsOn(files, 'sessions'));
  return (
    <DraftFrame view={view} part="specialites" title={texts.title} lead={texts.lead}>
      <UnreadableFiles view={view} files={unreadableOn(files, 'specialities')} />
      <NewThings view={view} door="specialities" />
      <Form
        method="get"
        inline
        action={addresses.part(draft.id, 'specialites')}
        state={{ typed: { q: asked }, faults: [] }}
        summary={false}
      >
        <FormField field={search} />
        <Button kind="secondary">{texts.searchSubmit}</Button>
      </Form>
      {found.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <Table
          caption={texts.found(found.length)}
          columns={[
            { label: texts.columns.name },
            ...years.map((year) => ({ label: texts.session(year) })),
            { label: texts.columns.code },
          ]}
          rows={found.map((one) => {
            const cfd = textAt(one.value, ['cfd']);
            return {
              key: `${one.file} ${one.path.join('-')}`,
              cells: [
                <a key="name" href={addresses.part(draft.id, pageOf(view.open, 'specialities', one))}>
                  {textAt(one.value, ['name']) || cfd}
                </a>,
                ...years.map((year) => {
                  const { code } = statusOf(one.value, year);
                  return <Status key={year} name={LOOKS[code]} label={texts.statuses[code]} />;
                }),
                <Identifier key="code">{cfd}</Identifier>,
              ],
            };
          })}
        />
      )}
    </DraftFrame>
  );
}

function sessionYears(sessions: readonly Thing[]): readonly number[] {
  const years = sessions.flatMap(({ value }) => numberAt(value, ['year']) ?? []);
  return [...new Set(years)].sort((a, b) => a - b).slice(-SESSIONS);
}

function matches({ value }: Thing, asked: string): boolean {
  const words = slug(asked).split('-');
  const text = slug([textAt(value, ['cfd']), textAt(value, ['name']), ...textsAt(value, ['trades'])].join(' '));
  return words.every((word) => text.includes(word));
}
