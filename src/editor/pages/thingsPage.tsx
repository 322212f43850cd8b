import type { JSX } from 'preact';
import { Identifier, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { DOORS, nameOf, pageOf } from '../doors.ts';
import { codeOf, thingsOn, unreadableOn } from '../rules/things.ts';
import { texts } from '../texts/forms.ts';
import { texts as frame } from '../texts.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { NewThings, UnreadableFiles } from './thingParts.tsx';

/** Things of which there are few: each by its name. */
export function ThingsPage({
  view,
  door,
}: {
  readonly view: DraftView;
  readonly door: 'academies' | 'exams';
}): JSX.Element {
  const { draft, files } = view.open;
  const { shelf, part } = DOORS[door];
  return (
    <DraftFrame view={view} part={part} title={frame.draft.navigation[part]} lead={texts.leads[door]}>
      <UnreadableFiles view={view} files={unreadableOn(files, shelf)} />
      <NewThings view={view} door={door} />
      <Table
        caption={frame.draft.navigation[part]}
        captionUnseen
        columns={texts.columns.map((label) => ({ label }))}
        rows={thingsOn(files, shelf).map((thing) => ({
          key: thing.file,
          cells: [
            <a key="name" href={addresses.part(draft.id, pageOf(view.open, door, thing))}>
              {nameOf(shelf, thing)}
            </a>,
            <Identifier key="code">{codeOf(thing, shelf)}</Identifier>,
          ],
        }))}
      />
    </DraftFrame>
  );
}
