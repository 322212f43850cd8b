import type { Catalogue } from '../../catalogue/index.ts';
import type { RegisteredFile } from '../../enrolment/index.ts';
import { type About, aboutOf } from '../../post/index.ts';

/** What a paper on a registered version is made from. */
export type Setting = About & Pick<RegisteredFile, 'registeredAt' | 'dossier' | 'review'>;

export function settingOf(catalogue: Catalogue, file: RegisteredFile): Setting {
  const { enrolment, candidate, registeredAt, dossier, review } = file;
  return { ...aboutOf(catalogue, enrolment, candidate), registeredAt, dossier, review };
}
