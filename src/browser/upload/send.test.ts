import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { takePhoto } from '../../testing/documents/jpegFile.ts';
import { ORDINARY_DAY } from '../../testing/enrolments.ts';
import { type PieceOwner, pieceRoom } from '../../testing/pieceSite.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn } from '../../testing/words.ts';
import type { ServerLine } from './line.ts';
import { send, type UploadOrder } from './send.ts';

/** What a browser sends by, through a line that is slow and cut: the real server behind it. */
const RATE = { bytes: 64 * 1024, everyMs: 10 } as const;
const pieces = await stage(pieceRoom());
const photo = await takePhoto({ width: 4032, height: 3024, orientation: 6 });
await pieces.site.server.listen({ host: '127.0.0.1', port: 0 });
const server = (pieces.site.server.server.address() as AddressInfo).port;
beforeEach(() => pieces.setClock(ORDINARY_DAY));

type BadLine = { readonly port: number; readonly cuts: () => number; readonly close: () => Promise<void> };

/** So many bytes at a time; cut, and shut for a moment, each time that the next of `cutAfter` bytes have gone by. */
async function openBadLine(cutAfter: readonly number[]): Promise<BadLine> {
  const left = [...cutAfter];
  let [passed, cuts] = [0, 0];
  const sockets = new Set<Socket>();
  const cut = (): void => {
    cuts += 1;
    for (const socket of sockets) socket.destroy();
  };
  const door: Server = createServer((near) => {
    const far = connect(server, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      passed += bytes.length;
      if (left[0] !== undefined && passed > left[0]) {
        left.shift();
        cut();
        return;
      }
      far.write(bytes);
      near.pause();
      setTimeout(() => near.resume(), (RATE.everyMs * bytes.length) / RATE.bytes);
    });
    far.pipe(near);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    cuts: () => cuts,
    close: async () => {
      door.close();
      for (const socket of sockets) socket.destroy();
      await once(door, 'close');
    },
  };
}

const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
async function orderOf(person: PieceOwner, content = photo, name = 'IMG_0412.jpg'): Promise<UploadOrder> {
  const { body } = await person.browser.get(person.at('DOMICIL'));
  const token = fieldOn(body, 'jeton');
  const file = new File([new Uint8Array(content)], name, { type: 'image/jpeg' });
  return {
    at: `${person.at('DOMICIL')}/envois`,
    token,
    file,
    sha256: sha(content),
    prepare: false,
    also: [],
    replaces: [],
  };
}
function through({ port }: Pick<BadLine, 'port'>, person: PieceOwner): ServerLine {
  return {
    pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
    fetch: (address, asked) => {
      const headers = new Headers(asked?.headers);
      headers.set('cookie', [...person.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      headers.set('connection', 'close');
      return fetch(`http://127.0.0.1:${port}${address}`, { ...asked, headers });
    },
  };
}
function listener() {
  const heard: string[] = [];
  return {
    heard,
    told: {
      begun: (address: string) => void heard.push(`begun ${address}`),
      progress: () => undefined,
      resumed: (received: number) => void heard.push(`resumed ${received}`),
      cut: () => void heard.push('cut'),
      reading: () => void heard.push('reading'),
      waiting: (whole: boolean) => void heard.push(whole ? 'waiting' : 'later'),
    },
  };
}

describe('A photo of twelve megapixels', () => {
  it('taken sideways, over a slow line that is cut twice, arrives by itself, upright and once', async () => {
    const person = await pieces.owner();
    const line = await openBadLine([photo.length / 3, (2 * photo.length) / 3]);
    const { heard, told } = listener();
    const outcome = await send(await orderOf(person), told, through(line, person), AbortSignal.timeout(200_000));
    expect(outcome).toMatchObject({ is: 'done', to: expect.stringContaining('recu=D-') });
    expect(line.cuts()).toBe(2);
    expect(heard.filter((one) => one === 'cut').length).toBeGreaterThanOrEqual(2);
    expect(heard.filter((one) => one.startsWith('begun'))).toHaveLength(1);
    const { files } = await person.piece('DOMICIL');
    expect(files).toMatchObject([{ sent: { sha256: sha(photo), size: photo.length }, type: 'image/jpeg' }]);
    const { bytes } = await person.browser.get(`${person.at('DOMICIL')}/fichiers/${files[0]?.id}`);
    const [height, width] = sizeOf(bytes);
    expect(height).toBeGreaterThan(width);
    await line.close();
  }, 240_000);

  it('given up in the middle is found again by its content, and goes on from there', async () => {
    const person = await pieces.owner();
    const order = await orderOf(person);
    const straight = await openBadLine([]);
    const stop = new AbortController();
    const first = listener();
    const half = { ...first.told, progress: (received: number) => void (received > 0 && stop.abort()) };
    await expect(send(order, half, through(straight, person), stop.signal)).rejects.toThrow();
    const second = listener();
    expect(await send(order, second.told, through(straight, person), AbortSignal.timeout(200_000))).toMatchObject({
      is: 'done',
    });
    expect(second.heard.some((one) => one.startsWith('resumed '))).toBe(true);
    expect((await person.piece('DOMICIL')).files).toHaveLength(1);
    await straight.close();
  }, 240_000);
});

describe('What keeps a file from being taken', () => {
  it('is said in the words of the server, or left to the form', async () => {
    const person = await pieces.owner();
    const line = await openBadLine([]);
    const letter = Buffer.from('Bonjour');
    const refused = await send(await orderOf(person, letter), listener().told, through(line, person), signal());
    expect(refused).toMatchObject({ is: 'refused', why: expect.stringContaining('JPEG, PNG, WebP ou HEIC') });
    const order = await orderOf(person);
    const elsewhere = { ...order, at: order.at.replace('DOMICIL', 'INCONNUE') };
    expect(await send(elsewhere, listener().told, through(line, person), signal())).toEqual({
      is: 'plain',
      why: "Cette pièce n'existe pas, ou elle n'est pas la vôtre.",
    });
    person.browser.cookies.clear();
    expect(await send(order, listener().told, through(line, person), signal())).toEqual({ is: 'signed-out' });
    await line.close();
  }, 120_000);

  it('is told where it is given for several others, as the plain form is: no page asks for that', async () => {
    const person = await pieces.owner();
    const line = await openBadLine([]);
    const order = { ...(await orderOf(person)), also: ['DCSTID01', '1NATID01'] };
    expect(await send(order, listener().told, through(line, person), signal())).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('aussi'),
    });
    expect((await person.piece('DOMICIL')).files).toHaveLength(0);
    await line.close();
  }, 120_000);

  it('is asked for again by itself where others are read first: it is deposited once', async () => {
    const person = await pieces.owner();
    const line = await openBadLine([]);
    const { heard, told } = listener();
    const given = through(line, person);
    let asked = 0;
    pieces.full(true);
    const patient: ServerLine = {
      ...given,
      pause: async (ms) => {
        expect(ms).toBeGreaterThanOrEqual(15_000);
        asked += 1;
        // Nothing of it is lost meanwhile, and nothing is deposited.
        expect((await person.piece('DOMICIL')).files).toEqual([]);
        if (asked === 3) pieces.full(false);
      },
    };
    const outcome = await send(await orderOf(person), told, patient, signal());
    expect([outcome.is, heard.slice(1)]).toEqual(['done', ['reading', 'waiting', 'waiting', 'waiting']]);
    expect((await person.piece('DOMICIL')).files).toHaveLength(1);
    await line.close();
  }, 120_000);

  it('is never said to be lost where it can be read by nobody for long: its bytes wait, and the same button goes on', async () => {
    const person = await pieces.owner();
    const line = await openBadLine([]);
    const order = await orderOf(person);
    pieces.full(true);
    const hasty: ServerLine = { ...through(line, person), pause: async () => undefined };
    expect(await send(order, listener().told, hasty, signal())).toEqual({ is: 'unread' });
    pieces.full(false);
    const again = listener();
    expect(await send(order, again.told, hasty, signal())).toMatchObject({ is: 'done' });
    expect(again.heard).toContain(`resumed ${photo.length}`);
    expect((await person.piece('DOMICIL')).files).toHaveLength(1);
    await line.close();
  }, 120_000);

  it('is a line that never comes back: after its patience it gives up, and what came is kept', async () => {
    const person = await pieces.owner();
    const line = await openBadLine([]);
    const order = await orderOf(person);
    await line.close();
    const { heard, told } = listener();
    const given = { ...through(line, person), pause: async () => undefined };
    expect(await send(order, told, given, signal())).toEqual({ is: 'gave-up' });
    expect(heard.every((one) => one === 'cut')).toBe(true);
  }, 120_000);
});

const signal = (): AbortSignal => AbortSignal.timeout(100_000);

/** Height and width of a baseline JPEG. */
function sizeOf(jpeg: Buffer): readonly [number, number] {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const from = at < 0 ? jpeg.indexOf(Buffer.from([0xff, 0xc2])) : at;
  return [jpeg.readUInt16BE(from + 5), jpeg.readUInt16BE(from + 7)];
}
