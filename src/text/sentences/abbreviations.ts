function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Abbreviations before a name or an example, whose stop never ends a sentence. In lower case, without the last stop. */
export const LEADING_ABBREVIATIONS = words(
  'mr mrs ms mx dr drs prof gen sen rep gov pres lt col sgt maj cpl capt cmdr adm rev hon messrs mme mlle mm mt ft pvt supt ' +
    'sr sra srta dra ing lic arq dott sig hr hrn fr bzw vgl evtl ggf inkl zzgl max min mag dipl hl st ste sta ' +
    'bl tgk ibid cf viz e.g i.e z.b d.h u.a u.ä o.ä v.a p.ej p.ex m.a.w d.w.z t.j tj tzv např resp np tzn ul al pl ' +
    'т.е т.к т.н т.д т.п г-н г-жа им ул проф акад напр см ср рис стр о.з н.э п.н',
);

/** Abbreviations before a number; before anything else their stop ends a sentence. */
export const NUMBER_ABBREVIATIONS = words(
  'no nos nr nrs núm num nº p pp pag pág vol vols fig figs art arts ch chap cap sec sect op tab para par ed abs kap bd §',
);

/** Abbreviations that may also end a sentence: they do if a word of `SENTENCE_OPENERS` follows. */
export const OPEN_ABBREVIATIONS = words(
  'inc ltd co corp bros plc llc gmbh jr esq phd etc vs approx dept est ave blvd rd hwy bldg apt govt intl assn univ ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'calif mass conn fla ariz ala ark colo del ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ' +
    'ca usw usf ecc avv s.a s.l тыс млн млрд руб гг вв обл a.m p.m',
);

/** Words that, capitalised, usually start a sentence and are rarely part of a name. */
export const SENTENCE_OPENERS = words(
  'the he she it they we you his her their its our this that these those there here in on at for from after before when ' +
    'while but and or so as if by with to what who how why one some many most all not i however although since until ' +
    'meanwhile then now under during both each another ' +
    'el los las en un una pero es esta este il elle ils elles nous vous mais les ' +
    'die das der er sie wir ich ein eine im und aber что это он она они в на но и по как',
);

/** Names of months before which a number is an ordinal, as in German or Czech dates. */
export const MONTHS_AFTER_ORDINALS = words(
  'januar jänner februar märz april mai juni juli august september oktober november dezember ' +
    'januari februari maart mei augustus oktober januára februára ledna února března dubna května června července srpna ' +
    'září října listopadu prosince marts maj juni juli desember helmikuuta tammikuuta maaliskuuta huhtikuuta toukokuuta ' +
    'kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta januar februar mart jun jul avgust oktobar novembar decembar ' +
    'jahrhundert jahrhunderts',
);
