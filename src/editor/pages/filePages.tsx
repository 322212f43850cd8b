import type { JSX } from 'preact';
import { countFaults, FILE, type PackFault, type PackFile } from '../../catalogue/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  FormField,
  type FormState,
  Section,
  Table,
  Tag,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { DRAFT_LIFE } from '../draft.ts';
import { textOf } from '../rules/files.ts';
import { texts as exchange } from '../texts/exchange.ts';
import { texts } from '../texts.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { FaultList } from './faultList.tsx';
import { fileText } from './fileForm.ts';

const say = texts.files;

/** Every file of the draft, with those that went. */
export function FilesPage({ view }: { readonly view: DraftView }): JSX.Element {
  const { draft, before, files } = view.open;
  const names = [...new Set([...before, ...files].map(({ file }) => file))].sort();
  return (
    <DraftFrame view={view} part="fichiers" title={say.title} lead={say.lead}>
      <Table
        caption={say.title}
        columns={[say.columns.file, say.columns.state, { label: say.columns.size, figures: true }]}
        rows={names.map((name) => {
          const state = stateOf(name, before, files);
          const text = files.find(({ file }) => file === name)?.text ?? '';
          return {
            key: name,
            cells: [
              <a key="file" href={addresses.part(draft.id, 'fichiers/editer', { fichier: name })}>
                {name}
              </a>,
              state === 'same' ? say.states.same : <Tag key="state">{say.states[state]}</Tag>,
              String(text === '' ? 0 : text.split('\n').length),
            ],
          };
        })}
      />
      {DRAFT_LIFE.may('save', draft.state) && (
        <Actions>
          <ButtonLink kind="secondary" href={addresses.part(draft.id, 'importer')}>
            {exchange.open}
          </ButtonLink>
        </Actions>
      )}
    </DraftFrame>
  );
}

function stateOf(
  name: string,
  before: readonly PackFile[],
  files: readonly PackFile[],
): 'same' | 'changed' | 'added' | 'gone' {
  const old = before.find(({ file }) => file === name);
  const now = files.find(({ file }) => file === name);
  if (now === undefined) return 'gone';
  if (old === undefined) return 'added';
  return old.text === now.text ? 'same' : 'changed';
}

export type FileEditView = {
  readonly view: DraftView;
  readonly file: string;
  readonly state: FormState;
  readonly faults: readonly PackFault[];
};

/** One file as text, its faults above it. */
export function FileEditPage({ view, file, state, faults }: FileEditView): JSX.Element {
  const { draft, files } = view.open;
  const open = DRAFT_LIFE.may('save', draft.state);
  const length = textOf(files, file)?.length ?? 0;
  return (
    <DraftFrame view={view} part="fichiers" title={say.edit(file)} faults={state.faults}>
      {faults.length > 0 && (
        <Section title={texts.draft.faults(countFaults(faults))}>
          <FaultList draft={draft.id} faults={faults} />
        </Section>
      )}
      {length > FILE.characters && (
        <Alert tone="warn" title={say.notShown(length)}>
          <p>{say.notShownOut}</p>
        </Alert>
      )}
      <Form
        action={addresses.part(draft.id, 'fichiers/editer', { fichier: file })}
        csrf={view.csrf}
        version={draft.version}
        state={state}
      >
        <FormField field={fileText} />
        <Actions>
          {open && <Button>{say.save}</Button>}
          <ButtonLink kind="secondary" href={addresses.part(draft.id, 'fichiers')}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </DraftFrame>
  );
}
