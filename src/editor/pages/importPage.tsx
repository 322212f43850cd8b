import type { JSX } from 'preact';
import { Actions, Button, ButtonLink, defineFileField, FileInput, Form, type FormState } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { DRAFT_LIFE } from '../draft.ts';
import { texts } from '../texts/exchange.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const fileField = defineFileField({
  name: 'file',
  label: texts.file,
  accept: ['.zip', '.yaml', '.yml'],
  limits: texts.limits,
});

export function ImportPage({ view, state }: { readonly view: DraftView; readonly state: FormState }): JSX.Element {
  const { draft } = view.open;
  return (
    <DraftFrame view={view} part="fichiers" title={texts.title} lead={texts.lead} faults={state.faults}>
      <Form
        action={addresses.part(draft.id, 'importer')}
        csrf={view.csrf}
        version={draft.version}
        state={state}
        multipart
      >
        <FileInput field={fileField} />
        <Actions>
          {DRAFT_LIFE.may('save', draft.state) && <Button>{texts.submit}</Button>}
          <ButtonLink kind="secondary" href={addresses.part(draft.id, 'fichiers')}>
            {texts.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </DraftFrame>
  );
}
