import { z } from 'zod';
import { toImageKey, toLinkKey } from './addresses.ts';
import { type Markdown, readMarkdown } from './markdown.ts';
import { normalise } from './text.ts';

const text = z.string().nullish();
const picture = z.object({ src: text, versions: z.array(z.string()).nullish(), caption: text, credit: text });
const section = z.object({
  heading: text,
  paragraphs: z.array(z.string()).nullish(),
  list_items: z.array(z.string()).nullish(),
});
const truthFile = z.object({
  truth: z
    .object({
      title: text,
      authors: z.array(z.string()).nullish(),
      author: text,
      byline: z.union([z.string(), z.array(z.string())]).nullish(),
      summary: z.array(z.string()).nullish(),
      sections: z.array(section).nullish(),
      headings: z.array(z.union([z.string(), z.object({ text: z.string() })])).nullish(),
      text,
      markdown: text,
      images: z.array(z.union([z.string(), picture])).nullish(),
      links: z.array(z.union([z.string(), z.object({ href: z.string() })])).nullish(),
      captions: z.array(z.string()).nullish(),
      first13: text,
      with: z.array(z.string()).nullish(),
      without: z.array(z.string()).nullish(),
      kind: text,
    })
    .nullable(),
});
type Truth = NonNullable<z.infer<typeof truthFile>['truth']>;

/** The ground truth of an article; null for what the source does not state. */
export interface GroundTruth {
  title: string | null;
  authors: string[] | null;
  headings: string[] | null;
  paragraphs: string[] | null;
  text: string | null;
  /** Whether `text` is only the start of the article, so that later text is no error. */
  textIsBeginning: boolean;
  /** The keys of the files of each image, any of which is right. */
  images: string[][] | null;
  links: string[] | null;
  captions: string[] | null;
  credits: string[] | null;
  /** Passages that the text must contain, and must not contain. */
  present: string[];
  absent: string[];
}

/** Reads the JSON of a truth file; `base` is the address of the article. Undefined if it states nothing; throws on another shape. */
export function readTruth(json: unknown, base: string): GroundTruth | undefined {
  const { truth } = truthFile.parse(json);
  if (!truth) return undefined;
  const markdown = truth.markdown ? readMarkdown(truth.markdown) : undefined;
  const pictures = readPictures(truth);
  return {
    title: truth.title ?? null,
    authors: readAuthors(truth),
    headings: readHeadings(truth, markdown),
    paragraphs: readParagraphs(truth),
    text: markdown?.text ?? truth.text ?? null,
    textIsBeginning: truth.kind?.startsWith('goose3') ?? false,
    images: readImages(truth, markdown, base),
    links: readLinks(truth, markdown, base),
    captions:
      truth.captions ?? (pictures.some(({ caption }) => caption) ? clean(pictures.map((one) => one.caption)) : null),
    credits: pictures.some(({ credit }) => credit) ? clean(pictures.map((one) => one.credit)) : null,
    present: clean([truth.first13, ...(truth.with ?? [])]),
    absent: truth.without ?? [],
  };
}

function clean(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value) => typeof value === 'string' && normalise(value) !== '') as string[];
}

function readPictures(truth: Truth): z.infer<typeof picture>[] {
  return (truth.images ?? []).filter((image) => typeof image !== 'string');
}

/** A byline in the form of a list is a name and a role. */
function readAuthors(truth: Truth): string[] | null {
  if (truth.authors) return truth.authors;
  const line = Array.isArray(truth.byline) ? truth.byline[0] : (truth.byline ?? truth.author);
  return line ? clean(line.split(/\s(?:und|and|et|y)\s|[,、/]\s*/u)) : null;
}

function readHeadings(truth: Truth, markdown: Markdown | undefined): string[] | null {
  if (!truth.headings) return markdown?.headings ?? null;
  return clean(truth.headings.map((heading) => (typeof heading === 'string' ? heading : heading.text)));
}

/** The paragraphs of the sections, else the lines of the text if it has several. */
function readParagraphs(truth: Truth): string[] | null {
  if (truth.sections) {
    const body = truth.sections.flatMap(({ paragraphs, list_items }) => [...(paragraphs ?? []), ...(list_items ?? [])]);
    return clean([...(truth.summary ?? []), ...body]);
  }
  const lines = clean((truth.text ?? '').split('\n'));
  return lines.length > 1 ? lines : null;
}

function readImages(truth: Truth, markdown: Markdown | undefined, base: string): string[][] | null {
  const addresses = truth.images?.map((image) =>
    typeof image === 'string' ? [image] : clean([image.src, ...(image.versions ?? [])]),
  );
  const keys = (addresses ?? markdown?.images.map((image) => [image]))?.map((all) =>
    clean(all.map((one) => toImageKey(one, base))),
  );
  if (!keys) return null;
  return [...new Map(keys.filter((all) => all.length > 0).map((all) => [all.join(' '), all])).values()];
}

function readLinks(truth: Truth, markdown: Markdown | undefined, base: string): string[] | null {
  const addresses = truth.links?.map((link) => (typeof link === 'string' ? link : link.href)) ?? markdown?.links;
  if (!addresses) return null;
  const keys = new Set(clean(addresses.map((address) => toLinkKey(address, base))));
  keys.delete(toLinkKey(base, base) ?? '');
  return [...keys];
}
