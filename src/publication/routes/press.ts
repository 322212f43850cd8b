import type { SignedInStaff } from '../../accounts/index.ts';
import { sessionsOf } from '../../catalogue/index.ts';
import { file, type Reply, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { xlsxOf } from '../../platform/tables/xlsx.ts';
import { parisDay } from '../../platform/time.ts';
import type { PublicationDeps } from '../deps.ts';
import { listForPress } from '../store/results.ts';
import { texts } from '../texts.ts';

const say = texts.press;
const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (lines: Lines) => csvOf(lines) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (lines: Lines) => xlsxOf(say.sheet, lines),
  },
} as const;

/** The list for the press, for a head: the admitted whose result is out and who agree to it now. A name goes with the consent. */
export async function givePress(deps: PublicationDeps, visit: Visit, { academy }: SignedInStaff): Promise<Reply> {
  const { chosen } = sessionsOf(deps, academy, visit.query.session);
  const format = visit.query.format === 'xlsx' ? 'xlsx' : 'csv';
  const people = chosen === null ? [] : await listForPress(deps.db, { academy, session: chosen.code });
  const lines = async function* (): Lines {
    yield say.columns;
    for (const { birthName, usageName, firstNames, speciality } of people)
      yield [birthName, usageName ?? '', firstNames, deps.catalogue().speciality(speciality)?.name ?? speciality];
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(FORMATS[format].write(lines())));
  const name = say.file(chosen?.code ?? '', parisDay(deps.clock.now()).toString());
  return file(content, FORMATS[format].type, `${name}.${format}`, 'attachment', content.length);
}
