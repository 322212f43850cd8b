import {
  type HealthDocument,
  isSent,
  type Preparation,
  REQUEST_LIFE,
  type Request,
  type RequestDecision,
  type ShownState,
} from '../request.ts';

/** Does the service wait for what it asked for? It stays asked, whatever else is noted meanwhile, until it is answered, decided or withdrawn. */
export function isAsked(request: Pick<Request, 'state' | 'askedUntil'> | null): boolean {
  return request !== null && request.askedUntil !== null && REQUEST_LIFE.may('answer', request.state);
}

/** What its state is called: to its candidate, asked for more wherever it lies; to the service, while it lies with nobody else. */
export function shownState(
  request: Pick<Request, 'state' | 'askedUntil'>,
  reader: 'candidate' | 'service',
): ShownState {
  return isAsked(request) && (reader === 'candidate' || request.state === 'submitted') ? 'asked' : request.state;
}

/**
 * The doctor advises before the authority decides (D351-28). Only what came too late may be refused without: there nothing was
 * examined.
 */
export function needsAdvice(
  { late }: Pick<Request, 'late'>,
  advised: boolean,
  measures: readonly { readonly granted: boolean }[],
): boolean {
  if (advised) return false;
  return late === null || measures.some(({ granted }) => granted);
}

/** Does the request or the enrolment say something else than when this was prepared, or has a document come since? */
export function hasChanged(
  { version, requestVersion, preparedAt }: Pick<Preparation, 'version' | 'requestVersion' | 'preparedAt'>,
  now: {
    readonly version: number;
    readonly request: Pick<Request, 'rowVersion'>;
    readonly documents: readonly Pick<HealthDocument, 'finishedAt'>[];
  },
): boolean {
  const came = now.documents.some(({ finishedAt }) => Temporal.Instant.compare(finishedAt, preparedAt) > 0);
  return came || version !== now.version || requestVersion !== now.request.rowVersion;
}

/** Measure by measure, with the same law; PostgreSQL gives the keys of an object in an order of its own. */
export function isSameDecision(one: Said, other: Said): boolean {
  return one.ground === other.ground && JSON.stringify(sorted(one.measures)) === JSON.stringify(sorted(other.measures));
}

type Said = Pick<RequestDecision, 'measures' | 'ground'>;

function sorted(measures: Said['measures']): readonly (readonly unknown[])[] {
  return measures.map(({ code, granted, percent, how, reasons }) => [code, granted, percent, how, reasons]);
}

/** Documents come as long as nothing is decided; taken back, only while nobody is reading them. */
export function mayGive(request: Pick<Request, 'state'> | null): boolean {
  return request === null || REQUEST_LIFE.may('give', request.state);
}

export function mayTakeBack(request: Pick<Request, 'state' | 'askedUntil'>): boolean {
  return request.state === 'draft' || shownState(request, 'service') === 'asked';
}

/** For the same line of the checklist. */
export function isSameKind(one: Pick<HealthDocument, 'kind'>, other: Pick<HealthDocument, 'kind'>): boolean {
  return one.kind === other.kind;
}

/** A request on paper can be said not to have come as long as nothing was done with it. */
export function mayUnrecord(request: Pick<Request, 'channel' | 'state' | 'askedUntil'>): boolean {
  return request.channel === 'post' && shownState(request, 'service') === 'submitted';
}

export function isRead(request: Request | null): request is Request {
  return request !== null && isSent(request);
}
