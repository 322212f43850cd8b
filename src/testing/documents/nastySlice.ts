import { FILE_REFUSALS, fileRefusals } from '../../keptFiles/index.ts';
import { turnOf } from '../turn.ts';
import { wordsIn } from '../words.ts';
import { luck } from './mutants.ts';
import type { NastyFile } from './nastyFile.ts';
import { nastyFiles } from './nastyFiles.ts';

/** So many of the nasty files, others for each seed; all of them by `npm run fuzz`. */
export function nastySlice(seed: number, many: number): readonly NastyFile[] {
  if (Number(process.env.REGISTRE_FUZZ_SECONDS ?? '0') > 0) return nastyFiles;
  const first = luck(seed).below(nastyFiles.length - many);
  return nastyFiles.slice(first, first + many);
}

/** By which refusal a page says no to a file, as nasty files name it. */
export function fileRefusalIn(body: string): string {
  const said = wordsIn(body);
  const code = FILE_REFUSALS.find((one) => said.includes(wordsIn(fileRefusals.inWords({ code: one }))));
  if (code === undefined) throw new Error(said.slice(0, 2_000));
  return code.replace('file-', '');
}

/** Every other nasty file goes by the plain form, the others by the ways that take more: in `npm test` each goes by one of the two, then by the other. */
export function goesByTheForm(index: number): boolean {
  const turn = turnOf(2);
  return turn === null || index % 2 === turn;
}

/** Where all go by the form, every other one by another way too. */
export function goesByOtherWays(index: number): boolean {
  return index % 2 !== (turnOf(2) ?? 0);
}
