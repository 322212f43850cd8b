import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue, SignatureSetting } from '../catalogue/index.ts';
import { findEnrolmentOf, subjectOf } from '../enrolment/index.ts';
import { findLatest, listPapers, printPaper } from '../papers/index.ts';
import { listPieces, listReviews, openDues, pieceRoutes, reviewPiece, takeBackReview } from '../pieces/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import {
  aDraft,
  COIFFURE,
  findCandidate,
  modifiedEnrolment,
  PASSWORD,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { readPdf } from '../testing/pdf.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { inspector } from '../testing/shared.ts';
import { signedIn } from '../testing/staff.ts';
import { type Asked, type Enrolled, stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';
import { representativeDue } from './due.ts';
import { signatureMigrations } from './migrations.ts';
import { signatureRoutes } from './routes.ts';
import { listSignatures } from './store/signatures.ts';
import { subscribeSignatures } from './subscribe.ts';

let setting: SignatureSetting = 'both';

/** The shipped rules, whose session lets sign as the test says. */
function catalogueWith(shipped: Catalogue): Catalogue {
  return {
    ...shipped,
    session: (code) => {
      const session = shipped.session(code);
      return session === undefined ? undefined : { ...session, switches: { ...session.switches, signature: setting } };
    },
  };
}

const room = papersRoom({
  tables: [signatureMigrations],
  subscribe: subscribeSignatures,
  routes: (deps) => [
    ...signatureRoutes({
      ...deps,
      doorChrome: (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
    }),
    ...pieceRoutes({ ...deps, inspector }),
  ],
});
const catalogue = catalogueWith(await shippedCatalogue());
const { db, papers, site, someone } = await stage(room, { catalogue });
const making = { events: papers.events, catalogue };
beforeEach(() => {
  setting = 'both';
});
type Person = Enrolled & { readonly at: string };
const reachedAt = (made: Enrolled): Person => ({ ...made, at: `/candidatures/${made.enrolment.id}/signature` });
const adult = async (asked: Asked = {}): Promise<Person> => reachedAt(await someone(asked));
const REPRESENTATIVE = {
  guardianName: 'Martin',
  guardianFirstNames: 'Paul',
  guardianPhone: '0698765432',
};
const minor = async (guardianMail: string, address?: string): Promise<Person> =>
  adult({
    status: { birthDate: Temporal.PlainDate.from('2006-04-12') },
    ...(address === undefined ? {} : { address }),
    answers: {
      identification: { ...COIFFURE.identification, ...REPRESENTATIVE, guardianMail },
      informations: { ...COIFFURE.informations, from1: '01/09/2022' },
    },
  });

/** What the page's form carries of itself. */
async function formOf({ get, at }: Person, query = ''): Promise<Record<string, string>> {
  const { body } = await get(`${at}${query}`);
  const form = body.slice(body.indexOf('id="signer"'));
  const fields = form.matchAll(/<input type="hidden" name="(version|contenu|par)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
const byPassword = { accord: 'oui', current: PASSWORD };
const sheetOf = async ({ enrolment }: TestEnrolment) => {
  const sheet = (await listPieces(db, enrolment.id)).find(({ code }) => code === 'CINSIG01');
  if (sheet === undefined) throw new Error('No CINSIG01');
  return sheet;
};
const now = async ({ enrolment }: TestEnrolment) => findEnrolmentOf(db, enrolment.academy, enrolment.id);
const signedPapers = async ({ enrolment }: TestEnrolment) =>
  (await listPapers(db, null, enrolment.id)).filter(({ kind }) => kind === 'signed-confirmation');
const printed = async ({ enrolment }: TestEnrolment): Promise<Buffer> => {
  const paper = await findLatest(db, enrolment.id, 'signed-confirmation');
  if (paper === null) throw new Error('No paper');
  return papers.files.read((await printPaper(papers, paper)).key);
};
const told = async (address: string, template: string) =>
  (await mailsTo(db, address)).filter((mail) => mail.template === template);
const codeIn = (body: string | undefined): string =>
  / : (\d{6})\b/.exec((body ?? '').replaceAll('\u00a0', ' '))?.[1] ?? '';
const lastCode = async (address: string): Promise<string> =>
  codeIn((await told(address, 'enrolment.signature-code')).at(-1)?.body);
/** As a minute later: a code doesn't leave twice within one. */
const aMinuteLater = () => sql`delete from throttle where bucket like 'accounts sameForm act%'`.execute(db);

describe('A confirmation signed on line', () => {
  it('is read whole, ticked by its candidate, and is in order by itself, with its proof, a paper and a mail', async () => {
    const person = await adult();
    const { body } = await person.get(person.at);
    const words = wordsIn(body);
    expect(words).toContain('12 rue des Volcans, 15000 Aurillac');
    expect(words).toContain("Je certifie l'exactitude de ces renseignements et je confirme mon inscription.");
    expect(words).not.toContain('Fait à');
    expect(/<input[^>]*name="accord"[^>]*>/.exec(body)?.[0]).not.toContain('checked');

    const signed = await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    expect([signed.status, signed.location]).toEqual([303, `${person.at}?message=signee`]);
    expect((await now(person))?.signature).toMatchObject({ version: 1, way: 'online' });
    expect((await sheetOf(person)).status).toBe('compliant');
    const [proof, ...others] = await listSignatures(db, person.enrolment.id);
    const confirmation = (await listPapers(db, null, person.enrolment.id)).find(({ kind }) => kind === 'confirmation');
    expect(others).toEqual([]);
    expect(proof).toMatchObject({
      version: 1,
      signer: 'candidate',
      name: 'Camille Martin',
      address: person.candidate.address,
      recognised: 'password',
      reference: confirmation?.reference,
      pdfSha256: confirmation?.pdf?.sha256,
    });

    const [paper] = await signedPapers(person);
    expect(paper?.title).toBe('Confirmation signée en ligne');
    const page = wordsIn((await person.get(person.at)).body);
    expect(page).toContain('Votre confirmation est signée');
    expect(page).toContain(proof?.contentSha256);
    const [mail, ...more] = await told(person.candidate.address, 'enrolment.signed');
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^Votre signature est enregistrée/);
    expect(mail?.body).not.toContain('CINSIG01');
  });

  it('bears on its paper all that was signed, who, when, how, and the hashes', async () => {
    const person = await adult();
    await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    const { text } = await readPdf(await printed(person));
    const [proof] = await listSignatures(db, person.enrolment.id);
    const bare = text.replace(/\s+/g, '');
    for (const said of [
      '12 rue des Volcans',
      'Camille Martin',
      'le mot de passe de son compte',
      proof?.contentSha256 ?? '?',
      proof?.pdfSha256 ?? '?',
    ])
      expect(bare).toContain(said.replace(/\s+/g, ''));
    expect(text).not.toContain('Fait à');
  });

  it('isn t signed without the tick, nor with a wrong password, and the tick is kept', async () => {
    const person = await adult();
    const form = await formOf(person);
    const unticked = await person.post(person.at, { ...form, current: PASSWORD });
    expect([unticked.status, wordsIn(unticked.body)]).toEqual([422, expect.stringContaining('Cochez la phrase')]);
    const wrong = await person.post(person.at, { ...form, accord: 'oui', current: 'pas le bon' });
    expect([wrong.status, wordsIn(wrong.body)]).toEqual([
      422,
      expect.stringContaining("Ce n'est pas votre mot de passe"),
    ]);
    expect(/<input[^>]*name="accord"[^>]*>/.exec(wrong.body)?.[0]).toContain('checked');
    expect(await listSignatures(db, person.enrolment.id)).toEqual([]);
  });

  it('twice at once, by a double click or in two tabs, is signed once and told once', async () => {
    const person = await adult();
    const form = await formOf(person);
    const all = await Promise.all([1, 2, 3].map(() => person.post(person.at, { ...form, ...byPassword })));
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await listSignatures(db, person.enrolment.id)).toHaveLength(1);
    expect(await signedPapers(person)).toHaveLength(1);
    expect(await told(person.candidate.address, 'enrolment.signed')).toHaveLength(1);
  });

  it('of an older version is refused in words; the new one is shown, and voids the former signature', async () => {
    const person = await adult();
    const old = await formOf(person);
    await person.post(person.at, { ...old, ...byPassword });
    const { pdf } = (await listPapers(db, null, person.enrolment.id)).find(({ kind }) => kind === 'confirmation') ?? {};
    await modifiedEnrolment(db, making, person, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    expect((await sheetOf(person)).status).toBe('none');
    const pieces = wordsIn((await person.get(`/candidatures/${person.enrolment.id}/justificatifs`)).body);
    expect(pieces).toContain('Vous avez modifié votre inscription : signez la version 2');
    const refused = await person.post(person.at, { ...old, ...byPassword });
    expect([refused.status, wordsIn(refused.body)]).toEqual([
      409,
      expect.stringContaining('Lisez la version 2, ci-dessous, et signez-la.'),
    ]);
    expect(wordsIn(refused.body)).toContain('Saint-Flour');
    await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    expect((await listSignatures(db, person.enrolment.id)).map(({ version }) => version)).toEqual([1, 2]);
    expect(await signedPapers(person)).toHaveLength(2);
    expect((await listPapers(db, null, person.enrolment.id)).map(({ pdf: kept }) => kept?.sha256)).toContain(
      pdf?.sha256,
    );
  });

  it('with what was on the page changed in between, by hand or by a bug, is refused too', async () => {
    const person = await adult();
    const form = { ...(await formOf(person)), contenu: '0'.repeat(64) };
    expect((await person.post(person.at, { ...form, ...byPassword })).status).toBe(409);
  });

  it('closes with its piece: in the last minute it counts, after the closing it is late', async () => {
    const [early, late] = [await adult(), await adult()];
    const forms = [await formOf(early), await formOf(late)];
    try {
      await setClock(db, Temporal.Instant.from('2023-12-01T16:59:00+01:00'));
      expect((await early.post(early.at, { ...forms[0], ...byPassword })).status).toBe(303);
      // What counts is when the form began to arrive: a clock that stands still puts that a moment before.
      await setClock(db, Temporal.Instant.from('2023-12-01T17:05:00+01:00'));
      const refused = await late.post(late.at, { ...forms[1], ...byPassword });
      expect([refused.status, wordsIn(refused.body)]).toEqual([
        403,
        expect.stringContaining('Le délai pour signer est clos'),
      ]);
      expect(await listSignatures(db, late.enrolment.id)).toEqual([]);
    } finally {
      await setClock(db, Temporal.Instant.from('2023-11-15T10:42:00+01:00'));
      await papers.clock.refresh();
    }
  });

  it('is refused once the enrolment was withdrawn in between, and shown to nobody else', async () => {
    const [person, other] = [await adult(), await adult()];
    const form = await formOf(person);
    expect((await other.get(person.at)).status).toBe(404);
    expect((await other.post(person.at, { ...form, ...byPassword })).status).toBe(404);
    await withdraw(db, making, person);
    const refused = await person.post(person.at, { ...form, ...byPassword });
    expect(await listSignatures(db, person.enrolment.id)).toEqual([]);
    expect([303, 409]).toContain(refused.status);
  });

  it('is signed on paper where the session says so, and before it is registered', async () => {
    const person = await adult();
    const form = await formOf(person);
    setting = 'paper';
    expect((await person.get(person.at)).location).toBe(`/candidatures/${person.enrolment.id}/confirmation`);
    await person.post(person.at, { ...form, ...byPassword });
    expect(await listSignatures(db, person.enrolment.id)).toEqual([]);
    setting = 'online';
    const begun = await aDraft(db, making);
    const draft = reachedAt({ ...begun, ...(await signedIn(site, begun.candidate.address, PASSWORD)) });
    expect((await draft.get(draft.at)).location).toBe(`/candidatures/${draft.enrolment.id}/confirmation`);
  });
});

describe('A code mailed to sign', () => {
  const asked = async (person: Person): Promise<string> => {
    await person.get(person.at);
    const sent = await person.post(`${person.at}/code`, {});
    expect([sent.status, sent.location]).toEqual([303, `${person.at}?par=code#signer`]);
    return lastCode(person.candidate.address);
  };

  it('stands in the place of the password, once, and leaves once a minute', async () => {
    const person = await adult();
    const code = await asked(person);
    expect(await asked(person)).toBe(code);
    expect(await told(person.candidate.address, 'enrolment.signature-code')).toHaveLength(1);
    const form = { ...(await formOf(person, '?par=code')), accord: 'oui', code };
    const signed = await Promise.all([1, 2].map(() => person.post(person.at, form)));
    expect(signed.map(({ status }) => status)).toEqual([303, 303]);
    const [proof, ...others] = await listSignatures(db, person.enrolment.id);
    expect([proof?.recognised, others]).toEqual(['mail-code', []]);
    await modifiedEnrolment(db, making, person, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    const again = { ...(await formOf(person, '?par=code')), accord: 'oui', code };
    expect((await person.post(person.at, again)).status).toBe(422);
  });

  it('serves for its version alone, and ten minutes', async () => {
    const person = await adult();
    const code = await asked(person);
    await modifiedEnrolment(db, making, person, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    const of = async (typed: string) => ({ ...(await formOf(person, '?par=code')), accord: 'oui', code: typed });
    expect((await person.post(person.at, await of(code))).status).toBe(422);
    const second = await asked(person);
    expect(second).not.toBe('');
    await sql`update auth_verification set expires_at = now() where expires_at > now() + interval '9 minutes' and expires_at < now() + interval '11 minutes'`.execute(
      db,
    );
    const late = await person.post(person.at, await of(second));
    expect([late.status, wordsIn(late.body)]).toEqual([422, expect.stringContaining('il ne sert plus')]);
    await aMinuteLater();
    expect((await person.post(person.at, await of(await asked(person)))).status).toBe(303);
  });

  it('isn t found by trying: five, then a wait that is said, and the password serves meanwhile', async () => {
    const person = await adult();
    const code = await asked(person);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const form = { ...(await formOf(person, '?par=code')), accord: 'oui' };
    for (let tries = 0; tries < 5; tries += 1)
      expect((await person.post(person.at, { ...form, code: wrong })).status).toBe(422);
    const waits = await person.post(person.at, { ...form, code });
    expect([waits.status, wordsIn(waits.body)]).toEqual([429, expect.stringContaining('Attendez 10 minutes')]);
    expect((await person.post(person.at, { ...(await formOf(person)), ...byPassword })).status).toBe(303);
  });
});

describe('A minor s confirmation', () => {
  const MAIL = 'paul.martin@domaine.fr';

  const linkIn = (body: string | undefined): string => /\/signer\/[\w-]+/.exec(body ?? '')?.[0] ?? '';
  const lastLink = async (address: string): Promise<string> =>
    linkIn((await told(address, 'enrolment.signature-door')).at(-1)?.body);
  const doorCode = async (address: string): Promise<string> =>
    codeIn((await told(address, 'enrolment.door-code')).at(-1)?.body);
  const fieldsAt = (body: string): Record<string, string> =>
    Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="(version|contenu)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  /** They have signed, so that the link has left; a browser of somebody who has no account. */
  const waiting = async (mail: string) => {
    const person = await minor(mail);
    await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    return { person, door: await lastLink(mail), parent: site.browser() };
  };
  type Waiting = Awaited<ReturnType<typeof waiting>>;
  const opened = async ({ door, parent }: Waiting, mail: string) => {
    await parent.get(door);
    await parent.post(`${door}/code`, {});
    const answer = await parent.post(`${door}/ouvrir`, { code: await doorCode(mail) });
    expect([answer.status, answer.location]).toEqual([303, door]);
    return fieldsAt((await parent.get(door)).body);
  };

  it('is signed by them, then by whoever answers for them, behind a link that shows nothing before a code', async () => {
    const at = await waiting(MAIL);
    const { person, door, parent } = at;
    expect(door).not.toBe('');
    expect((await sheetOf(person)).status).toBe('none');
    expect((await now(person))?.signature).toBeNull();
    expect(wordsIn((await person.get(person.at)).body)).toContain('Lien envoyé le');
    // A program that opens every link of a mail, and whoever has the link alone.
    for (let times = 0; times < 3; times += 1) {
      const locked = await parent.get(door);
      expect([locked.status, wordsIn(locked.body)]).toEqual([200, expect.stringContaining('Recevoir un code')]);
      expect(locked.body).not.toMatch(/Martin|Camille|BP24|domaine\.fr|Coiffure/);
    }
    const unread = await parent.post(door, { accord: 'oui', version: '1', contenu: 'x' });
    expect(unread.status).toBe(409);
    expect(await listSignatures(db, person.enrolment.id)).toHaveLength(1);

    const form = await opened(at, MAIL);
    expect(wordsIn((await person.get(person.at)).body)).toContain('Confirmation ouverte le');
    const page = wordsIn((await parent.get(door)).body);
    expect(page).toContain('12 rue des Volcans');
    expect(page).toContain('Je suis le représentant légal de Mme Camille Martin.');
    expect((await parent.post(door, form)).status).toBe(422);
    const all = await Promise.all([1, 2].map(() => parent.post(door, { ...form, accord: 'oui' })));
    expect(all.map(({ status }) => status)).toEqual([303, 303]);
    expect(wordsIn((await parent.get(door)).body)).toContain('Vous avez signé');
    expect((await sheetOf(person)).status).toBe('compliant');
    const signatures = await listSignatures(db, person.enrolment.id);
    expect(signatures.map(({ signer, name, address, recognised }) => [signer, name, address, recognised])).toEqual([
      ['candidate', 'Camille Martin', person.candidate.address, 'password'],
      ['representative', 'Paul Martin', MAIL, 'mail-code'],
    ]);
    expect(signatures[1]?.contentSha256).toBe(signatures[0]?.contentSha256);
    expect(await told(MAIL, 'enrolment.signed')).toHaveLength(1);
    // Another browser with that link reads nothing more.
    expect((await site.browser().get(door)).status).toBe(410);
  });

  it('is refused there, which its candidate reads at once, in a mail too; another link may follow', async () => {
    const mail = 'refus@domaine.fr';
    const at = await waiting(mail);
    await opened(at, mail);
    expect((await at.parent.post(`${at.door}/refuser`, {})).status).toBe(303);
    expect(wordsIn((await at.parent.get(at.door)).body)).toContain('Vous avez refusé de signer');
    expect(wordsIn((await at.person.get(at.person.at)).body)).toContain('Paul Martin a refusé de signer');
    expect(await told(at.person.candidate.address, 'enrolment.signature-refused')).toHaveLength(1);
    expect((await at.person.post(`${at.person.at}/lien`, {})).status).toBe(303);
    expect(await lastLink(mail)).not.toBe(at.door);
    expect(await listSignatures(db, at.person.enrolment.id)).toHaveLength(1);
  });

  it('isn t signed by a link that was taken back while its reader read, nor by one that is replaced, out of time or of before', async () => {
    const mail = 'retire@domaine.fr';
    const at = await waiting(mail);
    const form = { ...(await opened(at, mail)), accord: 'oui' };
    expect((await at.person.post(`${at.person.at}/lien/retirer`, {})).status).toBe(303);
    expect((await at.parent.post(at.door, form)).status).toBe(410);
    expect(wordsIn((await at.person.get(at.person.at)).body)).toContain('Vous avez retiré ce lien');
    await at.person.post(`${at.person.at}/lien`, {});
    const second = await lastLink(mail);
    // Two clicks send one.
    await at.person.post(`${at.person.at}/lien`, {});
    expect(await lastLink(mail)).toBe(second);
    expect((await at.parent.get(at.door)).status).toBe(410);
    await sql`update signature_door set ends_at = now() where enrolment_id = ${at.person.enrolment.id}`.execute(db);
    expect((await at.parent.get(second)).status).toBe(410);
    expect((await at.parent.post(`${second}/code`, {})).status).toBe(410);
    await at.person.post(`${at.person.at}/lien`, {});
    const third = { ...at, door: await lastLink(mail) };
    const old = { ...(await opened(third, mail)), accord: 'oui' };
    await modifiedEnrolment(db, making, at.person, {
      identification: { ...COIFFURE.identification, ...REPRESENTATIVE, guardianMail: mail, city: 'Saint-Flour' },
    });
    expect((await third.parent.post(third.door, old)).status).toBe(410);
    expect(await listSignatures(db, at.person.enrolment.id)).toHaveLength(1);
    expect((await at.parent.get('/signer/nimporte')).status).toBe(404);
  });

  it('isn t opened by trying codes: five, then a wait; and half an hour later it is shut', async () => {
    const mail = 'essais@domaine.fr';
    const at = await waiting(mail);
    await at.parent.get(at.door);
    await at.parent.post(`${at.door}/code`, {});
    const right = await doorCode(mail);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await at.parent.post(`${at.door}/ouvrir`, { code: wrong })).status).toBe(422);
    expect((await at.parent.post(`${at.door}/ouvrir`, { code: right })).status).toBe(429);
    await sql`delete from throttle where bucket like 'accounts actCode%'`.execute(db);
    const form = { ...(await opened(at, mail)), accord: 'oui' };
    await sql`update signature_door set opener_until = now() where enrolment_id = ${at.person.enrolment.id}`.execute(
      db,
    );
    expect((await at.parent.post(at.door, form)).status).toBe(409);
    expect(wordsIn((await at.parent.get(at.door)).body)).toContain('Recevoir un code');
  });

  it('isn t signed there once its candidate is of age, who then signs alone', async () => {
    const mail = 'majeure@domaine.fr';
    const at = await waiting(mail);
    const form = { ...(await opened(at, mail)), accord: 'oui' };
    await sql`update candidate set birth_date = '2005-01-01' where account_id = ${at.person.candidate.accountId}`.execute(
      db,
    );
    const refused = await at.parent.post(at.door, form);
    expect([refused.status, wordsIn(refused.body)]).toEqual([409, expect.stringContaining('devenue majeure')]);
    expect(await listSignatures(db, at.person.enrolment.id)).toHaveLength(1);
  });

  it('is what is left to do while it waits for theirs, until its last minute, and never after', async () => {
    const person = await minor(MAIL);
    const source = representativeDue({ catalogue: () => making.catalogue, findCandidate });
    const session = making.catalogue.session(person.enrolment.session);
    if (session === undefined) throw new Error('No session');
    const left = async (at: string, { enrolment }: TestEnrolment = person) => {
      const file = { enrolment, session, pieces: await listPieces(db, enrolment.id) };
      const { lines } = await openDues([source])(db, file, Temporal.Instant.from(at), 'candidate');
      return lines.flatMap((line) =>
        line.act === 'sign' || (line.act === 'other' && line.piece === 'CINSIG01')
          ? [line.act === 'other' ? `${line.label} ${line.until}` : line.act]
          : [],
      );
    };
    expect(await left('2023-11-20T10:00:00Z')).toEqual(['sign']);
    await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    const theirs = ['Faire signer Paul Martin, votre représentant légal 2023-12-01T16:00:00Z'];
    // Said once, and once only: the candidate isn't asked to sign again.
    expect(await left('2023-11-20T10:00:00Z')).toEqual(theirs);
    expect(await left('2023-12-01T15:59:59Z')).toEqual(theirs);
    // Once the time is over the sheet is late, as every other: nothing leads to a page that refuses.
    expect(await left('2023-12-01T16:00:00Z')).toEqual([]);
    // Of age meanwhile, nobody answers for them: it is the candidate's to sign.
    expect(await left('2024-04-12T10:00:00Z')).toEqual([]);
    const identification = { ...COIFFURE.identification, ...REPRESENTATIVE, guardianMail: MAIL, city: 'Saint-Flour' };
    const changed = await modifiedEnrolment(db, making, person, { identification });
    expect(await left('2023-11-20T10:00:00Z', changed)).toEqual(['sign']);
  });

  it('is signed on paper where the code would come to the candidate themselves', async () => {
    const person = await minor('camille+mere@domaine.fr', 'camille@domaine.fr');
    const words = wordsIn((await person.get(person.at)).body);
    expect(words).toContain('vous recevriez son code');
    await person.post(person.at, { version: '1', accord: 'oui', current: PASSWORD });
    expect(await listSignatures(db, person.enrolment.id)).toEqual([]);
  });
});

describe('What the office does with a signature on line', () => {
  const OFFICER = '00000000-0000-4000-8000-00000000000a';
  const decide = async (person: TestEnrolment, decision: 'compliant' | 'non-compliant', code = 'CINSIG01') => {
    const piece = (await listPieces(db, person.enrolment.id)).find((one) => one.code === code);
    if (piece === undefined) throw new Error('No piece');
    return reviewPiece(papers, SYSTEM, {
      academy: piece.academy,
      mayDecide: () => true,
      pieceId: piece.id,
      decision,
      comment: decision === 'compliant' ? null : "Ce n'est pas le candidat qui a signé.",
      rowVersion: piece.rowVersion,
      officerId: OFFICER,
      receivedOn: null,
      mayUnvalidate: false,
      onPaper: true,
    });
  };

  it('a person may refuse it: it falls, another may be given, and the slip that is taken back puts it back', async () => {
    const person = await adult();
    await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    expect((await decide(person, 'non-compliant')).ok).toBe(true);
    expect(await listSignatures(db, person.enrolment.id)).toEqual([]);
    expect((await now(person))?.signature).toBeNull();
    const piece = await sheetOf(person);
    const [review] = await listReviews(db, piece.id);
    const back = {
      academy: piece.academy,
      mayDecide: () => true,
      pieceId: piece.id,
      reviewId: review?.id ?? '',
      officerId: OFFICER,
    };
    expect((await takeBackReview(papers, SYSTEM, back)).ok).toBe(true);
    expect(await listSignatures(db, person.enrolment.id)).toHaveLength(1);
    expect((await now(person))?.signature).toMatchObject({ version: 1, way: 'online' });

    await decide(person, 'non-compliant');
    await papers.clock.refresh();
    expect((await person.post(person.at, { ...(await formOf(person)), ...byPassword })).status).toBe(303);
    expect((await sheetOf(person)).status).toBe('compliant');
    expect(await listSignatures(db, person.enrolment.id)).toHaveLength(1);
  });

  it('as the last thing that was missing, it makes the enrolment definitive', async () => {
    const person = await adult();
    const form = await formOf(person);
    for (const { code, countsForValidation } of await listPieces(db, person.enrolment.id))
      if (code !== 'CINSIG01' && countsForValidation) expect((await decide(person, 'compliant', code)).ok).toBe(true);
    expect((await now(person))?.status).toBe('registered');
    await person.post(person.at, { ...form, ...byPassword });
    expect((await now(person))?.status).toBe('validated');
  });

  it('nobody changes or deletes a proof', async () => {
    const person = await adult();
    await person.post(person.at, { ...(await formOf(person)), ...byPassword });
    const { id } = person.enrolment;
    await expect(
      sql`update online_signature set sentence = 'x' where enrolment_id = ${id}`.execute(db),
    ).rejects.toThrow();
    await expect(sql`delete from online_signature where enrolment_id = ${id}`.execute(db)).rejects.toThrow();
    expect(subjectOf(person.enrolment).academy).toBe('clermont');
  });
});
