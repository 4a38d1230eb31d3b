const TO = 'chat_id message_thread_id disable_notification protect_content reply_parameters';
const EDIT = 'chat_id message_id inline_message_id reply_markup';
const TEXT = 'text parse_mode entities link_preview_options';
const CAPTION = 'caption parse_mode caption_entities show_caption_above_media';

/** The parameters of each emulated method, as the Bot API names them. */
const PARAMETERS: Readonly<Record<string, string>> = {
  getMe: '',
  getUpdates: 'offset limit timeout allowed_updates',
  setWebhook: 'url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token',
  deleteWebhook: 'drop_pending_updates',
  getWebhookInfo: '',
  setMyCommands: 'commands scope language_code',
  deleteMyCommands: 'scope language_code',
  getMyCommands: 'scope language_code',
  getMyDescription: 'language_code',
  setMyDescription: 'description language_code',
  getMyShortDescription: 'language_code',
  setMyShortDescription: 'short_description language_code',
  sendMessage: `${TO} ${TEXT} reply_markup`,
  sendPhoto: `${TO} photo ${CAPTION} has_spoiler reply_markup`,
  // telegraf repeats the method in a form with a file, where Telegram ignores it.
  sendDocument: `${TO} document ${CAPTION} reply_markup method`,
  sendMediaGroup: `${TO} media`,
  sendChatAction: 'chat_id message_thread_id action',
  editMessageText: `${EDIT} ${TEXT}`,
  editMessageCaption: `${EDIT} ${CAPTION}`,
  editMessageReplyMarkup: EDIT,
  deleteMessage: 'chat_id message_id',
  answerCallbackQuery: 'callback_query_id text show_alert url cache_time',
  answerInlineQuery: 'inline_query_id results cache_time is_personal next_offset button',
  getFile: 'file_id',
  getChatMember: 'chat_id user_id',
  getChatAdministrators: 'chat_id',
};

/** Finds unknown parameters, which Telegram silently ignores. */
export function findUnknownParameters(method: string, params: Readonly<Record<string, unknown>>): string[] {
  const known = new Set(PARAMETERS[method]?.split(' '));
  return Object.keys(params).filter((name) => !known.has(name));
}
