import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs } from '../../../testing/leftOut.ts';
import { runs } from '../../../testing/properties.ts';
import { answerOf, holdsSeal, OID, sealOn } from '../../../testing/sealOn.ts';
import { temporaryFolder } from '../../../testing/temporaryFolder.ts';
import { type Manner, openTimeStampAuthority, type TimeStampAuthority } from '../../../testing/timeStampAuthority.ts';
import { createPdfRenderer } from '../renderPdf.ts';
import { openSeal, type Seal, type SealOptions } from './seal.ts';
import { makeOwnCertificate, type SelfMade } from './selfMade.ts';
import { askAuthority } from './timeStamp.ts';

/** A busy machine is no fault of the authority. */
const PATIENCE_MS = 60_000;
const folder = temporaryFolder('seal');
let own: SelfMade;
let authority: TimeStampAuthority;
let paper: Buffer;
beforeAll(async () => {
  own = await makeOwnCertificate('Rectorat d’essai');
  authority = await openTimeStampAuthority();
  const template = path.join(folder, 'page.typ');
  const link = '#link("https://registre.example")[Un lien]';
  writeFileSync(
    template,
    `#set document(title: "Décision")\n#set text(lang: "fr")\n= Décision\nAccordé. ${link}\n#pagebreak()\nPage 2`,
  );
  const press = createPdfRenderer();
  paper = await press.render({ template, data: {} });
  await press.close();
});
afterAll(async () => {
  await authority.close();
  rmSync(folder, { recursive: true });
});

async function opened(given: Partial<SealOptions> = {}): Promise<Seal> {
  const seal = await openSeal({ ...own, timeStamper: null, onTrouble: () => undefined, ...given });
  if (!seal.ok) throw new Error(seal.error);
  return seal.value;
}
async function sealed(given: Partial<SealOptions> = {}): Promise<{ readonly pdf: Buffer; readonly level: string }> {
  const made = await (await opened(given)).seal(paper, 'Cachet électronique');
  if (made === null) throw new Error('Not sealed');
  return made;
}
const file = (name: string, content: Buffer | string): string => {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
};

describe('The seal', () => {
  it('is a CAdES signature of the whole file (PAdES B-B): its certificate is named in it, its time isn’t', async () => {
    const { pdf, level } = await sealed();
    const seal = sealOn(pdf);
    expect(level).toBe('B-B');
    expect(seal).toMatchObject({ holds: true, namesItsCertificate: true, subFilter: 'ETSI.CAdES.detached' });
    expect(seal.signedAttributes).toEqual([OID.contentType, OID.messageDigest, OID.signingCertificateV2]);
    expect(seal.unsignedAttributes).toEqual([]);
    expect(seal.certificates.map(({ subject }) => subject)).toEqual(['CN=Rectorat d’essai']);
  });

  it('leaves what the compiler wrote as it was, byte for byte, links and tags with it', async () => {
    const { pdf } = await sealed();
    expect(pdf.subarray(0, paper.length).equals(paper)).toBe(true);
    const added = pdf.toString('latin1', paper.length);
    expect(added).toContain('/SigFlags 3');
    expect(added).toContain('/StructTreeRoot');
    expect(added).toMatch(/\/Annots \[\d+ 0 R \d+ 0 R/);
    expect(added).toContain('/Tabs /S');
  });

  it('no longer holds when any byte is another', async () => {
    const { pdf } = await sealed();
    // Between them stands the signature itself.
    const room = pdf.lastIndexOf('/Contents <') + '/Contents <'.length;
    const end = pdf.indexOf('>', room);
    fc.assert(
      fc.property(fc.nat({ max: pdf.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        fc.pre(at < room || at >= end);
        const changed = Buffer.from(pdf);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(holdsSeal(changed)).toBe(false);
      }),
      runs(400),
    );
    expect(holdsSeal(Buffer.concat([pdf, Buffer.from('\n')]))).toBe(false);
    expect(holdsSeal(pdf.subarray(0, -1))).toBe(false);
    expect(holdsSeal(paper)).toBe(false);
  });

  it('is made by a key on a curve, with the certificates of who vouch for it', async () => {
    const curve = { keyType: 'ec', curve: 'P-256' } as const;
    const made = await generate([{ name: 'commonName', value: 'Rectorat sur une courbe' }], curve);
    const { pdf } = await sealed({ key: made.private, chain: made.cert + own.chain });
    const seal = sealOn(pdf);
    expect(seal.holds).toBe(true);
    expect(seal.certificates).toHaveLength(2);
  });

  it('of yesterday’s certificate still holds once another key seals', async () => {
    const before = await sealed();
    const next = await makeOwnCertificate('Rectorat, nouveau cachet (essai)');
    const after = await sealed(next);
    expect([before, after].map(({ pdf }) => sealOn(pdf).certificates[0]?.subject)).toEqual([
      'CN=Rectorat d’essai',
      'CN=Rectorat\\, nouveau cachet (essai)',
    ]);
    expect((await opened(next)).certificate.subject).toBe('Rectorat, nouveau cachet (essai)');
    expect([before, after].every(({ pdf }) => sealOn(pdf).holds)).toBe(true);
  });

  it('is not made with a certificate that has ended: the paper goes out as it is, and that is said', async () => {
    const ended = { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2021-01-01') };
    const made = await generate([{ name: 'commonName', value: 'Rectorat d’hier' }], ended);
    const said: unknown[] = [];
    const seal = await opened({ key: made.private, chain: made.cert, onTrouble: (error) => said.push(error) });
    expect(await seal.seal(paper, 'Cachet')).toBeNull();
    expect(String(said)).toContain('ended at 2021-01-01');
  });

  it('can’t be opened with a key of another certificate, without one, or with nonsense', async () => {
    const other = await makeOwnCertificate('Un autre');
    const refusal = async (given: Partial<SelfMade>): Promise<unknown> => {
      const seal = await openSeal({ ...own, ...given, timeStamper: null, onTrouble: () => undefined });
      return seal.ok ? null : seal.error;
    };
    expect(await refusal({ key: other.key })).toBe('the key is not that of the first certificate');
    expect(await refusal({ chain: '' })).toBe('the file of certificates holds none');
    expect(await refusal({ key: 'bonjour' })).toEqual(expect.any(String));
    const edwards = await generate([{ name: 'commonName', value: 'x' }], { keyType: 'ec', curve: 'P-521' });
    expect(await refusal({ key: edwards.private, chain: edwards.cert })).toContain('P-256');
  });

  it('is found valid by poppler, over the whole file', needs('pdfsig'), async () => {
    const { pdf } = await sealed({ timeStamper: askAuthority(authority.url, PATIENCE_MS) });
    const said = answerOf('pdfsig', ['-nocert', file('sealed.pdf', pdf)]).output.toString();
    for (const words of ['Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached'])
      expect(said).toContain(words);
  });

  it('is found valid by OpenSSL, and no longer of other bytes', needs('openssl'), async () => {
    const { pdf } = await sealed({ timeStamper: askAuthority(authority.url, PATIENCE_MS) });
    const { cms, content } = sealOn(pdf);
    const [signature, roots] = [file('cms.der', cms), file('roots.pem', own.chain)];
    const verified = (of: string) => {
      const read = ['-binary', '-inform', 'DER', '-in', signature, '-content', of];
      return answerOf('openssl', ['cms', '-verify', ...read, '-CAfile', roots, '-purpose', 'any', '-cades']);
    };
    const changed = Buffer.from(content);
    changed[100] = (changed[100] ?? 0) ^ 1;
    const [whole, other] = [verified(file('content', content)), verified(file('changed', changed))];
    expect(whole.output.equals(content)).toBe(true);
    expect([whole.succeeded, other.succeeded]).toEqual([true, false]);
  });
});

describe('The time-stamp', () => {
  it('goes into the seal, as what is not signed (PAdES B-T)', async () => {
    authority.become('well');
    const { pdf, level } = await sealed({ timeStamper: askAuthority(authority.url, PATIENCE_MS) });
    expect(level).toBe('B-T');
    const seal = sealOn(pdf);
    expect(seal.holds).toBe(true);
    expect(seal.unsignedAttributes).toEqual([OID.timeStampToken]);
    // The token speaks of the signature.
    const hash = createHash('sha256').update(seal.signature).digest();
    expect(seal.cms.includes(hash)).toBe(true);
  });

  it.each<Manner>(['of something else', 'refused', 'nonsense', 'down', 'forged', 'never'])(
    'that is %s is left out: the decision isn’t kept waiting, and that is said',
    async (manner) => {
      authority.become(manner);
      const said: unknown[] = [];
      const given = { timeStamper: askAuthority(authority.url, 200), onTrouble: (error: unknown) => said.push(error) };
      const { pdf, level } = await sealed(given);
      authority.become('well');
      expect(level).toBe('B-B');
      expect(sealOn(pdf)).toMatchObject({ holds: true, unsignedAttributes: [] });
      expect(said).toHaveLength(1);
    },
  );

  it('of an authority that failed isn’t asked for again at once: a batch doesn’t wait at each paper', async () => {
    authority.become('down');
    const seal = await opened({ timeStamper: askAuthority(authority.url) });
    const before = authority.asked();
    for (let rank = 0; rank < 3; rank += 1) expect((await seal.seal(paper, 'Cachet'))?.level).toBe('B-B');
    expect(authority.asked() - before).toBe(1);
  });
});
