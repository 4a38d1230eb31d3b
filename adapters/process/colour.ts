/** Whether to colour the output of a stream: by FORCE_COLOR, else not with NO_COLOR, else if it is a terminal. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, terminal: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return terminal && env['TERM'] !== 'dumb';
}
