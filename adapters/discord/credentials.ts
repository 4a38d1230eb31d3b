const DEFAULT_API = 'https://discord.com/api';

/** With what and where Discord is reached; undefined where the settings do not ask for it. */
export function readCredentials(env: Readonly<Record<string, string | undefined>>) {
  const token = env['DISCORD_TOKEN']?.trim();
  if (!token) return undefined;
  return { token, api: env['DISCORD_API_URL']?.trim().replace(/(?:\/v\d+)?\/*$/u, '') || DEFAULT_API };
}
