import { request } from 'node:http';
import { expect, it } from 'vitest';
import { makePdf } from './support/documents.ts';
import { LONG_ANSWERS } from './support/longValues.ts';
import { ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/**
 * What each page of a candidate weighs on the line, compressed as a browser asks for it, with the styles, scripts and icon that it names,
 * as who has nothing kept yet receives it.
 */
const MOST = 25_000;
const weights = new Map<string, Promise<Answer>>();
const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });

type Answer = { readonly status: number; readonly type: string; readonly bytes: number };

/** Bytes of the body as they come, which `fetch` would unpack. */
function weigh(address: string, cookie: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(address, registre.url), { headers: { cookie, 'accept-encoding': 'br, gzip' } });
    asked.on('error', reject).on('response', (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', bytes }),
      );
    });
    asked.end();
  });
}

function weighOnce(address: string): Promise<Answer> {
  const known = weights.get(address) ?? weigh(address, '');
  weights.set(address, known);
  return known;
}

it('each page of a candidate weighs at most 25 kB, before and after the enrolment', async () => {
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const draft = await fillDraft(camille, 'bp-2024-clermont', LONG_ANSWERS);
  const seen = new Map<string, number>();
  const walk = async (): Promise<void> => {
    const left = ['/candidatures', draft];
    const walked = new Set<string>();
    while (left.length > 0) {
      const address = left.pop() ?? '';
      if (walked.has(address)) continue;
      walked.add(address);
      const { html, status } = await camille.get(address);
      if (status !== 200) continue;
      const page = await weigh(address, camille.cookies());
      // A paper, or a file that somebody gave, is no page.
      if (!page.type.startsWith('text/html')) continue;
      const named = [...html.matchAll(/<(?:link|script|img)[^>]*(?:href|src)="(\/static\/[^"]+)"/g)].map(
        ([, at]) => at ?? '',
      );
      const others = await Promise.all([...new Set(named)].map(weighOnce));
      expect(others.map((one) => one.status)).toEqual(others.map(() => 200));
      const bytes = others.reduce((sum, one) => sum + one.bytes, page.bytes);
      seen.set(address, Math.max(bytes, seen.get(address) ?? 0));
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, at]) =>
        (at ?? '').replaceAll('&amp;', '&'),
      );
      left.push(...links.filter((at) => /^\/(candidatures|compte)/.test(at)));
    }
  };
  await walk();
  expect((await camille.fill(`${draft}/recapitulatif`, { sousReserve: 'oui' })).status).toBe(303);
  for (const code of ['CINSIG01', 'DOMICIL'])
    expect((await camille.deposit(`${draft}/justificatifs/${code}`, makePdf(code), `${code}.pdf`)).status).toBe(303);
  await walk();
  const heaviest = [...seen].sort(([, a], [, b]) => b - a);
  process.stdout.write(
    `${seen.size} pages, the heaviest ${heaviest
      .slice(0, 5)
      .map(([at, bytes]) => `${at} ${bytes}`)
      .join(', ')}\n`,
  );
  expect(heaviest.filter(([, bytes]) => bytes > MOST)).toEqual([]);
  expect(seen.size).toBeGreaterThan(25);
  expect(weights.size).toBeGreaterThan(4);
}, 120_000);
