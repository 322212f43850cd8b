import type { JSX } from 'preact';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { localPath } from '../../platform/localPath.ts';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { cameFromHere, whatToSendAgain } from '../rules/sendAgain.ts';
import { unavailableTexts } from '../texts/unavailable.ts';
import { answerUnavailable, Frame, type StandingDeps, UnavailablePage } from './frame.tsx';
import { isUpload, RetryForm, TypedAnswers } from './typed.tsx';

/**
 * 403. The form's cookie is gone, or another site sent the form. In the first case nothing typed is lost: one press sends it
 * again. In the second no button may do what that site wanted.
 */
export function forged(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.forged;
  if (!cameFromHere(visit, deps.publicUrl)) {
    return answerUnavailable(
      403,
      <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
        <p>{say.elsewhere}</p>
        <p>{say.reopen}</p>
        <TypedAnswers again={whatToSendAgain(visit)} open />
      </UnavailablePage>,
    );
  }
  const again = whatToSendAgain(visit);
  const upload = isUpload(visit);
  const retry = !upload && again.action !== null && again.fields.length > 0;
  return answerUnavailable(
    403,
    <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{retry ? say.again : upload ? say.upload : say.reopen}</p>
      {retry ? <RetryForm visit={visit} again={again} /> : <BackToForm visit={visit} />}
      <TypedAnswers again={again} open={!retry} />
      <p class="muted">{say.cookies}</p>
    </UnavailablePage>,
  );
}

/** 401 to a form whose sender is no longer signed in: they sign in beside, come back and send it again. */
export function signedOut(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.signIn;
  const again = whatToSendAgain(visit);
  if (isUpload(visit) || again.action === null || again.fields.length === 0) {
    const back = encodeURIComponent(localPath(visit.path) ?? '/');
    return answerUnavailable(
      401,
      <Frame site={deps} visit={visit} title={say.title} lead={isUpload(visit) ? say.upload : say.shortText}>
        {isUpload(visit) && <p>{say.uploadSteps}</p>}
        <p>
          <ButtonLink href={`/connexion?suite=${back}`}>{say.signIn}</ButtonLink>
        </p>
      </Frame>,
    );
  }
  return answerUnavailable(
    401,
    <Frame site={deps} visit={visit} title={say.title} lead={say.text}>
      <ol>
        {say.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a class="button primary" href="/connexion" target="_blank" rel="noopener">
          {say.open}
        </a>
      </p>
      <RetryForm visit={visit} again={again} kind="secondary" />
      <Alert tone="warn">{say.stay}</Alert>
      <TypedAnswers again={again} open={false} />
    </Frame>,
  );
}

/** To the page of the form: where the browser says it was, else the form's own address. */
export function BackToForm({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const from = visit.header('referer');
  const path = from !== undefined && URL.canParse(from) ? new URL(from).pathname : visit.path;
  const back = localPath(path);
  return back === null ? null : (
    <p>
      <ButtonLink href={back}>{unavailableTexts.backToForm}</ButtonLink>
    </p>
  );
}
