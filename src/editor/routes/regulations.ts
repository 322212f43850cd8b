import { type Guard, type Route, reaching } from '../../platform/http/visit.ts';
import type { Fault } from '../../ui/index.ts';
import { addresses, DRAFT } from '../addresses.ts';
import type { EditorDeps } from '../deps.ts';
import { pageOf } from '../doors.ts';
import type { AtDraft } from '../guards.ts';
import { codeOf, entriesOn, type PackEntry, slugOf } from '../rules/entries.ts';
import { endedBefore, sourceOf, versionFile, versionOf } from '../rules/regulationEdits.ts';
import { numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { atEntry } from './atEntry.ts';
import { formRoutes } from './entries.ts';
import type { EditedSubject, Special } from './special.ts';

const say = texts.version;

type AtRegulation = { readonly at: AtDraft; readonly regulation: PackEntry };

/** A regulation of a speciality: its units, a new version of it, the first one. */
export function regulationRoutes(deps: EditorDeps): readonly Route[] {
  const who = atRegulation(deps);
  const path = `${DRAFT}/specialites/:cfd/reglements`;
  const one = ({ at, regulation }: AtRegulation): EditedSubject => ({ at, entry: regulation, fresh: false });
  return [
    ...formRoutes(
      deps,
      `${path}/nouveau`,
      'regulations',
      () => ({}),
      atEntry(deps, 'specialities', 'cfd'),
      ({ at }) => ({
        at,
        entry: null,
        fresh: true,
      }),
    ),
    ...formRoutes(deps, `${path}/:file`, 'regulations', () => ({}), who, one),
    ...formRoutes(
      deps,
      `${path}/:file/version`,
      'regulations',
      ({ regulation }) => ofVersion(regulation),
      who,
      ({ at, regulation }) => ({
        at,
        entry: versionOf(regulation, say.note(textAt(regulation.value, ['title']))),
        fresh: true,
      }),
    ),
  ];
}

/** The one copied ends where the new one begins. */
function ofVersion(regulation: PackEntry): Special {
  const since = numberAt(regulation.value, ['firstSession']);
  return {
    looks: ({ at }) => ({
      title: say.title,
      lead: say.lead(textAt(regulation.value, ['title'])),
      back: addresses.part(at.draft.id, pageOf(at, 'regulations', regulation)),
    }),
    faults: ({ at }, { firstSession, order }): readonly Fault[] => [
      ...(typeof firstSession !== 'number'
        ? [{ field: 'firstSession', message: say.firstMissing }]
        : since !== null && firstSession <= since
          ? [{ field: 'firstSession', message: say.tooEarly }]
          : at.files.some(({ file }) => file === versionFile(regulation, firstSession))
            ? [{ field: 'firstSession', message: say.taken }]
            : []),
      ...(typeof order === 'string' ? [] : [{ field: 'order', message: say.orderMissing }]),
    ],
    more: (_, { order }) => sourceOf(order),
    file: ({ firstSession }) => versionFile(regulation, Number(firstSession)),
    also: (files, { firstSession }) => endedBefore(files, regulation, Number(firstSession)),
  };
}

function atRegulation(deps: EditorDeps): Guard<AtRegulation> {
  const speciality = atEntry(deps, 'specialities', 'cfd');
  return reaching(speciality, 'one of its regulations', async (found, visit) => {
    const regulation = entriesOn(found.at.files, 'regulations').find(
      (one) => codeOf(one, 'regulations') === visit.params.cfd && slugOf(one) === visit.params.file,
    );
    return regulation === undefined ? null : { at: found.at, regulation };
  });
}
