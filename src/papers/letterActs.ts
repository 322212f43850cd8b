import type { Act } from '../platform/journal.ts';
import type { Result } from '../platform/result.ts';
import { type Body, type Field, type FormState, parseForm, typedForm, withFault } from '../ui/index.ts';
import {
  correctLetter,
  endLetter,
  type NoticeOrder,
  postLetter,
  takeCallBack,
  tellByTelephone,
} from './actions/noticeLetters.ts';
import type { PaperActDeps } from './deps.ts';
import type { Notice } from './notice.ts';
import { type NoticeRefusal, noticeRefusals } from './noticeRefusals.ts';
import { calledForm, endForm, plainPostForm, postForm } from './pages/letterForms.ts';
import { LETTER_ACTS } from './pages/letterSections.tsx';

/** `notice`: the decision or the letter of the page; undefined: there is none. */
export type LetterActOrder = Omit<NoticeOrder, 'paperId'> & { readonly notice: Notice | undefined };
export type LetterActDone =
  | { readonly message: 'lettre-partie' | 'lettre-finie' | 'lettre-corrigee' | 'dite-par-telephone' }
  | { readonly state: FormState; readonly status: number };

/** What the forms of `LetterSections` send: a letter that left, what became of it, or the last of these taken back. */
export async function actOnLetter(
  deps: PaperActDeps,
  act: Act,
  { notice, ...who }: LetterActOrder,
  body: Body,
): Promise<LetterActDone> {
  if (notice === undefined) return refused([], body, { code: 'no-decision' });
  const order = { ...who, paperId: notice.id };
  const letterId = String(body.lettre ?? '');
  switch (body.acte) {
    case LETTER_ACTS.end: {
      const read = parseForm(endForm, body);
      if (!read.ok) return { state: read.error, status: 422 };
      const { devenir: outcome, presentee: presentedOn, le: outcomeOn } = read.value;
      const done = await endLetter(deps, act, { ...order, letterId, end: { outcome, presentedOn, outcomeOn } });
      return after(done, 'lettre-finie', endForm, body);
    }
    case LETTER_ACTS.correctEnd:
    case LETTER_ACTS.correctPosting: {
      const what = body.acte === LETTER_ACTS.correctEnd ? 'end' : 'posting';
      return after(await correctLetter(deps, act, { ...order, letterId, what }), 'lettre-corrigee', [], body);
    }
    case LETTER_ACTS.call: {
      const read = parseForm(calledForm, body);
      if (!read.ok) return { state: read.error, status: 422 };
      const told = await tellByTelephone(deps, act, { ...order, on: read.value.appel });
      return after(told, 'dite-par-telephone', calledForm, body);
    }
    case LETTER_ACTS.correctCall:
      return after(await takeCallBack(deps, act, order), 'lettre-corrigee', [], body);
    default: {
      const form = notice.kind === null ? plainPostForm : postForm;
      const read = notice.kind === null ? parseForm(plainPostForm, body) : parseForm(postForm, body);
      if (!read.ok) return { state: read.error, status: 422 };
      const { suivi: tracking, jour: postedOn } = read.value;
      return after(await postLetter(deps, act, { ...order, tracking, postedOn }), 'lettre-partie', form, body);
    }
  }
}

function after(
  done: Result<null, NoticeRefusal>,
  message: Extract<LetterActDone, { message: unknown }>['message'],
  fields: readonly Field[],
  body: Body,
): LetterActDone {
  return done.ok ? { message } : refused(fields, body, done.error);
}

function refused(fields: readonly Field[], body: Body, refusal: NoticeRefusal): LetterActDone {
  const state = withFault(typedForm(fields, body), null, noticeRefusals.inWords(refusal));
  return { state, status: noticeRefusals.status(refusal) };
}
