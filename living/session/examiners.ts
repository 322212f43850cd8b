import { setTimeout as sleep } from 'node:timers/promises';
import type { Visitor } from '../../e2e/support/visitor.ts';
import type { Catalogue } from '../../src/catalogue/index.ts';
import { BEGINNINGS, ENDINGS, FIRST, MIDDLES } from '../../src/testing/names.ts';
import { drawFor } from '../draw.ts';
import { TOWNS } from '../people.ts';
import { send } from './forms.ts';
import { sendTable } from './places.ts';

const PATIENCE_SECONDS = 300;
const LOOK_SECONDS = 0.3;
/** Of each speciality: who teaches it, and who works in the trade. */
const TEACHERS = 5;
const TRADE = 5;
/** Who watch over the written tests, one for so many specialities. */
const INVIGILATORS = 8;

/**
 * People of the academy in a table, for these specialities; each a name, a town and a mail box that are nobody's. `known`: lines of others. Answers how
 * many.
 */
export async function writeExaminers(
  head: Visitor,
  catalogue: Catalogue,
  session: string,
  specialities: readonly string[],
  known: readonly (readonly string[])[] = [],
): Promise<number> {
  const people = specialities.flatMap((cfd) => {
    const name = catalogue.speciality(cfd)?.name ?? cfd;
    const some = (count: number, task: string, side: (rank: number) => string, title: string, of: string) =>
      Array.from({ length: count }, (_, rank) => {
        const draw = drawFor(`examiner ${cfd} ${title} ${rank}`);
        const lastName = draw.one(BEGINNINGS) + draw.one(MIDDLES) + draw.one(ENDINGS);
        const [postcode, city] = draw.one(TOWNS);
        const address = `examinateur.${cfd}.${title.length}${rank}@registre.example`;
        const phone = `06${String(10_000_000 + draw.whole(89_999_999))}`;
        return [
          lastName,
          draw.one(FIRST),
          side(rank),
          title,
          `${of} de ${city}`,
          postcode,
          address,
          phone,
          task,
          name,
          '',
          '',
        ];
      });
    return [
      ...some(TEACHERS, 'commission, jury', () => 'enseignant', 'professeur', 'Lycée professionnel'),
      ...some(
        TRADE,
        'commission, jury',
        (rank) => (rank % 2 === 0 ? 'employeur' : 'salarié'),
        'du métier',
        'Entreprise',
      ),
      ...some(INVIGILATORS, 'surveillance', () => 'enseignant', 'professeur certifié', 'Lycée'),
    ];
  });
  await sendTable(head, session, 'examinateurs', [...known, ...people]);
  return people.length;
}

/** Has the machine seat them on the boards of the published plan. */
export async function fillBoards(head: Visitor, session: string): Promise<void> {
  const boards = `/gestion/examen/examinateurs`;
  await send(head, `${boards}?session=${session}`, `${boards}/completer?session=${session}`);
}

/** Tells everybody who is seated when and where they are expected. */
export async function conveneAll(head: Visitor, session: string): Promise<void> {
  const page = `/gestion/examen/examinateurs/convoquer?session=${session}`;
  await send(head, page, page);
  // Told by a job, at the hour of the exam's clock: it stays until the last is.
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += LOOK_SECONDS) {
    if (!(await head.get(page)).html.includes('name="vu"')) return;
    await sleep(LOOK_SECONDS * 1_000);
  }
  throw new Error(`The examiners of ${session} were never told`);
}
