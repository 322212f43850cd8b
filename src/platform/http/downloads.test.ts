import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createDownloads } from './downloads.ts';

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.from('x');
}

it('is one a person, ten in all, and makes place again when it ends or is cut', async () => {
  const downloads = createDownloads();
  const first = downloads.start('a', endless());
  expect(downloads.start('a', endless())).toEqual({ ok: false, error: 'busy' });
  const others = [...'bcdefghij'].map((person) => downloads.start(person, endless()));
  expect(others.every(({ ok }) => ok)).toBe(true);
  expect(downloads.start('k', endless())).toEqual({ ok: false, error: 'crowded' });
  if (!first.ok) throw new Error(first.error);
  first.value.destroy();
  await once(first.value, 'close');
  expect(downloads.start('k', endless()).ok).toBe(true);
  expect(downloads.start('a', endless())).toEqual({ ok: false, error: 'crowded' });
  for (const other of others) if (other.ok) other.value.destroy();
});

it('gives the bytes as they come', async () => {
  async function* two(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('un');
    yield Buffer.from('deux');
  }
  const started = createDownloads().start('a', two());
  if (!started.ok) throw new Error(started.error);
  const chunks: Buffer[] = [];
  for await (const chunk of started.value) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe('undeux');
});

it('is cut when it takes too long, and makes place', async () => {
  const downloads = createDownloads(5);
  const started = downloads.start('a', endless());
  if (!started.ok) throw new Error(started.error);
  const [error] = await once(started.value, 'error');
  expect(String(error)).toContain('took too long');
  const again = downloads.start('a', endless());
  expect(again.ok).toBe(true);
  if (again.ok) again.value.destroy();
});
