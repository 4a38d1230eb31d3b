import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';

/** The language model that writes summaries, and its daily limit. */
export interface ModelSettings {
  url: string;
  model: string;
  key?: string;
  daily: number;
}

const variables = z.object({
  SUMMARY_MODEL_URL: webAddress('http://127.0.0.1:11434/v1').optional(),
  SUMMARY_MODEL: z.string().optional(),
  SUMMARY_MODEL_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'is not a valid key. Copy it again, without spaces.')
    .optional(),
  SUMMARY_MODEL_DAILY: z
    .string()
    .regex(/^\d{1,6}$/, 'is not a number. Use how many summaries a day may be requested, such as 200.')
    .default('200')
    .transform(Number),
});

const both = variables.superRefine(({ SUMMARY_MODEL_URL: url, SUMMARY_MODEL: model }, context) => {
  if ((url === undefined) === (model === undefined)) return;
  const missing = url === undefined ? 'SUMMARY_MODEL_URL' : 'SUMMARY_MODEL';
  const message =
    url === undefined
      ? 'is missing. Set the address of the endpoint that serves the model.'
      : 'is missing. Set the name of the model to ask there.';
  context.addIssue({ code: 'custom', path: [missing], message });
});

/** The settings of the language model; undefined if neither its address nor its name is set. */
export const modelSettings = defineSettings(
  both,
  ({
    SUMMARY_MODEL_URL: url,
    SUMMARY_MODEL: model,
    SUMMARY_MODEL_KEY: key,
    SUMMARY_MODEL_DAILY: daily,
  }): ModelSettings | undefined => {
    if (url === undefined || model === undefined) return undefined;
    return { url, model, ...(key !== undefined && { key }), daily };
  },
);
