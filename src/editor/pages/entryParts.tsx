import type { JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import { Actions, Alert, ButtonLink, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { addInWords, doorOf, examsIn, isOfExam } from '../doors.ts';
import { DRAFT_LIFE } from '../draft.ts';
import type { Shelf } from '../rules/entries.ts';
import { texts } from '../texts/common.ts';
import type { DraftView } from './draftFrame.tsx';
import { FaultList } from './faultList.tsx';

/** What is wrong with the entry that the page shows. */
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

/** Where a new one is begun: one link, or one an exam. */
export function NewEntries({ view, shelf }: { readonly view: DraftView; readonly shelf: Shelf }): JSX.Element | null {
  const { draft } = view.open;
  const { at, made } = doorOf(shelf);
  if (!DRAFT_LIFE.may('save', draft.state) || !made.includes('new')) return null;
  const exams = isOfExam(shelf) ? [...examsIn(view.open).keys()] : [''];
  return (
    <Actions>
      {exams.map((exam) => (
        <ButtonLink
          key={exam}
          kind="secondary"
          href={addresses.part(draft.id, `${at}/nouveau`, exam === '' ? {} : { examen: exam })}
        >
          {addInWords(view.open, shelf, exam)}
        </ButtonLink>
      ))}
    </Actions>
  );
}
