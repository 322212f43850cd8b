import { h } from 'preact';
import { accountRefusals, actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, dossierOf, isRunning, type OwnEnrolment, reviewAnswers } from '../enrolment/index.ts';
import { findLatest, paperAddresses } from '../papers/index.ts';
import { closingOf, listPieces, type PieceWithFiles, refuseSigning, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../platform/http/visit.ts';
import {
  act,
  emptyForm,
  type Flash,
  type FormState,
  parseForm,
  type ShownAgain,
  show,
  typedForm,
  withFault,
} from '../ui/index.ts';
import { mailCode } from './actions/mailCode.ts';
import { endDoorOf, sendDoor } from './actions/sendDoor.ts';
import { signOnline } from './actions/signOnline.ts';
import { addresses } from './addresses.ts';
import { contentHash } from './contentHash.ts';
import type { SignatureDeps, SignaturePages } from './deps.ts';
import { doorRoutes } from './doorRoutes.ts';
import { signFields } from './pages/fields.ts';
import { PaperOnlyPage, SignedPage } from './pages/signedPage.tsx';
import { SignPage } from './pages/signPage.tsx';
import { WaitsPage } from './pages/waitsPage.tsx';
import { refusals } from './refusals.ts';
import { nextToSign } from './rules/whoSigns.ts';
import { signingOf } from './signingOf.ts';
import { lastDoor } from './store/doors.ts';
import { listSignatures } from './store/signatures.ts';
import { sentenceOf, texts } from './texts.ts';

/** The candidate's signature on line, and the door of whoever answers for a minor. */
export function signatureRoutes(deps: SignatureDeps & SignaturePages): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/signature';
  const again = (...[visit, own, state, status]: ShownAgain<OwnEnrolment>): Promise<Reply> =>
    showSignature(deps, visit, own, { state, status, byCode: visit.path.endsWith('/code') });
  const page = { who, refusals, again, fields: [] } as const;
  return [
    route({ method: 'GET', path, who, priority: 'deliver', handle: (visit, own) => showSignature(deps, visit, own) }),
    route({
      method: 'POST',
      path,
      who,
      note: "Le candidat dont c'est le dossier signe sa confirmation d'inscription en ligne.",
      handle: (visit, own) => sign(deps, visit, own),
    }),
    act({
      ...page,
      path: `${path}/code`,
      note: "Le candidat dont c'est le dossier demande le code qui sert à signer.",
      do: (_, own, visit) => mailCode(deps, actBy(visit, own.candidate), orderOf(own)),
      to: (_, { enrolment }) => `${addresses.byCode(enrolment.id)}#signer`,
    }),
    act({
      ...page,
      path: `${path}/lien`,
      note: "Le candidat mineur dont c'est le dossier envoie à son représentant légal le lien pour signer.",
      do: (_, { candidate, enrolment }, visit) => {
        const whose = { id: enrolment.id, candidateId: candidate.accountId };
        return sendDoor(deps, actBy(visit, candidate), whose);
      },
      to: (_, { enrolment }) => `${addresses.sign(enrolment.id)}?message=lien`,
    }),
    act({
      ...page,
      path: `${path}/lien/retirer`,
      note: "Le candidat dont c'est le dossier retire le lien envoyé à son représentant légal.",
      do: (_, { candidate, enrolment }, visit) => {
        const whose = { id: enrolment.id, candidateId: candidate.accountId };
        return endDoorOf(deps, actBy(visit, candidate), whose);
      },
      to: (_, { enrolment }) => `${addresses.sign(enrolment.id)}?message=retire`,
    }),
    ...doorRoutes(deps),
  ];
}

type Asked = { readonly state: FormState; readonly status: number; readonly byCode: boolean };

async function showSignature(deps: SignatureDeps, visit: Visit, own: OwnEnrolment, asked?: Asked): Promise<Reply> {
  const { enrolment } = own;
  const { state = emptyForm, status = 200, byCode = visit.query.par === 'code' } = asked ?? {};
  const onPaper = redirect(addresses.confirmation(enrolment.id));
  const { begunAt: now } = momentOnPage(deps, visit);
  const [paper, pieces, signatures, signing] = await Promise.all([
    findLatest(deps.db, enrolment.id, 'confirmation'),
    listPieces(deps.db, enrolment.id),
    listSignatures(deps.db, enrolment.id),
    signingOf(deps, deps.db, enrolment, now),
  ]);
  const sheet = pieces.find(({ code }) => code === SIGNED_CONFIRMATION);
  if (paper === null || sheet === undefined || !isRunning(enrolment)) return onPaper;
  if (enrolment.signature?.way === 'online' && enrolment.signature.version === enrolment.version)
    return showSigned(deps, visit, own, pieces);
  // What was just refused is said here; whoever only looks reads on the page of the paper where they are.
  if (asked === undefined && refuseSigning(sheet, { begunAt: now, now }) !== null) return onPaper;
  if (signing.paperOnly === 'setting') return onPaper;
  const chrome = await deps.chrome(visit, own.candidate, enrolment);
  if (signing.paperOnly !== null)
    return show(h(PaperOnlyPage, { chrome, enrolment, why: texts.paperOnly[signing.paperOnly] }));
  const given = signatures.filter(({ version }) => version === enrolment.version);
  const who = nextToSign(signing.by, given);
  if (who === null) return onPaper;
  const at = {
    chrome,
    csrf: visit.csrf(),
    flash: flashOf(visit, false),
    enrolment,
    closesAt: closingOf(sheet),
    now,
    state,
  };
  if (who.signer === 'representative')
    return show(h(WaitsPage, { ...at, who, door: await lastDoor(deps.db, enrolment) }), status);
  const circumstances = { catalogue: deps.catalogue(), now, person: own.candidate.candidate };
  return show(
    h(SignPage, {
      ...at,
      paper,
      contentSha256: contentHash(paper),
      address: who.address,
      representative: signing.by.find(({ signer }) => signer === 'representative') ?? null,
      fields: signFields(sentenceOf('candidate', paper), byCode ? 'code' : 'password'),
      byCode,
      setting: circumstances.catalogue.session(enrolment.session)?.switches.signature ?? 'paper',
      next: reviewAnswers(dossierOf(enrolment, circumstances)).next,
    }),
    status,
  );
}

const orderOf = ({ candidate, enrolment }: OwnEnrolment) => ({
  enrolmentId: enrolment.id,
  candidateId: candidate.accountId,
});

async function showSigned(
  deps: SignatureDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
  pieces: readonly PieceWithFiles[],
): Promise<Reply> {
  const session = deps.catalogue().session(enrolment.session);
  const remaining = session && (await deps.due(deps.db, { enrolment, session, pieces }, deps.clock.now(), 'candidate'));
  const signatures = await listSignatures(deps.db, enrolment.id);
  const last = signatures.at(-1)?.version;
  const paper = await findLatest(deps.db, enrolment.id, 'signed-confirmation');
  return show(
    h(SignedPage, {
      chrome: await deps.chrome(visit, candidate, enrolment),
      flash: flashOf(visit, true),
      enrolment,
      signatures: signatures.filter(({ version }) => version === last),
      paper: paper === null ? null : paperAddresses.paper(enrolment.id, paper.id),
      gives: remaining?.next?.act === 'give',
    }),
  );
}

function flashOf({ query: { message } }: Visit, isSigned: boolean): Flash | null {
  const said = { signee: texts.done.flash, ...(isSigned ? {} : { lien: texts.done.sent, retire: texts.done.ended }) };
  const text = new Map(Object.entries(said)).get(message ?? '');
  return text === undefined ? null : { tone: 'ok', text };
}

async function sign(deps: SignatureDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const byCode = visit.body.par === 'code';
  const fields = signFields('', byCode ? 'code' : 'password');
  const read = parseForm(fields, visit.body);
  const again = (state: FormState, status: number): Promise<Reply> =>
    showSignature(deps, visit, own, { state, status, byCode });
  if (!read.ok) return again(read.error, 422);
  const typed = typedForm(fields, visit.body);
  const [, proof] = fields;
  if ('current' in read.value) {
    const checked = await deps.accounts.checkPassword(candidate, read.value.current);
    if (!checked.ok)
      return again(
        withFault(typed, proof.name, accountRefusals.inWords(checked.error)),
        accountRefusals.status(checked.error),
      );
  }
  const done = await signOnline(deps, actBy(visit, candidate), {
    ...orderOf(own),
    version: versionIn(visit),
    contentSha256: typeof visit.body.contenu === 'string' ? visit.body.contenu : '',
    proof: 'code' in read.value ? { by: 'code', code: read.value.code } : { by: 'password' },
  });
  if (done.ok) return redirect(`${addresses.sign(enrolment.id)}?message=signee`);
  return again(
    withFault(typed, refusals.fieldOf(done.error), refusals.inWords(done.error)),
    refusals.status(done.error),
  );
}
