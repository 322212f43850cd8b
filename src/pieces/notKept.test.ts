import { expect, it } from 'vitest';
import { onePage } from '../testing/documents/pdfFile.ts';
import { pieceRoom } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';

/** A file that we could not keep, and whose piece closes before its sender is back. */
const CLOSES = Temporal.Instant.from('2023-12-01T17:00:00+01:00');
const CODE = 'DOMICIL';
const pieces = await stage(pieceRoom());

it('Whoever gave a file in time that we could not keep gives it again after the closing, by its page or as it was sent; nobody else does', async () => {
  const [one, other, late] = [await pieces.owner(), await pieces.owner(), await pieces.owner()];
  const give = (person: typeof one) => person.browser.upload(person.at(CODE), {}, onePage(), 'domicile.pdf');
  await pieces.setClock(CLOSES.subtract({ seconds: 30 }));
  for (const person of [one, other, late]) await person.browser.get(person.at(CODE));
  pieces.full(true);
  expect([(await give(one)).status, (await give(other)).status]).toEqual([503, 503]);
  pieces.full(false);
  await pieces.setClock(CLOSES.add({ minutes: 2 }));
  expect((await give(one)).status).toBe(303);
  expect(wordsIn((await other.browser.get(other.at(CODE))).body)).not.toContain('est clos');
  expect((await give(other)).status).toBe(303);
  expect((await give(late)).status).toBe(403);
  // Its minutes are spent.
  expect((await give(one)).status).toBe(403);
}, 240_000);
