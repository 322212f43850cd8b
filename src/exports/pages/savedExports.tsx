import type { JSX } from 'preact';
import { FILE_STATE_NAMES, FILE_STATES, listFilters } from '../../scope/index.ts';
import {
  ActionForm,
  Button,
  defineField,
  EmptyState,
  type Field,
  FoldedForm,
  type FormState,
  type Option,
  oneOf,
  printedLine,
  Section,
  someOf,
  Table,
  TableLinks,
  TypedWords,
  tickedOrNot,
} from '../../ui/index.ts';
import { addresses as exportAddresses } from '../addresses.ts';
import { type ExportColumn, KNOWN_COLUMNS } from '../rules/exportLines.ts';
import { exportTexts } from '../texts.ts';

const say = exportTexts.saved;

/** Names of hidden fields and of their values. */
export const SAVING = { act: 'acte', keep: 'garder', forget: 'oublier', prepare: 'preparer', id: 'export' } as const;

const columnOptions: readonly Option<ExportColumn>[] = KNOWN_COLUMNS.map((value) => ({
  value,
  label: exportTexts.columns[value],
}));
const states = FILE_STATES.map((value) => ({ value, label: stateLabel(value) }));

function stateLabel(state: (typeof FILE_STATES)[number]): string {
  return listFilters.fileState.options.find(({ value }) => value === FILE_STATE_NAMES[state])?.label ?? state;
}

export type SavedChoices = { readonly sessions: readonly Option[]; readonly specialities: readonly Option[] };

/** What is kept of a list: its name, whom it is of, its columns, who sees it. */
export const savedFields = ({ sessions, specialities }: SavedChoices) =>
  [
    defineField({
      name: 'nom',
      label: say.name,
      hint: say.nameHint,
      control: 'text',
      autocomplete: 'off',
      width: 40,
      missing: say.nameMissing,
      check: printedLine(60),
    }),
    defineField({
      name: 'session',
      label: listFilters.session.label,
      hint: say.sessionHint,
      control: 'select',
      options: sessions,
      optional: true,
      check: oneOf(sessions),
    }),
    defineField({
      name: 'specialite',
      label: listFilters.speciality.label,
      hint: say.all,
      control: 'select',
      options: specialities,
      optional: true,
      check: oneOf(specialities),
    }),
    defineField({
      name: 'etat',
      label: listFilters.fileState.label,
      hint: say.allStates,
      control: 'select',
      options: states,
      optional: true,
      check: oneOf(states),
    }),
    defineField({
      name: 'colonnes',
      label: exportTexts.whichColumns,
      control: 'checkboxes',
      options: columnOptions,
      missing: say.columnsMissing,
      check: someOf(columnOptions),
    }),
    defineField({ name: 'partage', label: say.share, control: 'checkbox', optional: true, check: tickedOrNot() }),
  ] as const;

export type SavedLine = {
  readonly id: string;
  readonly name: string;
  /** Whom it is of, in words; null: what it asks is no longer there for this person. */
  readonly what: string | null;
  readonly columns: number;
  readonly query: string;
  readonly shared: boolean;
  /** Who keeps it; null: this person. */
  readonly owner: string | null;
  readonly mayForget: boolean;
};

type Props = {
  readonly saved: readonly SavedLine[];
  readonly fields: readonly Field[];
  /** Of the form, where it came back refused. */
  readonly refused: FormState | null;
  readonly csrf: string;
};

/** Lists that are taken again and again, each one press away; and one more. */
export function SavedExports({ saved, fields, refused, csrf }: Props): JSX.Element {
  return (
    <Section title={say.title}>
      {saved.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={say.heads}
          rows={saved.map((one) => ({
            key: one.id,
            cells: [
              <Named key="name" one={one} />,
              one.what === null ? (
                say.gone
              ) : (
                <span key="take">
                  <TableLinks
                    label={say.take}
                    href={(format) =>
                      `${exportAddresses.exportedList}${one.query}${one.query === '' ? '?' : '&'}format=${format}`
                    }
                  />
                </span>
              ),
              one.mayForget ? (
                <ActionForm
                  key="forget"
                  action={exportAddresses.exports()}
                  csrf={csrf}
                  hidden={{ [SAVING.act]: SAVING.forget, [SAVING.id]: one.id }}
                >
                  <Button kind="danger" about={one.name}>
                    {say.forget}
                  </Button>
                </ActionForm>
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
      <FoldedForm
        name="garder"
        title={say.keep}
        action={exportAddresses.exports()}
        csrf={csrf}
        hidden={{ [SAVING.act]: SAVING.keep }}
        fields={fields}
        refused={refused}
        typed={{ colonnes: KNOWN_COLUMNS }}
        submit={say.submit}
      />
    </Section>
  );
}

function Named({ one }: { readonly one: SavedLine }): JSX.Element {
  const whose = one.owner !== null ? say.sharedBy(one.owner) : one.shared ? say.sharedByYou : say.yours;
  return (
    <>
      <strong>
        <TypedWords>{one.name}</TypedWords>
      </strong>
      <br />
      <span class="muted">
        {one.what !== null && `${one.what}, ${say.columns(one.columns)}. `}
        {whose}
      </span>
    </>
  );
}
