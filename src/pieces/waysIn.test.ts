import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { honestPdfs, honestPhotos } from '../testing/documents/honestFiles.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { type Luck, luck, mutant } from '../testing/documents/mutants.ts';
import { nastyFiles } from '../testing/documents/nastyFiles.ts';
import { nastySlice } from '../testing/documents/nastySlice.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { seenByReader } from '../testing/documents/seenByReader.ts';
import type { Browser } from '../testing/enrolments.ts';
import { openPieceSite, type PieceOwner, type PieceSite } from '../testing/pieceSite.ts';
import { wordsIn } from '../testing/words.ts';
import { type PhoneCodeId, tokenOf } from './phoneCode.ts';
import { PART } from './piece.ts';
import { refusals } from './refusals.ts';

/**
 * Nasty files, and files changed at random, by every way in but the plain form (`nastyFiles.test.ts`): to wait for their turn, in parts that are cut and go on,
 * joined with others, from a telephone. A slice of a fixed seed here; all of them, then luck for minutes, by `npm run fuzz`.
 */
const SEED = Number(process.env.REGISTRE_FUZZ_SEED ?? '20231115');
const SECONDS = Number(process.env.REGISTRE_FUZZ_SECONDS ?? '0');
/** Of each way in `npm test`. */
const SLICE = { nasty: 3, changed: 2 };
const CODE = 'DOMICIL';
/** Before the day's quota of an account, and the pace of its codes, are used up. */
const FILES_EACH = 10;
let pieces: PieceSite;
beforeAll(async () => {
  pieces = await openPieceSite({ residentBytes: 900 * 1024 * 1024, cpuSeconds: SECONDS > 0 ? 4 : 2 });
}, 240_000);
afterAll(() => pieces.close());

/** Who sends, and to which address: a candidate to their piece's, a telephone to its code's. */
type Sender = { readonly person: PieceOwner; readonly browser: Browser; readonly at: string };
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
/** Put in order with an honest page, turned, and made one document. */
const joined: Way = async ({ browser, at }, content, chance) => {
  const files = [[onePage(), 'a.pdf'] as const, [content, 'b.pdf'] as const];
  if (chance.below(2) === 0) files.reverse();
  const prepared = await browser.uploadAll(`${at}/feuilles`, {}, files);
  if (prepared.status !== 303) return prepared;
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

const byPerson = async (): Promise<Sender> => {
  const person = await pieces.someone();
  await person.browser.get(person.at(CODE));
  return { person, browser: person.browser, at: person.at(CODE) };
};
/** A telephone that opened a code; `person`: whose, or somebody new's. */
const byPhone = async (person?: PieceOwner): Promise<Sender> => {
  const owner = person ?? (await pieces.someone());
  await owner.browser.get(`${owner.at(CODE)}/telephone`);
  expect((await owner.browser.post(`${owner.at(CODE)}/telephone`, {})).status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from phone_code where enrolment_id = ${owner.enrolment.id}
    order by made_at desc limit 1`.execute(pieces.test.db);
  const at = `/telephone/${tokenOf('a secret of tests', rows[0]?.id as PhoneCodeId)}`;
  const browser = pieces.site.browser();
  expect((await browser.get(at)).status).toBe(200);
  return { person: owner, browser, at };
};
const ways: Readonly<Record<string, readonly [(person?: PieceOwner) => Promise<Sender>, Way]>> = {
  'in parts': [byPerson, inParts],
  joined: [byPerson, joined],
  'from a telephone': [byPhone, plain],
  'from a telephone, in parts': [byPhone, inParts],
  'from a telephone, joined': [byPhone, joined],
  'by the form, to wait': [byPerson, late(plain)],
  'in parts, to wait': [byPerson, late(inParts)],
  'from a telephone, to wait': [byPhone, late(plain)],
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
async function read(person: Sender['person']) {
  for (;;) {
    await pieces.reader.readAll();
    const piece = await person.piece(CODE);
    if (piece.files.every(({ kept }) => kept.unread !== true)) return piece;
    await new Promise((wait) => setTimeout(wait, 20));
  }
}

/** What became of it; what was taken is inert, and is the only file that is left. */
async function outcomeOf(answer: Answer, { person }: Sender): Promise<string> {
  expect(answer.status, answer.body.slice(0, 500)).toBeLessThan(500);
  for (const { id, kept } of (await person.piece(CODE)).files)
    if (kept.unread === true)
      expect((await person.browser.get(`${person.at(CODE)}/fichiers/${id}`)).status, 'served unread').toBe(409);
  const { files, refused } = await read(person);
  const [kept] = files;
  if (kept === undefined && answer.status < 400 && refused !== undefined)
    return String(refused.refusal).replace('file-', '');
  if (kept === undefined) return codeOf(answer);
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
  const [open, send] = found;
  let sender: Sender | null = null;
  /** By the last file, with the code of a telephone: another is shown, as few as the pace of an account wants. */
  let isUsedUp = false;
  let sent = 0;
  return async (content, chance) => {
    if (sender === null || sent % FILES_EACH === 0) sender = await open();
    else if (isUsedUp) sender = await open(sender.person);
    sent += 1;
    const from: Sender = sender;
    const answer = await send(from, content, chance);
    const outcome = await outcomeOf(answer, from);
    const { enrolment } = from.person;
    // Each begins anew: what one left is no part of the next.
    for (const { id } of (await from.person.piece(CODE)).files) {
      await from.person.browser.get(from.person.at(CODE));
      await from.person.browser.post(`${from.person.at(CODE)}/fichiers/${id}/supprimer`, {});
    }
    await sql`delete from deposit_sheet where enrolment_id = ${enrolment.id}`.execute(pieces.test.db);
    isUsedUp = outcome === 'rewritten' && open === byPhone;
    return outcome;
  };
}

it.each(Object.keys(ways))(
  'a nasty file %s is refused with the reason, or made harmless',
  async (name) => {
    const send = sentBy(name);
    const chosen = nastySlice(SEED + Object.keys(ways).indexOf(name), SLICE.nasty);
    for (const [index, { make, expected, name: what }] of chosen.entries())
      expect(expected, what).toContain(await send(await make(), luck(SEED + index)));
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
    for (let tried = 0; SECONDS > 0 ? performance.now() < until : tried < SLICE.changed; tried += 1)
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
