import type { Catalogue, Regulation } from '../../src/catalogue/index.ts';
import { heldByRegulation } from '../../src/places/index.ts';
import type { Desk } from './desk.ts';
import { TURN } from './places.ts';

/** Marks what this script writes: no office may take it for a figure of the law. */
const FICTITIOUS = 'Chiffre fictif, écrit pour un essai';

/**
 * The figures that no source gives are written in the editor, speciality by speciality, and published by somebody else. Answers the
 * titles of the regulations that were completed.
 */
export async function completeRules(
  { head, admin }: { readonly head: Desk; readonly admin: Desk },
  catalogue: Catalogue,
  { specialities, year }: { readonly specialities: readonly string[]; readonly year: number },
): Promise<readonly string[]> {
  await head.open('/gestion/regles');
  await head.page.getByLabel('Titre du brouillon').fill('Chiffres fictifs pour un essai');
  await head.press('Commencer un brouillon');
  const draft = new URL(head.page.url()).pathname;
  const completed: string[] = [];
  for (const cfd of specialities) {
    await head.open(`${draft}/specialites/${cfd}`);
    const speciality = catalogue.speciality(cfd);
    const known = catalogue.regulation(cfd, year);
    if (speciality?.scaffolding?.units === null && known !== undefined) await writeCertificateUnits(head, known);
    await head.open(`${draft}/specialites/${cfd}`);
    const links = await head.page
      .locator('main a')
      .evaluateAll((all) =>
        all.map((one) => one.getAttribute('href') ?? '').filter((href) => /reglements\/[^/]+$/.test(href)),
      );
    const [regulation] = links.filter((href) => !href.endsWith('/nouveau'));
    if (regulation === undefined) throw new Error(`No regulation of ${cfd}`);
    await head.open(regulation);
    const written = await writeFigures(head);
    if (written === 0) continue;
    await head.press('Enregistrer');
    completed.push(speciality?.name ?? cfd);
  }
  await head.open(draft);
  await head.page.getByLabel(/À quoi sert ce changement/).fill(FICTITIOUS);
  await head.press('Soumettre');
  await admin.open(`${draft}/relire`);
  // Enrolments that are touched keep the pieces that they were asked.
  const applied = admin.page.locator('main input[name="applied"][value="non"]');
  if ((await applied.count()) > 0) await applied.check();
  const said = await admin.press('Publier ces règles');
  if (!said.includes('Ces règles sont en vigueur.')) throw new Error(said.slice(0, 2_000));
  return completed;
}

async function writeFigures({ page }: Desk): Promise<number> {
  // Each unit is folded.
  await page.locator('main details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  const names = await page
    .locator('main input[type=text]')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
  let written = 0;
  for (const name of names) {
    const [, index, field] = /^units-(\d+)-(coefficient|duration|mode)$/.exec(name) ?? [];
    if (index === undefined || field === undefined) continue;
    const input = page.locator(`main input[name="${name}"]`);
    const kind = await page.locator(`main select[name="units-${index}-kind"]`).inputValue();
    if ((await input.inputValue()) !== '' || (field === 'coefficient' && kind.includes('OPTIONAL'))) continue;
    // Unlike figures, so that a wrong one shows in an average.
    const mode = await page.locator(`main input[name="units-${index}-mode"]`).inputValue();
    const duration = heldByRegulation({ mode }) === 'oral' ? `${TURN} min` : '2 h';
    const figures = { coefficient: String(1 + (Number(index) % 5)), duration, mode: 'écrit' };
    await input.fill(figures[field as keyof typeof figures]);
    await page.locator(`main input[name="units-${index}-source"]`).fill(FICTITIOUS);
    written += 1;
  }
  return written;
}

/** The first unit of the trade needs the certificate of safety, says this script and no text. */
async function writeCertificateUnits(head: Desk, regulation: Regulation): Promise<void> {
  const first = regulation.units.find(({ kind }) => kind === 'PRO') ?? regulation.units[0];
  await head.page.locator('main textarea[name="scaffolding-units"]').fill(first?.id ?? '');
  await head.press('Enregistrer');
}
