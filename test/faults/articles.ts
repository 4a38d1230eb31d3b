const ARTICLES = 6;
const SECTIONS = 6;

const NOUNS = ['ferry', 'lighthouse', 'harbour', 'market', 'bridge', 'library'] as const;

/** Snapshots of articles by file name; a digest of them in full is several messages long on every platform. */
export const articles: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: ARTICLES }, (_, at) => [`data/snapshots/${at}.md`, articleOf(at)]),
);

/** The headings of their sections, each of which stands in such a digest once. */
export const headings: readonly string[] = Array.from({ length: ARTICLES }, (_, at) =>
  Array.from({ length: SECTIONS }, (_, number) => `About ${NOUNS[at % NOUNS.length]} ${number + 1}`),
).flat();

function articleOf(at: number): string {
  const noun = NOUNS[at % NOUNS.length] ?? '';
  const sections = Array.from({ length: SECTIONS }, (_, number) => sectionOf(`${noun} ${number + 1}`));
  const figure = `<figure><img src="https://cdn.example.org/${noun}.jpg" alt="A ${noun}" width="800" height="533"/></figure>`;
  return `<!--${1_717_400_000_000 + at * 86_400_000}-->
[The story of the ${noun}](https://news.example.org/2024/${noun})
------

<main role="main"><p>Nobody had thought that the ${noun} would be spoken of again this year.</p>${figure}${sections.join('')}</main>
`;
}

function sectionOf(name: string): string {
  return `<h2>About ${name}</h2><p>The council met on Monday to hear what had become of ${name}, and few were content. A report of
forty pages had been written by two engineers, who spent the winter with ${name} and its keepers. They ask for a new roof, two more
people and a little patience.</p>`;
}
