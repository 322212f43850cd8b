import { sql } from 'kysely';
import { COIFFURE as BEGINNER, fillDraft as fillByForms } from '../../e2e/support/visitor.ts';
import { accountId } from '../../src/accounts/index.ts';
import type { ResolvedSession } from '../../src/catalogue/index.ts';
import type { EnrolmentId } from '../../src/enrolment/enrolment.ts';
import { columns, uuid } from '../../src/platform/database/columns.ts';
import { COIFFURE } from '../../src/testing/answers.ts';
import { actOf, type Candidate, fillDraft, give, handOver, register } from '../acts.ts';
import { formerSession } from '../answers.ts';
import { workedBefore } from '../days.ts';
import { listWaiting, review } from '../desk.ts';
import { type Moment, specimensOf } from '../office.ts';
import type { Person } from '../people.ts';
import { inFrench, send, sendFile } from '../session/forms.ts';
import type { World } from '../world.ts';
import { BASILE, BY_LETTER, CAMILLE_OF_TODAY, LEA, NOE, RAPHAEL } from './cast.ts';
import type { OwnSite } from './site.ts';

type Scene = {
  readonly world: World;
  readonly site: OwnSite;
  readonly session: ResolvedSession;
  /** Opens an activated account with the password of the demonstration. */
  readonly open: (person: Person) => Promise<string>;
};

/** What happens to people of the cast while the register is open; `now`: when somebody first looks. */
export function momentsOfToday(scene: Scene, now: Temporal.Instant): readonly Moment[] {
  const days = (count: number, act: () => Promise<unknown>, hour?: string): Moment => ({
    at: workedBefore(now, count, hour),
    happens: async () => {
      await scene.site.look();
      await act();
    },
  });
  return [
    // Answered before the desks come to it by themselves.
    days(14, () => camilleEnrols(scene)),
    days(14, () => camilleIsAnswered(scene), '19:00'),
    days(12, () => basileEnrolsUnderReserve(scene)),
    days(9, () => leaBegins(scene)),
    days(8, () => askForAccommodations(scene, RAPHAEL)),
    days(6, () => grantAccommodations(scene, RAPHAEL)),
    days(3, () => askForAccommodations(scene, NOE)),
    days(2, () => ask(scene, NOE, 'Bonjour, mon bilan a deux ans. Est-il encore valable ?')),
    days(1, () => aLetterComes(scene)),
    days(1, () => knocksElsewhere(scene)),
  ];
}

async function enrolled(
  { world, open, session }: Scene,
  person: Person,
  handicap: 'oui' | 'non' = 'non',
): Promise<Cast> {
  const id = accountId(await open(person));
  const candidate: Candidate = { deps: world.deps, accountId: id, act: actOf('candidate', id) };
  const { formerYear, marksOf } = formerSession(session);
  const answers = {
    ...COIFFURE,
    identification: { ...COIFFURE.identification, ...person.home },
    informations: { ...COIFFURE.informations, formerYear, handicap },
    acquis: { ...COIFFURE.acquis, 'date-U10': marksOf },
  };
  const enrolment = await fillDraft(candidate, session.code, answers);
  await register(candidate, enrolment);
  return { candidate, enrolment };
}
type Cast = { readonly candidate: Candidate; readonly enrolment: EnrolmentId };

/** In his first job for two months: what the exam asks of a candidate isn't there yet, and he says that he has read so. */
async function basileEnrolsUnderReserve({ world, open, session, site }: Scene): Promise<void> {
  await open(BASILE);
  const basile = await site.as(BASILE.address);
  const begun = world.deps.clock.now().toZonedDateTimeISO(session.zone).subtract({ months: 2 });
  const informations = { ...BEGINNER.informations, from1: inFrench(begun.toPlainDate()) };
  const hub = await fillByForms(basile, session.code, { ...BEGINNER, informations });
  await send(basile, `${hub}/recapitulatif`, `${hub}/recapitulatif`, { sousReserve: 'on' });
}

/** What she gives at first; her training's certificate comes later. */
const GIVEN = ['DCSTID01', 'DOMICIL', 'RELNOTES'] as const;

async function camilleEnrols(scene: Scene): Promise<void> {
  const { candidate, enrolment } = await enrolled(scene, CAMILLE_OF_TODAY);
  for (const code of GIVEN) {
    const [photo] = (await specimensOf(scene.world, scene.session, code)).photos;
    if (photo !== undefined) await give(candidate, enrolment, code, photo);
  }
  await handOver(candidate, enrolment);
}

/** Her proof of identity is refused, the others are accepted, and the office answers what she asked. */
async function camilleIsAnswered(scene: Scene): Promise<void> {
  const { world, site, session } = scene;
  const { db } = world.deps;
  const hers = sql`e.candidate_id = (select id from auth_user where email = ${CAMILLE_OF_TODAY.address})`;
  const pieces = await listWaiting(db, session.code, hers);
  const staff = await world.accounts.listStaff(db, session.academy);
  for (const piece of pieces) {
    const [reason] = world.catalogue.pieceType(piece)?.cannedReasons ?? [];
    const refusal = piece.code === 'DCSTID01' ? (reason?.text ?? null) : null;
    await review(world, { academy: session.academy, staff, piece, refusal });
  }
  const question = 'Bonjour, ma facture est au nom de ma mère, chez qui j’habite. Suffit-elle ?';
  await ask(scene, CAMILLE_OF_TODAY, question);
  const desk = (await hubOf(world, CAMILLE_OF_TODAY, session)).replace('/candidatures', '/gestion/messages');
  const answer = 'Bonjour, oui, avec une attestation d’hébergement de votre mère et sa pièce d’identité.';
  await send(await site.as('officer.g2@demo.registre.fr'), desk, desk, { message: answer });
}

async function ask({ world, site, session }: Scene, person: Person, message: string): Promise<void> {
  const thread = `${await hubOf(world, person, session)}/messages`;
  await send(await site.as(person.address), thread, thread, { message });
}

/** Somebody without a mail box asks by letter: an officer opens their account, and hasn't typed the rest yet. */
async function aLetterComes(scene: Scene): Promise<void> {
  const { site, session, world } = scene;
  const officer = await site.as('officer.g2@demo.registre.fr');
  const [paper] = (await specimensOf(world, session, 'DEMANDE')).papers;
  if (paper === undefined) return;
  const { civility, birthName, firstNames, birthDate, birthCountry } = BY_LETTER.status;
  const today = world.deps.clock.now().toZonedDateTimeISO(session.zone).toPlainDate();
  await sendFile(officer, '/gestion/inscrire', '/gestion/inscrire', paper, {
    ...{ session: session.code, civility, birthName, firstNames, birthDate: inFrench(birthDate), birthCountry },
    demande: 'post',
    jour: inFrench(today),
    mots: 'Demande d’inscription en Coiffure, par lettre : la personne n’a pas de boîte mail.',
  });
}

/** Whoever keeps a centre tries a door of the office: what was refused is on record. */
async function knocksElsewhere({ site }: Scene): Promise<void> {
  const keeper = await site.as('centre@demo.registre.fr');
  for (const page of ['/gestion/dossiers', '/gestion/personnel']) await keeper.get(page);
}

async function leaBegins({ world, open, session }: Scene): Promise<void> {
  const id = accountId(await open(LEA));
  await fillDraft({ deps: world.deps, accountId: id, act: actOf('candidate', id) }, session.code, COIFFURE, 3);
}

const MEASURE = 'extra-time';

async function askForAccommodations(scene: Scene, person: Person): Promise<void> {
  await enrolled(scene, person, 'oui');
  const candidate = await scene.site.as(person.address);
  const page = `${await hubOf(scene.world, person, scene.session)}/amenagement`;
  const [paper] = (await specimensOf(scene.world, scene.session, 'AMENAG')).papers;
  if (paper !== undefined) await sendFile(candidate, page, `${page}/fichiers`, paper, { kind: 'medical' });
  const words = 'Je lis lentement. Un tiers de temps en plus m’a été accordé au CAP.';
  await send(candidate, page, page, { measures: MEASURE, words, acte: 'envoyer' });
}

async function grantAccommodations({ world, site, session }: Scene, person: Person): Promise<void> {
  const service = await site.as('accommodation@demo.registre.fr');
  const desk = (await hubOf(world, person, session)).replace('/candidatures', '/gestion/amenagements');
  const yesterday = world.deps.clock.now().toZonedDateTimeISO(session.zone).subtract({ days: 1 });
  const givenOn = inFrench(yesterday.toPlainDate());
  await send(service, desk, `${desk}/avis`, { givenOn, [`avis-${MEASURE}`]: 'favorable' });
  await send(service, desk, `${desk}/decision`, {
    [`mesure-${MEASURE}`]: 'accordee',
    [`temps-${MEASURE}`]: '33',
    fondement: "Code de l'éducation, D351-27",
    certain: 'oui',
  });
}

const HUB = columns({ id: uuid });

export async function hubOf(
  { deps: { db } }: Pick<World, 'deps'>,
  person: Person,
  session: ResolvedSession,
): Promise<string> {
  const [found] = await HUB.all(
    db,
    sql`select e.id from enrolment e join auth_user a on a.id = e.candidate_id
      where a.email = ${person.address} and e.session = ${session.code}`,
  );
  if (found === undefined) throw new Error(`${person.address} isn't enrolled in ${session.code}`);
  return `/candidatures/${found.id}`;
}
