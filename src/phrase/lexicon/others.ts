import type { Lexicon } from './lexicon.ts';

/** Words for days and times in languages that have no table: requests with them are asked about, and never become topics. */
export const others: Lexicon = {
  // Labels of a form.
  filler:
    'themen: thema: stichworte: uhrzeit: tage: sujet: sujets: theme: themes: heure: jours: tema: temas: hora: horario: dias: argomenti: argomento: ora: giorni: konular: konu: saat: gunler: тема: темы: теми: время: час: дни: дні: テーマ: トピック: 時刻: 曜日: 주제: 시간: 요일: chu_de: topik: jam: hari: موضوع: المواضيع: الوقت: विषय: समय:',
  stop: 'codziennie dziennie rano wieczorem godzinie dagelijks elke_dag iedere_dag uur ochtend elke_ochtend denne každý_den denně ráno večer hodin dagligen varje_dag klockan kl dagligt hver_dag daglig hver_morgen joka_päivä päivittäin kello klo naponta minden_nap órakor reggel zilnic în_fiecare_zi dimineața щодня кожного_дня годині ранку всеки_ден καθημερινά κάθε_μέρα ώρα πρωί ทุกวัน โมงเช้า เวลา כל_יום בשעה בבוקר هر_روز ساعت svaki_dan svakog_dana сваки_дан kila_siku saa cada_dia_a_les tots_els_dies weekdagen vardagar hverdage arkipäivisin wochentlich poniedziałek pondělí måndag maandag mandag maanantai hétfő luni щопонеділка щовівторка щосереди щочетверга щосуботи щонеділі понеділок вівторок середа четвер субота неділя вечора'
    .split(' ')
    .map((word) =>
      word
        .normalize('NFD')
        .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
        .normalize('NFC'),
    )
    .join(' '),
};
