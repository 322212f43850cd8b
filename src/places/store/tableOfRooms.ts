import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, flag, text } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import { foldedName } from '../../platform/tables/columns.ts';
import type { RoomLine } from '../rules/roomLines.ts';

const LINE = columns({ code: text, folded: text, added: flag });

/**
 * Writes what a table says, centre by its code and room by its name, of the academy; the session uses the centres that it names. Gives how many of its
 * lines said something new or otherwise; the rest was so already.
 */
export async function writeRoomLines(
  tx: Tx,
  { academy, session }: ExamPlace,
  lines: readonly RoomLine[],
): Promise<{ readonly added: number; readonly changed: number }> {
  // What a centre says of itself stands on its first line.
  const firstLines = new Map(lines.toReversed().map((line) => [line.code, line]));
  const centres = [...firstLines.values()];
  const given = JSON.stringify(centres.map((one) => ({ ...one, id: randomUUID() })));
  const ofCentres = await LINE.all(
    tx,
    sql`insert into exam_centre as c (id, academy, session, code, name, address, postcode, city)
    select id, ${academy}, ${session}, code, name, address, postcode, city
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, code text, name text, address text, postcode text, city text)
    on conflict (academy, code) do update set name = excluded.name, address = excluded.address, postcode = excluded.postcode,
      city = excluded.city, row_version = c.row_version + 1
    where (c.name, c.address, c.postcode, c.city) is distinct from (excluded.name, excluded.address, excluded.postcode, excluded.city)
    returning code, '' as folded, xmax::text = '0' as added`,
  );
  const named = centres.map(({ code }) => code);
  const newlyUsed = await LINE.all(
    tx,
    sql`insert into exam_session_centre as u (academy, session, centre_id)
    select academy, ${session}, id from exam_centre where academy = ${academy} and code = any(${named}::text[])
    on conflict do nothing returning (select code from exam_centre c where c.id = u.centre_id) as code, '' as folded, true as added`,
  );
  const rooms = JSON.stringify(lines.map((one) => ({ ...one, id: randomUUID(), folded: foldedName(one.room) })));
  const ofRooms = await LINE.all(
    tx,
    sql`insert into exam_room as r (id, academy, session, centre_id, name, folded, capacity, accessible, kinds, stations)
    select g.id, ${academy}, ${session}, c.id, g.room, g.folded, g.capacity, g.accessible,
      array(select jsonb_array_elements_text(g.kinds)), g.stations
    from jsonb_to_recordset(${rooms}::jsonb)
        as g(id uuid, code text, room text, folded text, capacity integer, accessible boolean, kinds jsonb, stations integer)
      join exam_centre c on c.academy = ${academy} and c.code = g.code
    on conflict (centre_id, folded) do update set name = excluded.name, capacity = excluded.capacity, accessible = excluded.accessible,
      kinds = excluded.kinds, stations = excluded.stations, row_version = r.row_version + 1
    where (r.name, r.capacity, r.accessible, r.kinds, r.stations)
      is distinct from (excluded.name, excluded.capacity, excluded.accessible, excluded.kinds, excluded.stations)
    returning (select code from exam_centre c where c.id = r.centre_id) as code, folded, xmax::text = '0' as added`,
  );
  const news = new Map(ofRooms.map(({ code, folded, added }) => [`${code}/${folded}`, added]));
  const firsts = new Set([...ofCentres, ...newlyUsed].map(({ code }) => code));
  const said = lines.map((line) => {
    const added = news.get(`${line.code}/${foldedName(line.room)}`);
    return added ?? (firstLines.get(line.code) === line && firsts.has(line.code) ? false : null);
  });
  return { added: said.filter((one) => one === true).length, changed: said.filter((one) => one === false).length };
}
