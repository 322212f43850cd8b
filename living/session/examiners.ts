import { setTimeout as sleep } from 'node:timers/promises';
import { mainOf, type Visitor } from '../../e2e/support/visitor.ts';
import type { Catalogue } from '../../src/catalogue/index.ts';
import { BEGINNINGS, ENDINGS, FIRST, MIDDLES } from '../../src/testing/names.ts';
import { drawFor } from '../draw.ts';
import { TOWNS } from '../people.ts';
import { offered, optionOf, send, sendAmong, sendForm } from './forms.ts';
import { sendTable } from './places.ts';

const PATIENCE_SECONDS = 300;
const LOOK_SECONDS = 0.3;
/** Of each speciality: who teaches it, and as many who work in the trade, for so many candidates of a session. */
const OF_EACH_SIDE = 5;
const CANDIDATES = 400;
/** Of those of the trade, who has no mail box is written to by the post. */
const BY_POST = 4;
const TRADE = 'du métier';
/** Who watch over the written tests, one for so many specialities. */
const INVIGILATORS = 8;

/**
 * People of the academy in a table, for these specialities; each a name, a town and a mail box that are nobody's. `known`: lines of others; `among`:
 * of how many candidates, and of which of several academies; then some have no mail box. Answers how many people.
 */
export async function writeExaminers(
  head: Visitor,
  catalogue: Catalogue,
  session: string,
  specialities: readonly string[],
  known: readonly (readonly string[])[] = [],
  among: { readonly candidates: number; readonly academy: string } | null = null,
): Promise<number> {
  const ofEach = Math.ceil(OF_EACH_SIDE * Math.max(1, (among?.candidates ?? 0) / CANDIDATES));
  const [words, dotted] = among === null ? ['', ''] : [`${among.academy} `, `${among.academy}.`];
  const people = specialities.flatMap((cfd) => {
    const name = catalogue.speciality(cfd)?.name ?? cfd;
    const some = (count: number, task: string, side: (rank: number) => string, title: string, of: string) =>
      Array.from({ length: count }, (_, rank) => {
        const draw = drawFor(`examiner ${words}${cfd} ${title} ${rank}`);
        const lastName = draw.one(BEGINNINGS) + draw.one(MIDDLES) + draw.one(ENDINGS);
        const [postcode, city] = draw.one(TOWNS);
        const isByPost = among !== null && title === TRADE && rank % OF_EACH_SIDE === BY_POST;
        const address = isByPost ? '' : `examinateur.${dotted}${cfd}.${title.length}${rank}@registre.example`;
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
          isByPost ? `${1 + draw.whole(80)} rue du Puits, ${postcode} ${city}` : '',
        ];
      });
    return [
      ...some(ofEach, 'commission, jury', () => 'enseignant', 'professeur', 'Lycée professionnel'),
      ...some(ofEach, 'commission, jury', (rank) => (rank % 2 === 0 ? 'employeur' : 'salarié'), TRADE, 'Entreprise'),
      ...some(INVIGILATORS, 'surveillance', () => 'enseignant', 'professeur certifié', 'Lycée'),
    ];
  });
  await sendTable(head, session, 'examinateurs', [...known, ...people]);
  return people.length;
}

/** Puts somebody whose last name is this on a board, by hand. */
export async function seatOn(head: Visitor, session: string, board: string, lastName: string): Promise<void> {
  const page = boardPage(session, board);
  const personne = optionOf((await head.get(page)).html, 'personne', lastName);
  await send(head, page, boardPage(session, `${board}/ajouter`), { personne });
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

function boardPage(session: string, board: string): string {
  return `/gestion/examen/examinateurs/commissions/${board}?session=${session}`;
}

/** Says at their own door that they come to every board that waits for an answer, but these. */
export async function answerOwn(examiner: Visitor, but: readonly string[] = []): Promise<void> {
  const { html } = await examiner.get('/commission');
  const boards = new Set(html.match(/(?<=href="\/commission\/)[0-9a-f-]{36}/g));
  for (const board of boards) {
    const page = `/commission/${board}`;
    const isAsked = !but.includes(board) && (await examiner.get(page)).html.includes(`${page}/venir"`);
    if (isAsked) await send(examiner, page, `${page}/venir`);
  }
}

/** Says there that they can't come, and why. */
export async function declineOwn(examiner: Visitor, board: string, motif: string): Promise<void> {
  await send(examiner, `/commission/${board}`, `/commission/${board}/refuser`, { motif });
}

/** Says there that they know somebody whom that board examines, and so leaves it. */
export async function declareLink(
  examiner: Visitor,
  board: string,
  { name, lien }: { readonly name: string; readonly lien: string },
): Promise<void> {
  const page = `/commission/${board}`;
  const candidat = optionOf((await examiner.get(page)).html, 'candidat', name);
  await send(examiner, page, `${page}/lien`, { candidat, lien });
}

/** On the same morning somebody can't come, says the telephone, and whoever is nearest is asked instead. Answers who; null: nobody can. */
export async function replaceAtOnce(
  head: Visitor,
  session: string,
  { board, member, words }: { readonly board: string; readonly member: string; readonly words: string },
): Promise<string | null> {
  const page = boardPage(session, board);
  await sendAmong(head, page, [`${board}/reponse`, member], { reponse: 'non', pourquoi: words });
  const [personne] = offered((await head.get(page)).html, 'personne');
  if (personne === undefined) return null;
  await send(head, page, boardPage(session, `${board}/faire-venir`), { personne });
  return personne;
}

/** The keeper of its centre says how late a board is. */
export async function tellLate(keeper: Visitor, room: string, sitting: string, minutes: number): Promise<void> {
  await sendAmong(keeper, `/centre?salle=${room}`, ['name="retard"', sitting], { retard: String(minutes) });
}

/** The keeper says of everybody in a room that they are there. */
export async function tellPresent(keeper: Visitor, room: string): Promise<void> {
  const page = `/centre?salle=${room}`;
  const forms = mainOf((await keeper.get(page)).html).split('<form');
  const lines = new Set(
    forms.filter((form) => form.includes('name="etat" value="present"')).map((form) => form.split('</form>')[0] ?? ''),
  );
  for (const line of lines) await sendForm(keeper, '/centre/pointer', line, { etat: 'present' });
}
