import { type Document, isMap, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const SPECIALITIES = /^exams\/[^/]+\/specialities\.yaml$/;
const ACADEMY = /^academies\/[^/]+\.yaml$/;
const INSTALLATION = 'installation.yaml';

type Charge = {
  readonly portfolio: unknown;
  readonly cfd: unknown;
  readonly basis: unknown;
  readonly confidence: unknown;
};

/** Who follows a speciality stood on the speciality, as if there were one academy; each academy says its own. */
export function academyFollows(files: readonly PackFile[]): readonly PackFile[] {
  const charges: Charge[] = [];
  const without = files.map((file) => {
    if (!SPECIALITIES.test(file.file) || !/^ {2}portfolio:/m.test(file.text)) return file;
    return rewritten(file, (document) => {
      for (const one of mapsIn(document.contents)) {
        charges.push({ cfd: one.get('cfd'), ...chargeIn(one.get('portfolio')) });
        one.delete('portfolio');
      }
    });
  });
  if (charges.length === 0) return files;
  return without.map((file) =>
    ACADEMY.test(file.file) ? rewritten(file, (document) => follow(document, charges)) : file,
  );
}

function chargeIn(portfolio: unknown): Omit<Charge, 'cfd'> {
  const said = (key: string): unknown => (isMap(portfolio) ? portfolio.get(key) : undefined);
  return { portfolio: said('code'), basis: said('basis'), confidence: said('confidence') };
}

/** A draft may hold one of the two files as it was and the other as it is: what the speciality says is newer. */
function follow(document: Document, charges: readonly Charge[]): void {
  for (const portfolio of mapsIn(document.get('portfolios'))) {
    const moved = new Set(charges.map(({ cfd }) => cfd));
    const kept = mapsIn(portfolio.get('specialities')).filter((one) => !moved.has(one.get('cfd')));
    const own = charges.filter((one) => one.portfolio === portfolio.get('code'));
    const list = own.map(({ cfd, basis, confidence }) =>
      document.createNode({ cfd, basis, confidence }, { flow: true }),
    );
    portfolio.set('specialities', document.createNode([...kept, ...list]));
  }
}

/** The rules of accounts stood on the first academy; they are the installation's. */
export function installationSaysAccounts(files: readonly PackFile[]): readonly PackFile[] {
  // Beside the installation's own, an academy's is what it asks for itself.
  if (files.some(({ file }) => file === INSTALLATION)) return files;
  let account: unknown;
  const without = files.map((file) => {
    if (!ACADEMY.test(file.file) || !/^account:/m.test(file.text)) return file;
    return rewritten(file, (document) => {
      account ??= document.toJS().account;
      document.delete('account');
    });
  });
  if (account === undefined) return without;
  return [...without, { file: INSTALLATION, text: stringify({ account }) }];
}

/** How long things are kept stood in the program: an office that said none of it, or not all, is given what was so, and confirms it. */
export function installationSaysKept(file: PackFile): PackFile {
  if (file.file !== INSTALLATION) return file;
  const delivered = deliveredFile(INSTALLATION)?.get('kept');
  if (!isMap(delivered)) return file;
  const said = parseDocument(file.text);
  const missing = delivered.items.filter(({ key }) => !said.hasIn(['kept', String(key)]));
  if (missing.length === 0) return file;
  return rewritten(file, (document) => {
    for (const { key, value } of missing) document.setIn(['kept', String(key)], value);
  });
}

function mapsIn(list: unknown): readonly YAMLMap[] {
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}
