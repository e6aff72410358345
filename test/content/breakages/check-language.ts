import { appels, type Breakage, peren } from '../breakage.ts'

/** Breaks the text of the one answer in the topic about pears. */
function writeAnswer(broken: Pick<Breakage, 'title' | 'kind' | 'rule' | 'severity'>, to: string, at: string): Breakage {
  return { ...broken, file: peren, from: 'Een peer is zacht.', to, at }
}

/** Texts that are too long or too hard. */
export const lengthBreakages: readonly Breakage[] = [
  writeAnswer(
    { title: 'a sentence of 16 words', kind: 'longSentence', rule: 'zin-te-lang' },
    'Een peer is zacht en geel en rijp en zoet en ook nog een beetje groen.',
    'Een peer is zacht en',
  ),
  {
    title: 'a crisis sentence of 12 words',
    kind: 'longSentence',
    rule: 'zin-te-lang',
    file: 'crisis.yaml',
    from: 'Bel nu 112 of 113.',
    to: 'Bel nu meteen 112 of 113 als je denkt dat het nodig is.',
    at: 'Bel nu meteen',
  },
  {
    title: 'a sentence of 16 words in another language',
    kind: 'longSentence',
    rule: 'zin-te-lang',
    file: 'en/topics/appels.yaml',
    from: 'say: Many people think of apples.',
    to: 'say: Many people think of apples and pears and plums and grapes and also of nuts and bread.',
    at: 'Many people',
  },
  writeAnswer(
    { title: 'sentences that are long on average', kind: 'longOnAverage', rule: 'zinnen-te-lang' },
    'Een peer is zacht en geel en rijp en zoet en groen. Een peer is zacht en geel en rijp en zoet. Een peer is zacht en geel en rijp en lekker.',
    'Een peer is zacht en',
  ),
  writeAnswer(
    { title: 'a message of more than 60 words', kind: 'longMessage', rule: 'bericht-te-lang' },
    Array(16).fill('Een peer is zacht.').join(' '),
    'Een peer is zacht. Een',
  ),
  writeAnswer(
    { title: 'an answer of hard words', kind: 'hardToRead', rule: 'moeilijk' },
    Array(8).fill('Peren hebben verantwoordelijkheden en uitkeringsvoorwaarden.').join(' '),
    'uitkeringsvoorwaarden',
  ),
  {
    title: 'another form of an answer in hard words',
    kind: 'hardToRead',
    rule: 'moeilijk',
    file: peren,
    from: 'rule: Dat staat in het boek.',
    to: `rule: ${Array(8).fill('Peren hebben verantwoordelijkheden en uitkeringsvoorwaarden.').join(' ')}`,
    at: 'uitkeringsvoorwaarden',
    severity: 'warning',
  },
  writeAnswer(
    { title: 'two questions at once', kind: 'manyQuestionsAtOnce', rule: 'een-vraag' },
    'Is een peer zacht? Is hij geel?',
    'Is een peer',
  ),
]

/** Words and signs we do not use. */
export const wordBreakages: readonly Breakage[] = [
  writeAnswer(
    { title: 'a forbidden word', kind: 'forbiddenWord', rule: 'woord' },
    'Een peer is echter zacht.',
    'echter',
  ),
  writeAnswer(
    { title: 'a careful word', kind: 'carefulWord', rule: 'woord', severity: 'warning' },
    'Een peer is verplicht.',
    'verplicht',
  ),
  writeAnswer({ title: 'a word of the trade', kind: 'jargon', rule: 'vakwoord' }, 'Er komt een intake.', 'intake'),
  writeAnswer({ title: 'u instead of je', kind: 'formalYou', rule: 'je-vorm' }, 'Is uw peer zacht?', 'uw peer'),
  writeAnswer(
    { title: 'an exclamation mark', kind: 'exclamation', rule: 'uitroepteken' },
    'Een peer is zacht!',
    'zacht!',
  ),
  {
    title: 'a number in words',
    kind: 'spelledNumber',
    rule: 'getal',
    file: appels,
    from: 'label: Groen',
    to: 'label: De twee groene',
    at: 'De twee',
  },
  writeAnswer(
    { title: 'two passives in one text', kind: 'manyPassives', rule: 'lijdend', severity: 'warning' },
    'Peren worden zacht. Dan wordt er gegeten.',
    'Peren worden',
  ),
  writeAnswer(
    { title: 'a date in numbers', kind: 'dateAsNumbers', rule: 'notatie' },
    'Een peer is rijp op 1-2-2027.',
    '1-2-2027',
  ),
  writeAnswer(
    { title: 'a date as machines write it', kind: 'dateAsNumbers', rule: 'notatie' },
    'Een peer is rijp op 2027-02-01.',
    '2027-02-01',
  ),
  writeAnswer(
    { title: 'a time with a colon', kind: 'timeWithColon', rule: 'notatie' },
    'De markt begint om 9:00 uur.',
    '9:00',
  ),
  writeAnswer({ title: 'a long number', kind: 'longNumber', rule: 'notatie' }, 'Er zijn 10000 peren.', '10000'),
  writeAnswer(
    { title: 'a number with a decimal point', kind: 'decimalPoint', rule: 'notatie' },
    'Een peer weegt 2.5 ons.',
    '2.5',
  ),
]
