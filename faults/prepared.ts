import type pg from 'pg';
import { makePdf } from '../e2e/support/documents.ts';
import { fill, makeScan, must } from '../load/enrolled.ts';
import { sideways } from '../load/sideways.ts';
import type { File, Person } from './closingPerson.ts';

const SESSION = 'bp-2024-clermont';
const AT_A_TIME = 8;

type Prepared = { readonly people: readonly Person[]; readonly files: (index: number) => readonly [File, File] };

/** People of that session up to its last step, or registered, with what they will give. `at`: where each goes. */
export async function prepared(
  count: number,
  at: (who: number) => string,
  pool: pg.Pool,
  say: (line: string) => void,
): Promise<Prepared> {
  say(`${count} people prepare themselves.`);
  const people: Person[] = [];
  let next = 0;
  const plans = ['signs', 'deposits', 'signs', 'deposits', 'saves'] as const;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const who = next++;
      const plan = plans[who % plans.length] ?? 'saves';
      const { visitor, hub } = await fill(at(who), pool, who, SESSION);
      if (plan === 'deposits') await must(visitor.fill(`${hub}/recapitulatif`, {}));
      people.push({ who, hub, visitor, plan, ledger: [] });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return { people: people.sort((one, other) => one.who - other.who), files: await someFiles() };
}

/** A small PDF, or now and then a scan or the photo of a telephone. */
async function someFiles(): Promise<Prepared['files']> {
  const scan = { content: await makeScan(), name: 'scan.pdf' };
  const photo = { content: await sideways(98), name: 'IMG_1.jpg' };
  return (index) => [
    { content: makePdf(`domicile ${index}`), name: 'domicile.pdf' },
    index % 20 === 1 ? photo : index % 4 === 1 ? scan : { content: makePdf(`identité ${index}`), name: 'identite.pdf' },
  ];
}
