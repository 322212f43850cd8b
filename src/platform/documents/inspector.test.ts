import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bombs } from '../../testing/documents/bombs.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { createInspector, type FileToInspect, type Inspector, type InspectorOptions } from './inspector.ts';

const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
const MEGABYTE = 1024 * 1024;
const open: Inspector[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
const hire = (options: Partial<InspectorOptions> = {}): Inspector => {
  const made = createInspector(options);
  open.push(made);
  return made;
};
const file = (content: Buffer, owner = 'somebody'): FileToInspect => ({
  owner,
  limits: LIMITS,
  read: async () => content,
});
const bomb = async (word: string): Promise<Buffer> => {
  const found = bombs.find(({ name }) => name.includes(word));
  if (found === undefined) throw new Error(`no bomb ${word}`);
  return found.make();
};

describe('A file that takes too much', () => {
  it('of time is given up, and the next one is read', async () => {
    const inspector = hire({ processes: 1, budget: { residentBytes: 900 * MEGABYTE, cpuSeconds: 2 } });
    const [endless, next] = [inspector.inspect(file(await bomb('pattern'))), inspector.inspect(file(onePage()))];
    expect(await endless).toEqual({ fault: 'unreadable' });
    expect(await next).toMatchObject({ kind: 'application/pdf' });
  });
  it('of memory is given up, and the next one is read', async () => {
    const inspector = hire({ processes: 1, budget: { residentBytes: 10 * MEGABYTE, cpuSeconds: 60 } });
    expect(await inspector.inspect(file(onePage()))).toEqual({ fault: 'unreadable' });
    const usual = hire({ processes: 1 });
    expect(await usual.inspect(file(await bomb('400 MB')))).toEqual({ fault: 'unreadable' });
    expect(await usual.inspect(file(onePage()))).toMatchObject({ kind: 'application/pdf' });
  });
  it('ends no more than the process that read it, which the machine itself may end: the file is read again', async () => {
    const inspector = hire({ processes: 1 });
    expect(await inspector.inspect(file(onePage()))).toMatchObject({ kind: 'application/pdf' });
    for (const child of childrenOf(process.pid)) process.kill(child, 'SIGKILL');
    expect(await inspector.inspect(file(onePage()))).toMatchObject({ kind: 'application/pdf' });
  });
});

describe('A page of a file', () => {
  it('is drawn as a picture; beyond the last there is none, and an image is one page', async () => {
    const inspector = hire({ processes: 1 });
    const page = (content: Buffer, number: number) => inspector.inspect({ ...file(content), page: number });
    const drawn = await page(onePage({ text: 'Facture' }), 1);
    if ('fault' in drawn) throw new Error(drawn.fault);
    const { width, height, format } = await sharp(drawn.content).metadata();
    expect({ width, height, format }).toEqual({ width: 1625, height: 2300, format: 'jpeg' });
    expect(await page(onePage(), 2)).toEqual({ fault: 'empty' });
    const photo = Buffer.from(drawn.content);
    expect(await page(photo, 1)).toMatchObject({ kind: 'image/jpeg' });
    expect(await page(photo, 2)).toEqual({ fault: 'empty' });
    expect(await page(Buffer.from('%PDF-1.7 broken'), 1)).toEqual({ fault: 'unreadable' });
  });
});

describe('Many files', () => {
  it('hold no memory while they wait: each is fetched when its turn comes', async () => {
    const inspector = hire({ processes: 1 });
    let fetched = 0;
    let most = 0;
    let done = 0;
    const one = async (owner: string): Promise<void> => {
      await inspector.inspect({
        owner,
        limits: LIMITS,
        read: async () => {
          fetched += 1;
          most = Math.max(most, fetched - done);
          return onePage();
        },
      });
      done += 1;
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => one(String(index))));
    expect(fetched).toBe(20);
    // The one that was just answered and the one that follows.
    expect(most).toBeLessThanOrEqual(2);
  });
  it('are read by as many processes as were asked for, and no more', async () => {
    const before = childrenOf(process.pid).length;
    const inspector = hire({ processes: 3 });
    await Promise.all(Array.from({ length: 9 }, (_, index) => inspector.inspect(file(onePage(), String(index)))));
    expect(childrenOf(process.pid).length - before).toBe(3);
  });
  it('of one person wait behind the first of another', async () => {
    const inspector = hire({ processes: 1 });
    const order: string[] = [];
    const one = async (owner: string): Promise<void> => {
      const read = async (): Promise<Buffer> => {
        order.push(owner);
        return onePage();
      };
      await inspector.inspect({ ...file(onePage(), owner), read });
    };
    await Promise.all([one('greedy'), one('greedy'), one('greedy'), one('other')]);
    expect(order).toHaveLength(4);
    expect(order.at(-1)).toBe('greedy');
  });
  it('beyond the places, in all or of one person, are refused as busy, and there is room again after', async () => {
    const inspector = hire({ processes: 1, places: { all: 3, each: 2 } });
    const answers = await Promise.all(
      ['a', 'a', 'a', 'a', 'b', 'c', 'd'].map((owner) => inspector.inspect(file(onePage(), owner))),
    );
    const busy = answers.filter((one) => 'fault' in one && one.fault === 'busy');
    expect(busy).toHaveLength(3);
    expect(await inspector.inspect(file(onePage(), 'a'))).toMatchObject({ kind: 'application/pdf' });
  });
  it('that can’t be fetched say so, and the others are read', async () => {
    const inspector = hire({ processes: 1 });
    const lost = inspector.inspect({
      owner: 'a',
      limits: LIMITS,
      read: async () => {
        throw new Error('the disk is gone');
      },
    });
    const next = inspector.inspect(file(onePage()));
    await expect(lost).rejects.toThrow('the disk is gone');
    expect(await next).toMatchObject({ kind: 'application/pdf' });
  });
});

describe('The process that reads', () => {
  it('knows nothing of our environment, and may read no file but its own code', async () => {
    process.env.REGISTRE_TEST_SECRET = 'not for readers';
    const inspector = hire({ processes: 1 });
    await inspector.inspect(file(onePage()));
    const environments = childrenOf(process.pid).map(told('environ'));
    delete process.env.REGISTRE_TEST_SECRET;
    expect(environments.some((one) => one.includes('UV_THREADPOOL_SIZE'))).toBe(true);
    expect(environments.filter((one) => one.includes('REGISTRE_TEST_SECRET'))).toEqual([]);
    const orders = childrenOf(process.pid).map((pid) => told('cmdline')(pid).split('\0'));
    const readable = orders.find((one) => one.includes('--permission'))?.filter((one) => one.startsWith('--allow-fs'));
    expect(readable).toEqual([
      expect.stringMatching(/^--allow-fs-read=.*\/src$/),
      expect.stringMatching(/^--allow-fs-read=.*\/package\.json$/),
      expect.stringMatching(/^--allow-fs-read=.*\/node_modules$/),
    ]);
  });
  it('is gone once the inspector is closed, whatever it was reading', async () => {
    const before = childrenOf(process.pid);
    const ours = () => childrenOf(process.pid).filter((pid) => !before.includes(pid));
    const inspector = hire({ processes: 1 });
    const reading = inspector.inspect(file(await bomb('pattern')));
    await vi.waitFor(() => expect(ours()).toHaveLength(1), 20_000);
    await inspector.close();
    expect(await reading).toEqual({ fault: 'busy' });
    expect(ours()).toEqual([]);
    expect(await inspector.inspect(file(onePage()))).toEqual({ fault: 'busy' });
  });
});

/** What the machine says of a process; nothing of one that has ended meanwhile. */
const told =
  (what: 'environ' | 'cmdline') =>
  (pid: number): string => {
    try {
      return readFileSync(`/proc/${pid}/${what}`, 'latin1');
    } catch {
      return '';
    }
  };

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
