import type { ComponentChildren, JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import { Actions, Alert, Button, ButtonLink, Form, FormField, type FormState, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Bound } from '../rules/bound.ts';
import { texts } from '../texts/common.ts';
import type { DraftView } from './draftFrame.tsx';
import { FaultList } from './faultList.tsx';

/** What is wrong with the thing that the page shows. */
export function FaultsHere({
  view,
  faults,
}: {
  readonly view: DraftView;
  readonly faults: readonly PackFault[];
}): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <Section title={texts.faultsHere}>
      <FaultList draft={view.open.draft.id} faults={faults} />
    </Section>
  );
}

/** Files that the page can't read, each with where to mend it. */
export function UnreadableFiles({
  view,
  files,
}: {
  readonly view: DraftView;
  readonly files: readonly string[];
}): JSX.Element {
  return (
    <>
      {files.map((file) => (
        <Alert key={file} tone="danger">
          <p>{texts.unreadable(file)}</p>
          <p>
            <a href={fileHref(view, file)}>{texts.mend}</a>
          </p>
        </Alert>
      ))}
    </>
  );
}

export function fileHref(view: DraftView, file: string): string {
  return addresses.part(view.open.draft.id, 'fichiers/editer', { fichier: file });
}

export function Fields({ bounds }: { readonly bounds: readonly Bound[] }): JSX.Element {
  return (
    <>
      {bounds.map(({ field }) => (
        <FormField key={field.name} field={field} />
      ))}
    </>
  );
}

/** The form of a thing of a draft: its fields, what keeps them, where to go without. Without a button once it isn't open. */
export function ThingForm(props: {
  readonly view: DraftView;
  readonly action: string;
  readonly state: FormState;
  readonly save: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly children: ComponentChildren;
}): JSX.Element {
  const { view, back } = props;
  const { draft } = view.open;
  return (
    <Form action={props.action} csrf={view.csrf} version={draft.version} state={props.state} summary={false}>
      {props.children}
      <Actions>
        {draft.state === 'open' && <Button>{props.save}</Button>}
        <ButtonLink kind="secondary" href={back.href}>
          {back.label}
        </ButtonLink>
      </Actions>
    </Form>
  );
}
