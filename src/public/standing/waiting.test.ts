import { describe, expect, it } from 'vitest';
import type { HeldBack } from '../../platform/admission/admission.ts';
import { placeFor } from '../../platform/admission/place.ts';
import { heldIn, postIn, visitIn } from '../examples.tsx';
import { MOMENTS, parisInstant, shippedCatalogue, siteAt, textOf } from '../testing.ts';
import { createWaiting } from './waiting.tsx';

const waiting = createWaiting(siteAt(MOMENTS['in the closing minute'], await shippedCatalogue()));
const T = parisInstant('2023-12-01T16:52:10').epochMilliseconds;
const held = (holder: string, about?: number | null) => heldIn(T, holder, about);
const plain = (answer: { readonly body: unknown }): string => textOf(String(answer.body)).replace(/\s+/g, ' ');

describe('The waiting room', () => {
  it('says the place, the turn, that nothing is lost and that nothing is closed; it asks again without a script', () => {
    const answer = waiting(visitIn(), held('somebody'));
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ refresh: '20', 'retry-after': '20', 'cache-control': 'no-store' });
    const said = plain(answer);
    expect(said).toContain("Ce n'est pas une fermeture des inscriptions");
    expect(said).toMatch(/Votre place date du .*16 h 52 min 10 s/);
    expect(said).toContain('Votre tour vient dans 3 minutes environ.');
    expect(said).toContain('toutes les 20 secondes');
    expect(said).toContain("Rien n'est perdu");
    expect(said).toContain('Les inscriptions restent ouvertes');
    expect(String(answer.body)).not.toMatch(/of-this-visit|<script|<form/);
  });
  it('promises the minutes to who is signed in, and to nobody else', () => {
    expect(plain(waiting(visitIn(), held('somebody')))).toContain(
      'Les minutes que vous attendez ici vous sont rendues',
    );
    expect(plain(waiting(visitIn(), held('somebody')))).toContain('Elles comptent tant que cette page reste ouverte');
    for (const byHand of [{ query: { attente: 'manuelle' } }, { method: 'POST' }])
      expect(plain(waiting(visitIn(byHand), held('somebody')))).toContain('une minute environ après chaque essai');
    const stranger = plain(waiting(visitIn(), held('')));
    expect(stranger).not.toContain('vous sont rendues.');
    expect(stranger).toContain("Vous n'êtes pas connecté");
  });
  it('offers who waits at the door no way to the same door', () => {
    const link = '>Me connecter<';
    expect(String(waiting(visitIn(), held('')).body)).toContain(link);
    const atDoor = waiting(visitIn({ path: '/connexion', address: '/connexion?suite=/x' }), held(''));
    expect(String(atDoor.body)).not.toContain(link);
    expect(plain(atDoor)).toContain("Vous n'êtes pas connecté");
  });
  it('does not say what it does not know', () => {
    expect(plain(waiting(visitIn(), held('', null)))).toContain(
      'Nous ne savons pas encore dire quand viendra votre tour.',
    );
  });
  it('is each visitor’s own, though the page is kept', () => {
    const later = { ...held('somebody', 20), place: placeFor(null, 'somebody', T + 5_000, 15_000) } as HeldBack;
    waiting(visitIn(), held('somebody'));
    const said = plain(waiting(visitIn(), later));
    expect(said).toContain('16 h 52 min 15 s');
    expect(said).toContain("Votre tour vient dans moins d'une minute.");
  });
  it('stops asking by itself for who wants so, and begins again; the address is kept and can write nothing', () => {
    const address = '/specialites?examen=bp&q="><b>';
    const link = /href="([^"]*attente=manuelle[^"]*)"/.exec(String(waiting(visitIn({ address }), held('')).body))?.[1];
    expect(link).toBe('/specialites?examen=bp&amp;q=%22%3E%3Cb%3E&amp;attente=manuelle');
    const answer = waiting(
      visitIn({ address: `${address}&attente=manuelle`, query: { attente: 'manuelle' } }),
      held(''),
    );
    expect(answer.headers.refresh).toBeUndefined();
    expect(plain(answer)).toContain("Cette page ne se recharge plus d'elle-même");
    expect(String(answer.body)).toContain('href="/specialites?examen=bp&amp;q=%22%3E%3Cb%3E"');
  });
  it('gives a form back, to be sent by one press; of a file it says that it was not received', () => {
    const form = waiting(
      visitIn({ ...postIn(), body: { jeton: 'x', ville: 'Clermont', motdepasse_pass: 'Volcan' } }),
      held(''),
    );
    expect(form.headers.refresh).toBeUndefined();
    expect(String(form.body)).toContain('<form class="act" method="post" action="/compte/creer">');
    expect(String(form.body)).toContain('name="ville" value="Clermont"');
    expect(String(form.body)).not.toContain('Volcan');
    expect(String(form.body)).toContain('<li>Clermont</li>');
    expect(plain(form)).not.toContain('Réponse 1');
    const file = waiting(visitIn(postIn({ 'content-type': 'multipart/form-data' })), held('somebody'));
    expect(plain(file)).toContain("Votre fichier n'a pas été reçu");
    expect(String(file.body)).not.toContain('<form');
  });
  it('gives another site’s form no button', () => {
    const post = postIn({ 'sec-fetch-site': 'cross-site' });
    const answer = waiting(visitIn({ ...post, body: { ville: 'Clermont' } }), held(''));
    expect(String(answer.body)).not.toContain('<form');
  });
  it('says of what is put off that it comes back', () => {
    const answer = waiting(visitIn(), { is: 'later', again: 60 });
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '60']);
    expect(plain(answer)).toContain('Cette page est remise à plus tard');
  });
});
