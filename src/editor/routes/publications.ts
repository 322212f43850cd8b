import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, readsFiles, type SignedInStaff } from '../../accounts/index.ts';
import {
  findPublication,
  listPublications,
  type PackFile,
  type Publication,
  publicationBefore,
} from '../../catalogue/index.ts';
import { file, type Guard, type Reply, type Route, reaching, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { recordPeopleRead } from '../actions/recordPeopleRead.ts';
import { HOME } from '../addresses.ts';
import { pageFrame, startAndGo } from '../answers.ts';
import { packArchive } from '../archive.ts';
import type { EditorDeps } from '../deps.ts';
import { compareFiles } from '../examination.ts';
import { ruleKeeper } from '../guards.ts';
import { namesOf } from '../names.ts';
import { PublicationPage } from '../pages/publicationPage.tsx';
import { changesBetween } from '../rules/files.ts';
import { draftOfPublication } from '../store/drafts.ts';
import { listEffects } from '../store/effects.ts';
import { texts } from '../texts/checking.ts';

type AtPublication = {
  readonly staff: SignedInStaff;
  readonly publication: Publication & { readonly files: readonly PackFile[] };
};

/** What was published, read again, taken away as files, or begun from again. */
export function publicationRoutes(deps: EditorDeps): readonly Route[] {
  const who = publicationKeeper(deps);
  const path = `${HOME}/publications/:id`;
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showPublication(deps, visit, at) }),
    route({
      method: 'GET',
      path: `${path}/export.zip`,
      who,
      handle: async (_visit, { publication }) => archive(publication.files, `regles-publication-${publication.id}.zip`),
    }),
    route({
      method: 'POST',
      path: `${path}/reprendre`,
      who,
      note: "Qui tient les règles commence un brouillon qui remet en vigueur des règles d'avant.",
      handle: (visit, at) => restore(deps, visit, at),
    }),
  ];
}

export function archive(files: readonly PackFile[], name: string): Reply {
  const bytes = packArchive(files);
  return file(bytes, 'application/zip', name, 'attachment', bytes.length);
}

function publicationKeeper(deps: EditorDeps): Guard<AtPublication> {
  const keeper = ruleKeeper(deps);
  return reaching(keeper, 'a publication', async (staff, visit) => {
    const { id = '' } = visit.params;
    const publication = /^\d{1,9}$/.test(id) ? await findPublication(deps.db, Number(id)) : null;
    return publication === null ? null : { staff, publication };
  });
}

async function showPublication(deps: EditorDeps, visit: Visit, { staff, publication }: AtPublication): Promise<Reply> {
  const { id } = publication;
  const [inForce] = await listPublications(deps.db, 1);
  const before = await publicationBefore(deps.db, id);
  const [effects, named] = [await listEffects(deps.db, staff.academy, id), readsFiles(staff)];
  const subject = { stream: `rules:publication-${id}`, academy: staff.academy, session: null };
  if (named) await recordPeopleRead(deps, actBy(visit, staff), subject, effects.length);
  return show(
    h(PublicationPage, {
      ...(await pageFrame(deps, visit, staff)),
      publication,
      isInForce: inForce?.id === id,
      draft: await draftOfPublication(deps.db, staff.academy, id),
      differences: before === null ? undefined : await compareFiles(deps, before.files, publication.files),
      effects,
      named,
      nameOf: await namesOf(deps, staff.academy),
      idempotencyKey: randomUUID(),
    }),
  );
}

/** A draft that puts these rules back: read again and published like any other. */
async function restore(deps: EditorDeps, visit: Visit, { staff, publication }: AtPublication): Promise<Reply> {
  const changes = changesBetween(deps.rules.inForce().files, publication.files);
  const title = texts.publication.restoreTitle(publication.id);
  return startAndGo(deps, visit, staff, { title, changes });
}
