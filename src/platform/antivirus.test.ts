import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { AntivirusFault, connectClamd } from './antivirus.ts';
import { EICAR, startClamd } from './testingClamd.ts';

const clamd = await startClamd();
afterAll(() => clamd.close());
const scan = (content: Readable) => connectClamd(clamd.url).scan(content);

describe('clamd', () => {
  it('says of a file whether it is clean, however it comes', async () => {
    expect(await scan(Readable.from([Buffer.from('Bonjour')]))).toEqual({ found: 'clean' });
    expect(await scan(Readable.from([]))).toEqual({ found: 'clean' });
    const whole = Buffer.concat([Buffer.alloc(5_000_000, 'x'), EICAR]);
    const pieces = Array.from({ length: 78 }, (_, index) => whole.subarray(index * 65_536, (index + 1) * 65_536));
    expect(await scan(Readable.from(pieces))).toEqual({ found: 'infected', name: 'Eicar-Test-Signature' });
    expect(clamd.scanned.at(-1)).toBe(whole.length);
    await connectClamd(clamd.url).ping();
  });

  it('that reads slowly is waited for, without a listener for each piece', async () => {
    const warned: string[] = [];
    const note = (warning: Error): void => void warned.push(warning.name);
    process.on('warning', note);
    const total = 'zINSTREAM\0'.length + 400 * (4 + 65_536) + 4;
    let heard = 0;
    const slow = createServer((socket) => {
      socket.on('data', (chunk) => {
        heard += chunk.length;
        if (heard === total) return void socket.end('stream: OK\0');
        socket.pause();
        setTimeout(() => socket.resume(), 1);
      });
    });
    await new Promise<void>((resolve) => void slow.listen(0, '127.0.0.1', resolve));
    const address = slow.address();
    const url = new URL(`tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    const large = Readable.from(Array.from({ length: 400 }, () => Buffer.alloc(65_536, 'y')));
    expect(await connectClamd(url).scan(large)).toEqual({ found: 'clean' });
    await setImmediate();
    process.off('warning', note);
    slow.close();
    expect(warned).toEqual([]);
  });

  it('that answers before all was said is heard', async () => {
    const strict = await startClamd(100_000);
    const large = Readable.from(Array.from({ length: 400 }, () => Buffer.alloc(65_536, 'z')));
    await expect(connectClamd(strict.url).scan(large)).rejects.toThrow(AntivirusFault);
    await strict.close();
  });

  it('that is away, hangs up or says something else has found nothing out', async () => {
    const odd = createServer((socket) => void socket.end('stream: perhaps\0'));
    const mute = createServer((socket) => void socket.end());
    const urls = [new URL('unix:///nowhere/clamd.ctl'), new URL('tcp://127.0.0.1:1')];
    for (const server of [odd, mute]) {
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      urls.push(new URL(`tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`));
    }
    for (const url of urls) {
      await expect(connectClamd(url).scan(Readable.from([Buffer.from('x')]))).rejects.toThrow(AntivirusFault);
      await expect(connectClamd(url).ping()).rejects.toThrow(AntivirusFault);
    }
    for (const server of [odd, mute]) server.close();
  });

  it('is not blamed for a file that can’t be read', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the disk broke');
    };
    await expect(scan(Readable.from(broken()))).rejects.toThrow('the disk broke');
  });
});
