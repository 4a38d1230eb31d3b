import type { Phrases } from './intents.ts';

/** What people say in Hindi. */
export const hi: Phrases = {
  help: ['नमस्ते', 'धन्यवाद'],
  yesterday: ['कल (की खबरें|के समाचार)'],
  today: ['क्या नया है', 'आज (की खबरें|के समाचार)'],
  newest: ['ताज़ा (खबरें|समाचार)'],
};
