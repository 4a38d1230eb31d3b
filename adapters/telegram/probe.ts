import type { Probe, ProbeNote } from '../shared/platform.ts';
import { createClient } from './client.ts';
import { invitationOf } from './deep-link.ts';
import type { TelegramSettings } from './settings.ts';

/** https://core.telegram.org/bots/api#webhookinfo */
interface WebhookInfo {
  url: string;
  pending_update_count: number;
  last_error_date?: number;
  last_error_message?: string;
}

/** Asks Telegram who the bot is, and where it sends what people write. */
export function probeTelegram(settings: TelegramSettings): Probe {
  return {
    name: 'Telegram',
    async ask() {
      const { username } = await createClient(settings).call<{ username: string }>('getMe', {});
      return { name: `@${username}`, invitation: invitationOf(username) };
    },
    async notes() {
      const note = describeWebhook(await createClient(settings).call<WebhookInfo>('getWebhookInfo', {}), settings);
      return note === undefined ? [] : [note];
    },
  };
}

function describeWebhook(
  { url, pending_update_count: count, last_error_date: failedAt, last_error_message: why = '' }: WebhookInfo,
  { webhookUrl }: TelegramSettings,
): ProbeNote | undefined {
  const at = failedAt === undefined ? '' : new Date(failedAt * 1000).toISOString();
  // Another program's address may be its secret.
  const values = { host: URL.parse(url)?.host ?? '', count, at, why: why.replace(/[.\s]*$/u, '') };
  if (webhookUrl === undefined) return url === '' ? undefined : { mark: 'note', text: 'doctor.webhookLeft', values };
  if (url === '') return { mark: 'fine', text: 'doctor.webhookNew', values };
  if (url !== webhookUrl) return { mark: 'note', text: 'doctor.webhookOther', values };
  return at === ''
    ? { mark: 'fine', text: 'doctor.webhook', values }
    : { mark: 'note', text: 'doctor.webhookFailing', values };
}
