const DEFAULT_API_ROOT = 'https://api.telegram.org';

/** With what and where Telegram is reached; undefined where the settings do not ask for it. */
export function readCredentials(env: Readonly<Record<string, string | undefined>>) {
  const token = env['TELEGRAM_TOKEN']?.trim();
  return token ? { token, apiRoot: env['TELEGRAM_API_ROOT']?.trim() || DEFAULT_API_ROOT } : undefined;
}
