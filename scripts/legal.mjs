// npm run legal: draws what the office's own file on personal data (docs/legal) says of data: what is kept, who reads it and until when, and where
// each length comes from, as the site says it. `--check` changes nothing and fails where a page says otherwise.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { flag, readArguments } from './arguments.mjs';
import { root, tableOf, withDrawn, writeOrCheck } from './lib.mjs';

const REGISTER = 'docs/legal/register.md';
const IMPACT = 'docs/legal/impact.md';
/** Who reads what touches health. */
const CARERS = ['accommodation', 'doctor'];

/** Of each subject what it is, who reads it beside its person, and until when it is kept. */
export function dataTable(subjects, labels, untilOf) {
  const rows = subjects.map((one) => [
    one.what,
    one.readers.length === 0 ? 'Personne' : one.readers.map((reader) => labels[reader]).join('. '),
    untilOf(one),
  ]);
  return tableOf([['Donnée', 'Qui la lit, à part la personne', "Jusqu'à quand"], ...rows]);
}

async function drawings() {
  const { createCatalogue, listKept } = await import('../src/catalogue/index.ts');
  const { shippedPack } = await import('../src/catalogue/testing/shipped.ts');
  const { keptData, READERS, untilOf } = await import('../src/public/texts/keptData.ts');
  const { COOKIES } = await import('../src/cookies.ts');
  const installation = createCatalogue(await shippedPack()).installation();
  const until = (one) => untilOf(one, installation.kept);
  const subjects = Object.values(keptData(installation.kept));
  const ofHealth = subjects.filter(({ readers }) => readers.some((reader) => CARERS.includes(reader)));
  return {
    [REGISTER]: {
      data: dataTable(subjects, READERS, until),
      lengths: tableOf([
        ['Durée', "Aujourd'hui, et sa source"],
        ...listKept(installation).map(({ label, value }) => [label, value]),
      ]),
      cookies: tableOf([['Cookie', 'Sert à'], ...COOKIES.map(({ name, purpose }) => [`\`${name}\``, purpose])]),
    },
    [IMPACT]: { health: dataTable(ofHealth, READERS, until) },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  readArguments('legal', [flag('--check')]);
  const pages = Object.entries(await drawings()).map(([file, drawn]) => [
    file,
    Object.entries(drawn).reduce(
      (page, [mark, drawing]) => withDrawn(page, 'legal', mark, drawing),
      readFileSync(`${root}/${file}`, 'utf8'),
    ),
  ]);
  if (!writeOrCheck(Object.fromEntries(pages), 'legal')) process.exitCode = 1;
}
