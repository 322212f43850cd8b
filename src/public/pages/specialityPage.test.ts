import { describe, expect, it } from 'vitest';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { renderPage } from '../../ui/index.ts';
import { offersOf } from '../rules/officers.ts';
import { scopeOf } from '../rules/scope.ts';
import { hrefsIn, MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../testing.ts';

import { SpecialityPage } from './specialityPage.tsx';

const catalogue = await shippedCatalogue();
const plain = (html: string): string => textOf(html).replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ');

async function page(cfd: string): Promise<{ readonly html: string; readonly text: string }> {
  const { server, close } = await openDoor(siteAt(MOMENTS.open, catalogue));
  const { statusCode, body } = await server.inject(`/specialites/${cfd}`);
  await close();
  if (statusCode !== 200) throw new Error(`${cfd}: ${statusCode}`);
  return { html: body, text: plain(body) };
}

describe('The page of a speciality', () => {
  it('is there for each of the 57 that is not dormant, with every figure of the pack or that none is known', async () => {
    expect(catalogue.specialities()).toHaveLength(57);
    const { server, close } = await openDoor(siteAt(MOMENTS.open, catalogue));
    for (const { cfd, name, dormant } of catalogue.specialities()) {
      const { statusCode, body } = await server.inject(`/specialites/${cfd}`);
      expect([cfd, statusCode]).toEqual([cfd, dormant === undefined ? 200 : 404]);
      if (dormant !== undefined) continue;
      const text = plain(body);
      expect([cfd, text.includes(name.replaceAll('\u00a0', ' '))]).toEqual([cfd, true]);
      const levels = [...body.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      expect([cfd, textOf(body).match(/.{0,30}(\p{L} [:;!?»]|« |’).{0,10}/u)?.[0]]).toEqual([cfd, undefined]);
      const regulation = catalogue.regulation(cfd, 2024);
      for (const { title, coefficient, duration } of regulation?.units ?? []) {
        for (const written of [title, duration ?? '', String(coefficient ?? '')])
          expect([cfd, written, text.includes(written.replaceAll('\u00a0', ' '))]).toEqual([cfd, written, true]);
      }
      for (const title of regulation?.listedDiplomas?.titles ?? [])
        expect([cfd, text.includes(title.replaceAll('\u00a0', ' '))]).toEqual([cfd, true]);
    }
    await close();
  });

  it('keeps sources, doubts and notes among ourselves for the office', async () => {
    const scope = scopeOf(catalogue, {});
    const site = siteAt(MOMENTS.open, catalogue);
    const { server, close } = await openDoor(site);
    const ours =
      /nos (sources|copies)|\([^)]*\blue?s?\b[^)]*\)|n'a pas été (re)?lu|à vérifier|page privée|texte officiel\)|supposé|déduit|douteux|imprimé/;
    for (const offer of offersOf(catalogue, scope, MOMENTS.open)) {
      const { speciality, regulation } = offer;
      const text = plain((await server.inject(`/specialites/${speciality.cfd}`)).body);
      expect([speciality.cfd, ours.exec(text)?.[0]]).toEqual([speciality.cfd, undefined]);
      for (const source of [...(regulation?.sources ?? []), ...(regulation?.notes ?? []), ...speciality.sources]) {
        expect([speciality.cfd, text.includes(plain(source))]).toEqual([speciality.cfd, false]);
        const office = SpecialityPage({ site, chrome: PLAIN_CHROME, now: MOMENTS.open, scope, office: true, offer });
        expect(plain(renderPage(office))).toContain(plain(source));
      }
    }
    await close();
  });

  it('says of Coiffure what its order says', async () => {
    const { text, html } = await page('45033608');
    expect(text).toContain('Création, couleur, coupe, coiffage U10 6 pratique 2 h 30');
    expect(text).toContain('Coiffure événementielle (option A) (une seule de ces épreuves, à choisir)');
    expect(text).toContain('Langue vivante étrangère facultative UF points au-dessus de 10 oral');
    expect(text).toContain('Sans diplôme de la liste 5 ans de travail');
    expect(text).toContain('Avec un diplôme de la liste 2 ans de travail');
    expect(text).toContain('20 mois de travail, avec 800 heures de formation en centre');
    expect(text).toContain('12 mois de travail ; à partir de 6 mois, le rectorat en juge');
    expect(text).toContain('En formation continue 480 heures');
    expect(text).toContain('En apprentissage 400 heures par an');
    expect(text).toContain('MC Coloriste-permanentiste : U20 (sur demande).');
    expect(text).toContain('U11A et U20A, réunies en une seule note U10');
    expect(html).toContain('href="/simulateur/candidature?specialite=45033608"');
    expect(html).toContain('href="/simulateur/moyenne?specialite=45033608"');
  });

  it('says once of a whole column, and in each line of the others, what is not known', async () => {
    expect((await page('45025411')).text).toContain(
      'Coefficient, nature et durée des épreuves : votre gestionnaire vous répondra.',
    );
    expect((await page('45033104')).text).toMatch(/Législation et gestion U40 à préciser écrit/);
    const { text } = await page('45022110');
    expect(text).toContain("La liste des épreuves n'est pas encore complète ici. Vous pouvez vous inscrire");
    expect(text).toContain('Voici les épreuves déjà connues :');
    expect((await page('45023216')).text).toContain('En formation continue à préciser');
  });

  it('of one that is closed, or to come, says so and when, not that the office will complete it', async () => {
    for (const { cfd } of catalogue.specialities()) {
      const status = catalogue
        .specialitiesOf({ exam: 'bp', year: 2024 })
        .find(({ speciality }) => speciality.cfd === cfd)?.status;
      if (status?.code !== 'closed' && status?.code !== 'not-yet') continue;
      const { text } = await page(cfd);
      expect([cfd, /est (?:fermée|pas encore ouverte) : sa (?:dernière|première) session/.test(text)]).toEqual([
        cfd,
        true,
      ]);
      expect([cfd, text.includes('complétera')]).toEqual([cfd, false]);
    }
  });

  it('follows the shorter ways that an order fixes itself', async () => {
    expect((await page('45025411')).text).toContain(
      'En formation continue 450 heures Avec un bac pro du même secteur 240 heures',
    );
  });

  it("gives Préparateur en pharmacie its own rules, and none of the others'", async () => {
    const { text } = await page('45033104');
    expect(text).toContain("Travail en officine 2 ans, dans les 4 ans qui précèdent l'examen");
    expect(text).toContain('Heures de formation 800 heures');
    expect(text).not.toContain('Sans diplôme de la liste');
  });

  it('tells of the exemptions of the setting in force alone', async () => {
    const { text } = await page('45022108');
    expect(text).toContain('Baccalauréat, ou diplôme de la liste');
    expect(text).not.toContain('Diplôme de niveau au moins égal');
  });

  it('leads to no simulator for a closed speciality, nor to an average without units', async () => {
    expect(hrefsIn((await page('45031206')).html).filter((href) => href.startsWith('/simulateur/'))).toEqual([]);
    expect(hrefsIn((await page('45022110')).html).filter((href) => href.startsWith('/simulateur/'))).toEqual([
      '/simulateur/candidature?specialite=45022110',
    ]);
  });

  it('leads to simulators that know the speciality already', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, catalogue));
    const next = await server.inject('/simulateur/suite?question=candidature&candidature=distance&specialite=45033608');
    expect(next.headers.location).toMatch(/^\/simulateur\/dejaPresente\?.*specialite=45033608/);
    expect((await server.inject('/simulateur/candidature?specialite=45033608')).body).toMatch(
      /name="specialite" value="45033608"/,
    );
    expect(plain((await server.inject('/simulateur/moyenne?specialite=45033608')).body)).toContain(
      'Création, couleur, coupe, coiffage',
    );
    await close();
  });

  it('names what it replaces and what replaces it', async () => {
    expect(hrefsIn((await page('45031207')).html)).toContain('/specialites/45031206');
    expect(hrefsIn((await page('45031206')).html)).toContain('/specialites/45031207');
  });
});
