type Fields = Readonly<Record<string, unknown>>;
type Shape = (value: unknown) => boolean;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): boolean => Number.isSafeInteger(value);
const isList =
  (isItem: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(isItem);

const isMessage: Shape = (value) => isObject(value) && isId(value['message_id']);
const isMember: Shape = (value) => isObject(value) && isObject(value['user']) && isId(value['user']['id']);

/** What the bot reads of each result. Results of other methods are not read, or not further than this. */
const SHAPES: Readonly<Record<string, Shape>> = {
  getMe: (value) => isObject(value) && isId(value['id']) && typeof value['username'] === 'string',
  getUpdates: Array.isArray,
  getWebhookInfo: (value) => isObject(value) && typeof value['url'] === 'string',
  sendMessage: isMessage,
  sendPhoto: isMessage,
  sendDocument: isMessage,
  sendMediaGroup: (value) => isList(isMessage)(value) && (value as unknown[]).length > 0,
  getFile: (value) => isObject(value) && typeof value['file_path'] === 'string',
  getChatMember: (value) => isObject(value) && typeof value['status'] === 'string',
  getChatAdministrators: isList(isMember),
  getMyCommands: isList(isObject),
  getMyDescription: isObject,
  getMyShortDescription: isObject,
};

/** Whether a result of the Bot API has the fields that the bot reads. */
export function isWellFormed(method: string, result: unknown): boolean {
  return SHAPES[method]?.(result) ?? true;
}
