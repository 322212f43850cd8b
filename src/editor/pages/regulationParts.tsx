import type { JSX } from 'preact';
import { Identifier, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { slugOf, type Thing } from '../rules/things.ts';
import { listAt, numberAt, textAt } from '../rules/yamlTree.ts';
import { texts as common } from '../texts/common.ts';
import { texts } from '../texts/specialities.ts';
import type { DraftView } from './draftFrame.tsx';

const say = texts.regulation;
const CONFIDENCES: Readonly<Record<string, string>> = common.confidences;

export function regulationHref(view: DraftView, cfd: string, regulation: Thing, more: '' | '/version' = ''): string {
  const part = `specialites/${encodeURIComponent(cfd)}/reglements/${encodeURIComponent(slugOf(regulation))}${more}`;
  return addresses.part(view.open.draft.id, part);
}

/** The units of a regulation as the candidates find them. */
export function UnitsTable({ regulation }: { readonly regulation: Thing }): JSX.Element {
  const { value } = regulation;
  const period = say.period(numberAt(value, ['firstSession']), numberAt(value, ['lastSession']));
  const { columns } = say;
  return (
    <Table
      caption={`${textAt(value, ['title'])} · ${period}`}
      columns={[
        { label: columns.unit },
        { label: columns.title },
        { label: columns.coefficient, figures: true },
        { label: columns.mode },
        { label: columns.duration },
        { label: columns.sure },
      ]}
      rows={listAt(value, ['units']).map((unit, index) => ({
        key: String(index),
        cells: [
          <Identifier key="id">{textAt(unit, ['id'])}</Identifier>,
          textAt(unit, ['title']),
          textAt(unit, ['coefficient']) || '?',
          textAt(unit, ['mode']) || say.unknown,
          textAt(unit, ['duration']) || say.unknown,
          confidence(textAt(unit, ['confidence'])),
        ],
      }))}
    />
  );
}

function confidence(code: string): string {
  return (Object.hasOwn(CONFIDENCES, code) ? CONFIDENCES[code] : undefined) ?? code;
}
