import { h } from 'preact';
import { file, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { readRecord } from '../actions/printRecord.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury } from '../guards.ts';
import { RecordGone } from '../pages/candidateGone.tsx';
import { findSheet } from '../store/sheets.ts';
import { pageFrame } from './frame.ts';

/** The record and its additions as files: with names, so for a head alone. */
export function recordRoutes(deps: JuryDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/deliberation/:id/pv/:numero',
      who: headOfJury(deps),
      handle: (visit, at) => give(deps, visit, at),
    }),
  ];
}

async function give(deps: JuryDeps, visit: Visit, { staff, jury }: AtJury): Promise<Reply> {
  const asked = visit.params.numero ?? '';
  const sheet = /^\d{1,4}$/.test(asked) ? await findSheet(deps.db, jury, Number(asked)) : null;
  if (sheet === null) return show(h(RecordGone, { ...(await pageFrame(deps, visit, staff)), jury }), 404);
  const content = await readRecord(deps, sheet);
  const name = `${sheet.content.reference.replaceAll(/[^\w-]+/g, '-')}.pdf`;
  return file(content, 'application/pdf', name, 'attachment', content.length);
}
