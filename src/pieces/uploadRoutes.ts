import { isOurs } from '../keptFiles/index.ts';
import { besidePages } from '../platform/database/besidePages.ts';
import { createPace } from '../platform/http/pace.ts';
import {
  type Guard,
  json,
  problem,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
} from '../platform/http/visit.ts';
import type { Act } from '../platform/journal.ts';
import { addPart } from './actions/addPart.ts';
import type { SheetOrder } from './actions/addSheets.ts';
import { beginUpload } from './actions/beginUpload.ts';
import { dropUpload } from './actions/dropUpload.ts';
import { type Finished, finishUpload } from './actions/finishUpload.ts';
import type { PiecesDeps } from './deps.ts';
import { PART, SIGNED_CONFIRMATION } from './piece.ts';
import { type Refusal, refusals } from './refusals.ts';
import { type AnnouncedUpload, findUpload } from './store/uploads.ts';
import { uploadTexts } from './uploadTexts.ts';
import { saidIn } from './visitedPiece.tsx';

/** Parts that an account sends: so many at once, then so many a second. */
const PARTS_PACE = { burst: 60, perSecond: 10 } as const;
const LONGEST_NAME = 255;
/** After a refusal that isn't the person's doing: what arrived is kept, and their browser asks again by itself. */
const RETRY_SECONDS = 15;

/** By whom, and for which piece, files arrive in parts. */
export type UploadRoad<Grant> = {
  /** Of the addresses: the uploads of one piece. */
  readonly path: string;
  readonly who: Guard<Grant>;
  readonly order: (visit: Visit, grant: Grant) => SheetOrder;
  readonly act: (visit: Visit, grant: Grant) => Act;
  /** Why it may not be used (any more); `ends`: what is asked is the end of an upload, whose first answer may have been lost. */
  readonly refuse?: (grant: Grant, ends: boolean) => Refusal | null;
  /** Where the person goes once the file is taken; where one is given up. */
  readonly goesTo: (visit: Visit, order: SheetOrder, done: Finished | null) => string;
};

/** The subset of tus that a browser's form needs (decision 090): create, add, ask, finish, give up. Answers in JSON. */
export function uploadRoutes<Grant>(deps: PiecesDeps, road: UploadRoad<Grant>): readonly Route[] {
  const { path, who } = road;
  const takePace = createPace(PARTS_PACE);
  const paced =
    (handle: (visit: Visit, grant: Grant) => Promise<Reply>, ends = false) =>
    async (visit: Visit, grant: Grant): Promise<Reply> => {
      const shut = road.refuse?.(grant, ends) ?? null;
      if (shut !== null) return refusedWith(shut);
      const wait = takePace(road.order(visit, grant).candidateId);
      if (wait === 0) return handle(visit, grant);
      const refused = refusedWith({ code: 'too-fast' });
      return { ...refused, headers: { ...refused.headers, 'retry-after': String(wait) } };
    };
  return [
    route({
      method: 'POST',
      path,
      who,
      note: 'Qui dépose une pièce commence un envoi par parties.',
      handle: paced((visit, grant) => begin(deps, road, visit, grant)),
    }),
    route({
      method: 'GET',
      path: `${path}/:envoi`,
      who,
      handle: paced((visit, grant) => ask(deps, road, visit, grant)),
    }),
    route({
      method: 'POST',
      path: `${path}/:envoi`,
      who,
      upload: true,
      note: 'Qui dépose une pièce envoie une partie de son fichier.',
      handle: paced((visit, grant) => add(deps, road, visit, grant)),
    }),
    route({
      method: 'POST',
      path: `${path}/:envoi/terminer`,
      who,
      note: 'Qui dépose une pièce termine son envoi.',
      handle: paced((visit, grant) => besidePages(() => finish(deps, road, visit, grant)), true),
    }),
    route({
      method: 'POST',
      path: `${path}/:envoi/abandonner`,
      who,
      note: 'Qui dépose une pièce abandonne son envoi.',
      handle: paced(async (visit, grant) => {
        const order = road.order(visit, grant);
        await dropUpload(deps, { ...order, uploadId: visit.params.envoi ?? '' });
        return redirect(road.goesTo(visit, order, null));
      }),
    }),
  ];
}

/** `words`: what is said in the place of the refusal's own. */
function refusedWith(refusal: Refusal, words = refusals.inWords(refusal)): Reply {
  const status = refusals.status(refusal);
  // Not a refusal to a program, but where to go on.
  if (refusal.code === 'part-misplaced') return json({ received: refusal.received }, status);
  const answer = problem(words, status);
  return isOurs(refusal) ? { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_SECONDS) } } : answer;
}

async function begin<Grant>(deps: PiecesDeps, road: UploadRoad<Grant>, visit: Visit, grant: Grant): Promise<Reply> {
  const announced = readAnnounced(visit.body);
  if (announced === null) return problem(uploadTexts.announced, 422);
  const begun = await beginUpload(deps, road.act(visit, grant), road.order(visit, grant), announced);
  if (!begun.ok) return refusedWith(begun.error);
  const { id, received, size } = begun.value;
  return json({ id, received, size });
}

function readAnnounced({ nom, taille, empreinte }: Readonly<Record<string, unknown>>): AnnouncedUpload | null {
  if (typeof nom !== 'string' || nom === '' || typeof taille !== 'string' || !/^\d{1,12}$/.test(taille)) return null;
  const sha256 = typeof empreinte === 'string' && /^[0-9a-f]{64}$/.test(empreinte) ? empreinte : null;
  return { name: [...nom.replaceAll('\0', '')].slice(-LONGEST_NAME).join(''), size: Number(taille), sha256 };
}

async function ask<Grant>(deps: PiecesDeps, road: UploadRoad<Grant>, visit: Visit, grant: Grant): Promise<Reply> {
  const { enrolmentId, code } = road.order(visit, grant);
  const found = await findUpload(deps.db, enrolmentId, code, visit.params.envoi ?? '');
  return found === null ? refusedWith({ code: 'upload-gone' }) : json({ received: found.received, size: found.size });
}

async function add<Grant>(deps: PiecesDeps, road: UploadRoad<Grant>, visit: Visit, grant: Grant): Promise<Reply> {
  const { fields, file } = await visit.upload({ files: 1, bytes: PART.most });
  const { debut } = fields;
  const start = typeof debut === 'string' && /^\d{1,12}$/.test(debut) ? Number(debut) : -1;
  const order = { ...road.order(visit, grant), uploadId: visit.params.envoi ?? '', start, file };
  const added = await addPart(deps, road.act(visit, grant), order);
  return added.ok ? json({ received: added.value }) : refusedWith(added.error);
}

async function finish<Grant>(deps: PiecesDeps, road: UploadRoad<Grant>, visit: Visit, grant: Grant): Promise<Reply> {
  const order = road.order(visit, grant);
  const done = await finishUpload(deps, road.act(visit, grant), {
    ...order,
    uploadId: visit.params.envoi ?? '',
    prepare: visit.body.preparer === 'oui',
    ...(order.phone === undefined && saidIn(visit.body)),
  });
  if (!done.ok) return refusedWith(done.error, isOurs(done.error) ? uploadTexts.kept : undefined);
  // The file is taken: whatever the reading meets is for its job to meet again.
  if (order.code === SIGNED_CONFIRMATION && done.value.receipt !== null)
    await deps.sheets?.read(order.enrolmentId).catch(() => undefined);
  return json({ to: road.goesTo(visit, order, done.value) });
}
