import { h } from 'preact';
import type { Route } from '../../platform/http/visit.ts';
import { type Field, oneOf } from '../../ui/index.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import type { AtDraft } from '../guards.ts';
import { ListPage } from '../pages/listPage.tsx';
import { pieceColumns } from '../pages/pieceColumns.tsx';
import { codeOf, entriesOn, examOf, type PackEntry, withFile } from '../rules/entries.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { editYaml } from '../rules/yamlEdit.ts';
import { listAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/pieces.ts';
import { entryRoutes } from './entries.ts';

/** The pieces of a draft: their list, each one, a new one with the group that each session asks it in. */
export function pieceRoutes(deps: EditorDeps): readonly Route[] {
  return [
    draftPage(deps, 'pieces', (view, { files }) =>
      h(ListPage, {
        view,
        part: 'pieces',
        lists: [{ shelf: 'pieceTypes', entries: entriesOn(files, 'pieceTypes'), columns: pieceColumns }],
      }),
    ),
    ...entryRoutes(deps, 'pieceTypes', {
      fields: (at, exam) => sessionsOf(at.files, exam).map(groupField),
      also: (files, values, piece) =>
        sessionsOf(files, examOf(piece)).reduce((all, session) => {
          const group = Number(values[nameOf(session)] ?? -1);
          const path = ['pieceGroups', group, 'pieces'];
          if (group < 0) return all;
          const insert = { path: [...path, listAt(session.value, path).length], insert: textAt(piece.value, ['code']) };
          return withFile(all, session.file, editYaml(session.text, [insert]));
        }, files),
    }),
  ];
}

function sessionsOf(files: AtDraft['files'], exam: string): readonly PackEntry[] {
  return entriesOn(files, 'sessions').filter(({ value }) => !isRelative(value) && textAt(value, ['exam']) === exam);
}

function nameOf(session: PackEntry): string {
  return `regroupement-${codeOf(session, 'sessions')}`;
}

function groupField(session: PackEntry): Field {
  const options = listAt(session.value, ['pieceGroups']).map((group, index) => ({
    value: String(index),
    label: textAt(group, ['label']),
  }));
  return {
    name: nameOf(session),
    label: texts.group(textAt(session.value, ['label']) || codeOf(session, 'sessions')),
    hint: texts.groupHint,
    control: 'select',
    options,
    optional: true,
    missing: '',
    check: oneOf(options),
  };
}
