import type { JSX } from 'preact';
import { type Row, RowList, Tag } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { pageOf } from '../doors.ts';
import { readCondition } from '../rules/conditions.ts';
import { conditionInWords } from '../rules/conditionWords.ts';
import { type Thing, thingsOn, unreadableOn } from '../rules/things.ts';
import { listAt, textAt, textsAt, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/pieces.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { NewThings, UnreadableFiles } from './thingParts.tsx';

/** Every piece with when it is asked, in words. */
export function PiecesPage({ view }: { readonly view: DraftView }): JSX.Element {
  const { draft, files } = view.open;
  return (
    <DraftFrame view={view} part="pieces" title={texts.title} lead={texts.lead}>
      <UnreadableFiles view={view} files={unreadableOn(files, 'pieceTypes')} />
      <NewThings view={view} door="pieceTypes" />
      <RowList
        level={2}
        rows={thingsOn(files, 'pieceTypes').map((piece): Row => {
          const code = textAt(piece.value, ['code']);
          return {
            key: `${piece.file}-${piece.path.join('-')}`,
            title: textAt(piece.value, ['label']) || code,
            href: addresses.part(draft.id, pageOf(view.open, 'pieceTypes', piece)),
            code,
            lines: askedWhen(piece),
            ...marks(piece),
          };
        })}
      />
    </DraftFrame>
  );
}

/** One sentence a rule. */
function askedWhen({ value }: Pick<Thing, 'value'>): readonly string[] {
  return listAt(value, ['rules']).map((rule) => {
    const condition = readCondition(valueAt(rule, ['when']));
    return condition === null ? texts.unreadable : texts.asked(conditionInWords(condition));
  });
}

function marks({ value }: Thing): Pick<Row, 'status'> {
  if (valueAt(value, ['health']) === true) return { status: <Tag>{texts.health}</Tag> };
  return textsAt(value, ['excuses']).length > 0 ? { status: <Tag>{texts.offered}</Tag> } : {};
}
