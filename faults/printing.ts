/** The hours pass after which the papers are printed that wait for the end of a rush. */
export const PRINT_NOW =
  "update pgboss.job set start_after = now() where name = 'paper.render' and state = 'created' and start_after > now()";
