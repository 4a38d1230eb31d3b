/** Names that readers use for well-known sites, by the host. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'bbc.com': ['bbc中文', '英国广播公司', '英國廣播公司', 'bbc news'],
  'reuters.com': ['路透社', '路透', 'reuters'],
  'nytimes.com': ['纽约时报', '紐約時報', '纽时', '紐時', 'new york times', 'the new york times', 'nyt'],
  'dw.com': ['德国之声', '德國之聲', 'deutsche welle'],
  'rfi.fr': ['法广', '法廣', '法国国际广播电台', '法國國際廣播電台'],
  'ft.com': ['金融时报', '金融時報', 'financial times'],
  'ftchinese.com': ['ft中文网', 'ft中文網'],
  'rfa.org': ['自由亚洲电台', '自由亞洲電台', '自由亚洲', '自由亞洲', 'radio free asia'],
  'chinadigitaltimes.net': ['中国数字时代', '中國數字時代', '中國數位時代', 'china digital times'],
  'voachinese.com': ['美国之音', '美國之音'],
  'voanews.com': ['voice of america'],
  'wsj.com': ['华尔街日报', '華爾街日報', 'wall street journal'],
  'theguardian.com': ['卫报', '衛報', 'the guardian'],
  'apnews.com': ['美联社', '美聯社', 'associated press'],
  'afp.com': ['法新社'],
  'bloomberg.com': ['彭博', '彭博社', 'bloomberg'],
  'cnn.com': ['有线电视新闻网', 'cnn'],
  'economist.com': ['经济学人', '經濟學人', 'the economist'],
  'washingtonpost.com': ['华盛顿邮报', '華盛頓郵報', 'washington post'],
  'cna.com.tw': ['中央社'],
  'udn.com': ['联合报', '聯合報'],
  'ltn.com.tw': ['自由时报', '自由時報'],
  'theinitium.com': ['端传媒', '端傳媒'],
  'hk01.com': ['香港01'],
  'scmp.com': ['南华早报', '南華早報', 'south china morning post'],
  'zaobao.com.sg': ['联合早报', '聯合早報'],
  'zeit.de': ['die zeit'],
  'welt.de': ['die welt'],
  'spiegel.de': ['der spiegel'],
  'elpais.com': ['el pais', 'el país'],
  'elmundo.es': ['el mundo'],
  'lefigaro.fr': ['le figaro'],
  'repubblica.it': ['la repubblica'],
  'thetimes.co.uk': ['the times'],
  'foxnews.com': ['fox news'],
  'news.sky.com': ['sky news'],
  'news.ycombinator.com': ['hacker news'],
  'nhk.or.jp': ['nhk'],
  'asahi.com': ['朝日新闻', '朝日新聞'],
  'lemonde.fr': ['世界报', '世界報', 'le monde'],
  'xinhuanet.com': ['新华社', '新華社'],
  'thepaper.cn': ['澎湃', '澎湃新闻', '澎湃新聞'],
  'caixin.com': ['财新', '財新'],
};
const byName = new Map(Object.entries(NAMES).flatMap(([host, names]) => names.map((name) => [name, host] as const)));
const MIN_LABEL = 2;

/** The host that a name means: `路透社`, `New York Times`; undefined for other text. */
export function hostNamed(typed: string): string | undefined {
  return byName.get(typed.normalize('NFKC').trim().toLowerCase());
}

/**
 * The names of sites in a request, with the host that each means. Chinese names are accepted anywhere; others if the library has
 * the site. A label of a host, as `bbc` of `bbc.com`, needs a word such as `from` before it.
 */
export function siteNames(sources: readonly { source: string }[]): ReadonlyMap<string, string> {
  const hosts = sources.map(({ source }) => source);
  const named = [...byName].flatMap(([name, host]) => {
    const known = hosts.find((one) => one === host || one.endsWith(`.${host}`));
    return known !== undefined || /\p{Script=Han}{3,}/u.test(name) ? [[name, known ?? host] as const] : [];
  });
  const labels = hosts.flatMap((host) => {
    const label = host.split('.').find((one) => one.length >= MIN_LABEL && one !== 'www' && one !== 'news') ?? '';
    return label === '' ? [] : [[`from ${label}`, host] as const];
  });
  return new Map([...labels, ...named]);
}
