import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { honestPdfs, honestPhotos } from '../testing/documents/honestFiles.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { type Luck, luck, mutant } from '../testing/documents/mutants.ts';
import { nastyFiles } from '../testing/documents/nastyFiles.ts';
import { goesByOtherWays } from '../testing/documents/nastySlice.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { seenByReader } from '../testing/documents/seenByReader.ts';
import type { Browser } from '../testing/enrolments.ts';
import { type PieceOwner, pieceRoom } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';
import { type PhoneCodeId, tokenOf } from './phoneCode.ts';
import { PART, SIGNED_CONFIRMATION } from './piece.ts';
import { refusals } from './refusals.ts';
import { listSheets } from './store/sheets.ts';

/**
 * Nasty files, and files changed at random, by every way in but the plain form (`nastyFiles.test.ts`): to wait for their turn, in parts that are cut and go on,
 * joined with others, from a telephone; as a signed sheet. Here every other nasty file comes by one of the ways; all of them by each, then luck
 * for minutes, by `npm run fuzz`.
 */
const SEED = Number(process.env.REGISTRE_FUZZ_SEED ?? '20231115');
const SECONDS = Number(process.env.REGISTRE_FUZZ_SECONDS ?? '0');
/** By each way in `npm test`. */
const CHANGED = 1;
/** Before the day's quota of an account, and the pace of its codes, are used up. */
const FILES_EACH = 10;
const pieces = await stage(
  pieceRoom({ budget: { residentBytes: 900 * 1024 * 1024, cpuSeconds: SECONDS > 0 ? 4 : 2 } }),
);

/** Who sends, and to which address: a candidate to their piece's, a telephone to its code's. */
type Sender = { readonly person: PieceOwner; readonly code: string; readonly browser: Browser; readonly at: string };
type Answer = Awaited<ReturnType<Browser['post']>>;
type Way = (from: Sender, content: Buffer, chance: Luck) => Promise<Answer>;

const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const joinAt = (at: string): string => (at.startsWith('/telephone') ? `${at}/deposer` : `${at}/feuilles/deposer`);

/** Cut after its first part, sent twice, begun again by another page, ended twice: both ends say the same. */
const inParts: Way = async ({ browser, at }, content, chance) => {
  const fields = { nom: 'facture.pdf', taille: String(content.length), empreinte: sha(content) };
  const begun = await browser.post(`${at}/envois`, fields);
  if (begun.status !== 200) return begun;
  const upload = `${at}/envois/${JSON.parse(begun.body).id}`;
  const add = (from: number, size: number) =>
    browser.upload(upload, { debut: String(from) }, content.subarray(from, from + size), 'morceau');
  await add(0, PART.least);
  expect((await add(0, PART.least)).status).toBeGreaterThanOrEqual(400);
  const again = JSON.parse((await browser.post(`${at}/envois`, fields)).body);
  expect(`${at}/envois/${again.id}`).toBe(upload);
  for (let from = again.received; from < content.length; from += PART.most) {
    const added = await add(from, PART.most);
    if (added.status !== 200) return added;
  }
  const ends = chance.below(2) === 0 ? {} : { preparer: 'oui' };
  const first = await browser.post(`${upload}/terminer`, ends);
  const second = await browser.post(`${upload}/terminer`, ends);
  expect(second.status).toBeLessThan(500);
  if (first.status === 200) expect(second.body).toBe(first.body);
  if (first.status !== 200 || ends.preparer === undefined) return first;
  return browser.post(joinAt(at), {});
};
/** Put in order with an honest page and made one document, once its pages are read or before. */
const joined: Way = async ({ person, code, browser, at }, content, chance) => {
  const files = [[onePage(), 'a.pdf'] as const, [content, 'b.pdf'] as const];
  if (chance.below(2) === 0) files.reverse();
  const prepared = await browser.uploadAll(`${at}/feuilles`, {}, files);
  if (prepared.status !== 303) return prepared;
  for (const { id, unread } of await listSheets(pieces.db, (await person.piece(code)).id))
    if (unread) expect((await person.browser.get(`${person.at(code)}/feuilles/${id}/image`)).status, 'shown').toBe(409);
  if (chance.below(2) === 0) await pieces.reader.readAll();
  return browser.post(joinAt(at), {});
};
const plain: Way = ({ browser, at }, content) => browser.upload(at, {}, content, 'facture.pdf');
/** While others are read: it is received, and read when its turn comes. */
const late =
  (way: Way): Way =>
  async (...sent) => {
    pieces.busy(true);
    try {
      return await way(...sent);
    } finally {
      pieces.busy(false);
    }
  };

const byPerson = async (code: string): Promise<Sender> => {
  const person = await pieces.owner();
  await person.browser.get(person.at(code));
  return { person, code, browser: person.browser, at: person.at(code) };
};
/** A telephone that opened a code; `person`: whose, or somebody new's. */
const byPhone = async (code: string, person?: PieceOwner): Promise<Sender> => {
  const owner = person ?? (await pieces.owner());
  await owner.browser.get(`${owner.at(code)}/telephone`);
  expect((await owner.browser.post(`${owner.at(code)}/telephone`, {})).status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from phone_code where enrolment_id = ${owner.enrolment.id}
    order by made_at desc limit 1`.execute(pieces.db);
  const at = `/telephone/${tokenOf('a secret of tests', rows[0]?.id as PhoneCodeId)}/${code}`;
  const browser = pieces.site.browser();
  expect((await browser.get(at)).status).toBe(200);
  return { person: owner, code, browser, at };
};
const BILL = 'DOMICIL';
type Opener = (code: string, person?: PieceOwner) => Promise<Sender>;
const ways: Readonly<Record<string, readonly [code: string, Opener, Way]>> = {
  'in parts': [BILL, byPerson, inParts],
  joined: [BILL, byPerson, joined],
  'from a telephone': [BILL, byPhone, plain],
  'from a telephone, in parts': [BILL, byPhone, inParts],
  'from a telephone, joined': [BILL, byPhone, joined],
  'by the form, to wait': [BILL, byPerson, late(plain)],
  'in parts, to wait': [BILL, byPerson, late(inParts)],
  'joined, to wait': [BILL, byPerson, late(joined)],
  'from a telephone, to wait': [BILL, byPhone, late(plain)],
  'from a telephone, joined, to wait': [BILL, byPhone, late(joined)],
  'as a signed sheet': [SIGNED_CONFIRMATION, byPerson, plain],
  'as a signed sheet, to wait': [SIGNED_CONFIRMATION, byPerson, late(plain)],
  'as a signed sheet from a telephone, joined, to wait': [SIGNED_CONFIRMATION, byPhone, late(joined)],
};

function codeOf(answer: Answer): string {
  const said = answer.header('content-type')?.includes('json') === true ? JSON.parse(answer.body).title : answer.body;
  const code = refusals.codes.find(
    (one) =>
      (one.startsWith('file-') || one === 'too-large') &&
      wordsIn(String(said)).includes(wordsIn(refusals.inWords({ code: one } as never))),
  );
  if (code === undefined) throw new Error(`${answer.status}: ${wordsIn(String(said))}`);
  expect(answer.status).toBe(refusals.status({ code } as never));
  return code.replace('file-', '');
}

/** The piece once nothing of it waits: ways that send at once have some of theirs read later. */
async function read({ person, code }: Sender) {
  for (;;) {
    await pieces.reader.readAll();
    const piece = await person.piece(code);
    if (piece.files.every(({ kept }) => kept.unread !== true)) return piece;
    await new Promise((wait) => setTimeout(wait, 20));
  }
}

/** The bytes of a file that couldn't be read: its own, or those of the pages that it was to be made of. */
async function sentFor(depositId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select part ->> 'key' as key from unread_file, jsonb_array_elements(parts) part where id = ${depositId}
    union select s.file_key from deposit_sheet s join deposit d using (piece_id) where d.id = ${depositId}`.execute(
    pieces.db,
  );
  return rows.map(({ key }) => key);
}

/** What became of it; what was taken is inert, and is the only file that is left. */
async function outcomeOf(answer: Answer, sender: Sender): Promise<string> {
  const { person, code } = sender;
  expect(answer.status, answer.body.slice(0, 500)).toBeLessThan(500);
  for (const { id, kept } of (await person.piece(code)).files)
    if (kept.unread === true)
      expect((await person.browser.get(`${person.at(code)}/fichiers/${id}`)).status, 'served unread').toBe(409);
  const { files, refused } = await read(sender);
  const [kept] = files;
  if (kept === undefined && answer.status >= 400) return codeOf(answer);
  if (kept === undefined) {
    // What was acknowledged is there, or said to be unreadable; then what was sent stays meanwhile.
    const last = refused.at(-1);
    if (last === undefined) return 'lost';
    const sent = await sentFor(last.id);
    expect(sent, 'what was sent').not.toEqual([]);
    for (const key of sent) expect((await pieces.files.read(key)).length).toBeGreaterThan(0);
    return last.refusal.replace('file-', '');
  }
  const shown = await pieces.files.read(kept.fileKey);
  expect(shown.length).toBe(kept.size);
  if (kept.type === 'image/jpeg') expect((await sharp(shown).metadata()).exif).toBeUndefined();
  else expect((await seenByReader(shown)).active).toEqual([]);
  return 'rewritten';
}

/** One after the other by one way: an account, and its code, serve for some. */
function sentBy(name: string): (content: Buffer, chance: Luck) => Promise<string> {
  const found = ways[name];
  if (found === undefined) throw new Error(name);
  const [code, open, send] = found;
  let sender: Sender | null = null;
  /** By the last file, with the code of a telephone: another is shown, as few as the pace of an account wants. */
  let isUsedUp = false;
  let sent = 0;
  return async (content, chance) => {
    if (sender === null || sent % FILES_EACH === 0) sender = await open(code);
    else if (isUsedUp) sender = await open(code, sender.person);
    sent += 1;
    const from: Sender = sender;
    const answer = await send(from, content, chance);
    const outcome = await outcomeOf(answer, from);
    const { enrolment } = from.person;
    // Each begins anew: what one left is no part of the next.
    for (const { id } of (await from.person.piece(code)).files) {
      await from.person.browser.get(from.person.at(code));
      await from.person.browser.post(`${from.person.at(code)}/fichiers/${id}/supprimer`, {});
    }
    await sql`delete from deposit_sheet where enrolment_id = ${enrolment.id}`.execute(pieces.db);
    isUsedUp = answer.status < 400 && open === byPhone;
    // The page says it of their piece from now on: nothing else that is refused could be told from it.
    if (answer.status < 400 && outcome !== 'rewritten') sender = null;
    return outcome;
  };
}

it.each(Object.keys(ways))(
  'a nasty file %s is refused with the reason, or made harmless',
  async (name) => {
    const send = sentBy(name);
    const names = Object.keys(ways);
    const mine = (index: number): boolean =>
      SECONDS > 0 || (goesByOtherWays(index) && (Math.floor(index / 2) + SEED) % names.length === names.indexOf(name));
    for (const [index, { make, expected, name: what }] of nastyFiles.entries())
      if (mine(index)) expect(expected, what).toContain(await send(await make(), luck(SEED + index)));
  },
  Math.max(SECONDS * 2000, 600_000),
);

it(
  `a file changed at random is answered by every way, never by a failure of ours (seed ${SEED})`,
  async () => {
    const makers = [...honestPdfs, ...honestPhotos, ...nastyFiles.slice(0, 40)];
    const made = await Promise.all(makers.map(({ make }) => make()));
    const photo = await takePhoto({ width: 800, height: 600, orientation: 6 });
    const corpus = [photo, ...made].filter(({ length }) => length > 0 && length < 200_000);
    const senders = Object.keys(ways).map(sentBy);
    const verdicts = new Map<string, number>();
    const until = performance.now() + SECONDS * 1000;
    for (let tried = 0; SECONDS > 0 ? performance.now() < until : tried < CHANGED; tried += 1)
      await Promise.all(
        senders.map(async (send, index) => {
          // Each has a seed of its own, so that one alone can be tried again.
          const seed = SEED + tried * senders.length + index;
          const outcome = await send(mutant(corpus, luck(seed)), luck(seed)).catch((error: unknown) => {
            throw new Error(`seed ${seed}, ${Object.keys(ways)[index]}`, { cause: error });
          });
          verdicts.set(outcome, (verdicts.get(outcome) ?? 0) + 1);
        }),
      );
    const said = [...verdicts].sort(([, a], [, b]) => b - a).map(([verdict, times]) => `${verdict} ${times}`);
    process.stdout.write(`By ${senders.length} ways from seed ${SEED}: ${said.join(', ')}\n`);
    expect(verdicts.get('rewritten')).toBeGreaterThan(0);
  },
  Math.max(SECONDS * 2000, 600_000),
);
