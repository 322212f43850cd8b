import type { Visitor } from '../../e2e/support/visitor.ts';
import type { Catalogue } from '../../src/catalogue/index.ts';
import { BEGINNINGS, ENDINGS, FIRST, MIDDLES } from '../../src/testing/names.ts';
import { drawFor } from '../draw.ts';
import { TOWNS } from '../people.ts';
import { send } from './forms.ts';
import { sendTable } from './places.ts';

/** Of each speciality: who teaches it, and who works in the trade. */
const TEACHERS = 5;
const TRADE = 5;
/** Who watch over the written tests, one for so many specialities. */
const INVIGILATORS = 8;

/** People of the academy in a table, for these specialities; each a name, a town and a mail box that are nobody's. Answers how many. */
export async function writeExaminers(
  head: Visitor,
  catalogue: Catalogue,
  session: string,
  specialities: readonly string[],
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
  await sendTable(head, session, 'examinateurs', people);
  return people.length;
}

/** Has the machine seat them on the boards of the published plan. */
export async function fillBoards(head: Visitor, session: string): Promise<void> {
  const boards = `/gestion/examen/examinateurs`;
  await send(head, `${boards}?session=${session}`, `${boards}/completer?session=${session}`);
}
