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
  type Field,
  type Flash,
  type FormState,
  parseForm,
  show,
  typedForm,
  withFault,
} from '../ui/index.ts';
import { mailCode } from './actions/mailCode.ts';
import { signOnline } from './actions/signOnline.ts';
import { addresses } from './addresses.ts';
import { contentHash } from './contentHash.ts';
import type { SignatureDeps } from './deps.ts';
import { signFields } from './pages/fields.ts';
import { PaperOnlyPage, SignedPage } from './pages/signedPage.tsx';
import { SignPage } from './pages/signPage.tsx';
import { type Refusal, refusals } from './refusals.ts';
import { type InvitedSigner, nextToSign } from './rules/whoSigns.ts';
import { SIGNERS, type SignerRole } from './signature.ts';
import { signingOf } from './signingOf.ts';
import { listSignatures } from './store.ts';
import { sentenceOf, texts } from './texts.ts';

/** The candidate's signature on line. */
export function signatureRoutes(deps: SignatureDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/signature';
  return [
    route({ method: 'GET', path, who, priority: 'deliver', handle: (visit, own) => showSignature(deps, visit, own) }),
    route({
      method: 'POST',
      path,
      who,
      note: "Le candidat dont c'est le dossier signe sa confirmation d'inscription en ligne\u00a0; son représentant légal, par un code.",
      handle: (visit, own) => sign(deps, visit, own),
    }),
    act({
      path: `${path}/code`,
      who,
      refusals,
      note: "Le candidat dont c'est le dossier demande le code qui sert à signer.",
      fields: [],
      do: (_, { candidate, enrolment }, visit) => {
        const order = { enrolmentId: enrolment.id, candidateId: candidate.accountId, signer: signerIn(visit) };
        return mailCode(deps, actBy(visit, candidate), order);
      },
      to: (_, { enrolment }) => `${addresses.byCode(enrolment.id)}#signer`,
      again: (visit, own, state, status) => showSignature(deps, visit, own, { state, status, byCode: true }),
    }),
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
  const circumstances = { catalogue: deps.catalogue(), now, person: own.candidate.candidate };
  return show(
    h(SignPage, {
      chrome,
      csrf: visit.csrf(),
      flash: flashOf(visit, false),
      enrolment,
      paper,
      contentSha256: contentHash(paper),
      who,
      representative: signing.by.find(({ signer }) => signer === 'representative') ?? null,
      fields: fieldsFor(who, sentenceOf(who.signer, paper), byCode),
      byCode: byCode || who.signer === 'representative',
      setting: circumstances.catalogue.session(enrolment.session)?.switches.signature ?? 'paper',
      closesAt: closingOf(sheet),
      now,
      state,
      next: reviewAnswers(dossierOf(enrolment, circumstances)).next,
    }),
    status,
  );
}

/** Only a code says that it is somebody else. */
function fieldsFor({ signer, name }: InvitedSigner, sentence: string, byCode: boolean): readonly Field[] {
  if (signer === 'representative') return signFields(sentence, { codeOf: name });
  return signFields(sentence, byCode ? { codeOf: null } : 'password');
}

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
  if (message === 'signee') return { tone: 'ok', text: isSigned ? texts.done.flash : texts.done.flashFirst };
  return null;
}

async function sign(deps: SignatureDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const signer = signerIn(visit);
  const byCode = signer === 'representative' || visit.body.par === 'code';
  const fields = signFields('', byCode ? { codeOf: null } : 'password');
  const read = parseForm(fields, visit.body);
  const again = (state: FormState, status: number): Promise<Reply> =>
    showSignature(deps, visit, own, { state, status, byCode: byCode && signer === 'candidate' });
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
    enrolmentId: enrolment.id,
    candidateId: candidate.accountId,
    signer,
    version: versionIn(visit),
    contentSha256: typeof visit.body.contenu === 'string' ? visit.body.contenu : '',
    code: 'code' in read.value ? read.value.code : null,
  });
  if (done.ok) return redirect(`${addresses.sign(enrolment.id)}?message=signee`);
  return again(withFault(typed, fieldOf(done.error), refusals.inWords(done.error)), refusals.status(done.error));
}

function fieldOf({ code }: Refusal): string | null {
  return code === 'code-wrong' || code === 'too-many-tries' ? 'code' : null;
}

function signerIn({ body }: Visit): SignerRole {
  return SIGNERS.find((one) => one === body.signataire) ?? 'candidate';
}
