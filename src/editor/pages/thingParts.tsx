import type { ComponentChildren, JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import { Actions, Alert, Button, ButtonLink, Form, type FormState, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { countedOf, DOORS, type Door, type DoorName, examsIn } from '../doors.ts';
import { texts } from '../texts/common.ts';
import { texts as forms } from '../texts/forms.ts';
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

/** Where a new one is begun: one link, or one an exam. */
export function NewThings({ view, door }: { readonly view: DraftView; readonly door: DoorName }): JSX.Element | null {
  const { draft } = view.open;
  const { part, shelf, file }: Door = DOORS[door];
  if (draft.state !== 'open' || file === undefined) return null;
  const exams = examsIn(view.open);
  const [one] = countedOf(shelf);
  return (
    <Actions>
      {exams.map((exam) => (
        <ButtonLink key={exam} kind="secondary" href={addresses.part(draft.id, `${part}/nouveau`, { examen: exam })}>
          {exams.length < 2 ? forms.fresh(one) : forms.freshFor(one, exam)}
        </ButtonLink>
      ))}
    </Actions>
  );
}
