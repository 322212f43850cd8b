import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { needs } from '../../testing/leftOut.ts';
import { createPress } from './press.ts';

const template = path.join(import.meta.dirname, '..', '..', '..', 'load', 'bare.typ');
const order = (candidate: string) => ({ template, data: { title: 'Essai', candidate } });
const press = createPress();
afterAll(() => press.close());

describe('The press', () => {
  it('prints in another process, several at a time, and each gets its own', async () => {
    const made = await Promise.all(['Un', 'Deux', 'Trois'].map((name) => press.render(order(name))));
    for (const pdf of made) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(new Set(made.map((pdf) => pdf.toString('latin1'))).size).toBe(3);
  });

  it('makes what poppler reads without a complaint', needs('pdfinfo'), async () => {
    const { stdout, stderr } = spawnSync('pdfinfo', ['-'], {
      input: await press.render(order('Un')),
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/Tagged: +yes/);
    expect(stderr).toBe('');
  });

  it('says what the compiler says, and goes on', async () => {
    await expect(press.render(order('山田'))).rejects.toThrow('could not be displayed');
    expect((await press.render(order('Un'))).length).toBeGreaterThan(1_000);
  });

  it('that is closed refuses what it was at; the next order makes another', async () => {
    // More than it prints before it is closed, however late that comes.
    const all = Promise.allSettled(Array.from({ length: 200 }, (_, index) => press.render(order(`Un ${index}`))));
    await press.close();
    const refused = (await all).flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(new Set(refused)).toEqual(new Set(['Error: The press ended']));
    expect((await press.render(order('Deux'))).length).toBeGreaterThan(1_000);
  });

  it('without work is given up', async () => {
    const idle = createPress(1);
    await idle.render(order('Un'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await idle.render(order('Deux'))).length).toBeGreaterThan(1_000);
    await idle.close();
  });
});
