import { type LiveCatalogue, openLiveCatalogue, toComplete } from './catalogue/index.ts';
import type { Configuration } from './configuration.ts';
import { openSeries } from './enrolment/index.ts';
import { MAILS } from './everyMail.ts';
import type { Database } from './platform/database/database.ts';

/** The rule pack in force; a faulty one is said, with every fault, and the one before stays. */
export async function openCatalogue(
  db: Database,
  configuration: Configuration,
  say: (line: string) => void,
): Promise<LiveCatalogue> {
  const opened = await openLiveCatalogue({
    db,
    folders: configuration.catalogueFolders,
    mails: MAILS,
    relativeSessions: configuration.mode === 'demonstration',
    prepare: async (catalogue) => {
      for (const session of catalogue.sessions()) await openSeries(db, session.academy, session.code);
    },
    say,
  });
  const faults = opened.ok ? opened.value.refused : opened.error;
  for (const { file, line, column, message } of faults) say(`catalogue/${file}:${line}:${column} ${message}`);
  if (!opened.ok) throw new Error('The rule pack is refused, and no other was in force before.');
  if (faults.length > 0) say('The rule pack is refused; the one before stays in force.');
  if (opened.value.delivered() !== null)
    say('The catalogue was delivered anew; the rules that the office published stay in force, see /gestion/regles.');
  if (configuration.mode === 'production')
    for (const { code, legal } of opened.value.current().academies())
      for (const what of toComplete(legal))
        say(`Not said yet by the academy ${code}, and the law has it printed: « ${what} », see /gestion/regles.`);
  return opened.value;
}
