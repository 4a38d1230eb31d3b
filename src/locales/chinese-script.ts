const TRADITIONAL_REGIONS = new Set(['TW', 'HK', 'MO']);

/** The Chinese script that someone with this locale reads, by its script or else its region; undefined for other languages. */
export function chineseScript({ language, script, region }: Intl.Locale): 'simplified' | 'traditional' | undefined {
  if (language !== 'zh' && language !== 'yue') return undefined;
  if (script === 'Hant') return 'traditional';
  if (script === 'Hans') return 'simplified';
  return TRADITIONAL_REGIONS.has(region ?? (language === 'yue' ? 'HK' : 'CN')) ? 'traditional' : 'simplified';
}
