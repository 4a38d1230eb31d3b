/** Greetings in all languages, as one expression without groups that capture. */
export const GREETINGS = [
  'hi|hello|hey|yo|oi|good (?:morning|afternoon|evening|day)',
  '你好|您好|嗨|哈[喽囉啰]|早上好|下午好|晚上好|早安|午安',
  'hallo|moin|servus|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|coucou|hola|buen[oa]s(?: (?:días|tardes|noches))?|buen día',
  'olá|bom dia|boa (?:tarde|noite)|ciao|salve|buon ?giorno|buona ?sera|merhaba|selam|günaydın|iyi (?:günler|akşamlar)',
  'привет|здравствуй(?:те)?|добр(?:ый|ого) (?:день|вечер|дня)|доброе утро|привіт|вітаю|добрий (?:день|вечір|ранок)|доброго (?:дня|ранку)',
  'مرحبا|أهلا|السلام عليكم|صباح الخير|مساء الخير|こんにちは|こんばんは|おはよう(?:ございます)?|안녕(?:하세요|하십니까)?',
  'xin chào|chào(?: bạn)?|halo|selamat (?:pagi|siang|sore|malam)|नमस्ते',
].join('|');
