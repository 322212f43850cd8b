/** What the service did in one minute, as each node wrote it down (*minute de service*). Read this file first. */

/** Of one node, from the beginning of a minute to its end. Pages of health and what is always there (`/static/`) aren't counted. */
export type NodeMinute = {
  readonly minute: Temporal.Instant;
  readonly requests: number;
  /** Turned away for want of means: 503. */
  readonly refused: number;
  /** Faults of ours: any other 5xx. */
  readonly faults: number;
  /** Pages that took two seconds or more. */
  readonly slow: number;
  /** The longest that the loop of events stood still, in milliseconds. */
  readonly lagMs: number;
  /** Was the database out of reach at its end? */
  readonly away: boolean;
};

/** The same of all nodes together: what is counted is summed, of what is measured the worst counts. */
export type ServiceMinute = NodeMinute & {
  /** Since when the oldest mail was waiting at that moment, in seconds; 0: none was. */
  readonly mailSeconds: number;
  /** What a node couldn't do then: `files-unwritable`… */
  readonly troubles: readonly string[];
};

/** A page that takes longer is slow for whoever waits. */
export const SLOW_MS = 2_000;
