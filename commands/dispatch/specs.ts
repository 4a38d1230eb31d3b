import { createSuggest, type Suggest, type SuggestSource } from '../../src/arguments/suggest/suggest.ts';
import type { Arg, Args, Command } from '../../src/chat/command.ts';
import { namesOf } from '../../src/chat/find-command.ts';
import type { ArgSpec, Choice, CommandSpec } from '../../src/chat/platform.ts';
import { localName } from '../../src/locales/local-name.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { fold } from '../../src/text/terms/fold.ts';

/** Converts commands to the specs that platforms register; articles and sections are suggested from the library. */
export function toSpecs(commands: readonly Command[], library: SuggestSource): readonly CommandSpec[] {
  const suggest = createSuggest(library, fold);
  const listed = commands.filter(({ hidden }) => hidden !== true);
  return listed.map(
    ({
      name,
      aliases = [],
      summary,
      args,
      adminsOnly = false,
      forAsker = false,
      takesBareWords = false,
      needsDigests = false,
      opensArticles = Object.values(args).some(({ kind }) => kind === 'article' || kind === 'section'),
    }) => ({
      name,
      names: namesOf({ name, aliases }),
      takesBareWords,
      adminsOnly,
      forAsker: forAsker || adminsOnly,
      needsDigests,
      opensArticles,
      summary: (language) => createTranslator(language)(summary),
      localName: (language) => localName('command', name, language),
      args: toArgSpecs(args, suggest),
    }),
  );
}

function toArgSpecs(args: Args, suggest: Suggest): ArgSpec[] {
  const typed = Object.entries(args).filter(([, { named, hidden }]) => named !== true && hidden !== true);
  return typed.map(([name, arg]) => ({
    name,
    kind: arg.kind,
    optional: arg.optional ?? false,
    summary: (language) => createTranslator(language)(arg.summary),
    localName: (language) => localName('arg', name, language),
    ...(arg.kind === 'text' && arg.choices !== undefined && { choices: arg.choices.map(toChoice) }),
    ...suggestions(arg, suggest),
  }));
}

function toChoice(value: string): Choice {
  return { value, label: (language) => localName('choice', value, language) ?? value };
}

function suggestions(arg: Arg, suggest: Suggest): Pick<ArgSpec, 'suggest'> {
  switch (arg.kind) {
    case 'article':
      return { suggest: ({ typed, limit }) => suggest.articles(typed, limit) };
    case 'section':
      return { suggest: suggest.sections };
    case 'text': {
      const own = arg.suggest;
      return own === undefined ? {} : { suggest: (typing) => own(typing) };
    }
    case 'integer':
    case 'file':
      return {};
    default:
      return arg satisfies never;
  }
}
