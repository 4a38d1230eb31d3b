import { StoreError, type StoreFailure } from '../../src/library/store-error.ts';
import { fallbackLanguage } from '../../src/locales/languages.ts';
import { createTranslator } from '../../src/locales/translator.ts';

/** Makes an error whose message names the store, what happened and what to do; `detail` follows it. */
export function storeError(
  reason: StoreFailure,
  label: string,
  { detail = '', ...options }: ErrorOptions & { detail?: string } = {},
): StoreError {
  const message = `${label}: ${createTranslator(fallbackLanguage)(`store.${reason}`)} ${detail}`;
  return new StoreError(reason, message.trimEnd(), options);
}
