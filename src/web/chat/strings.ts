/** Every sentence of the chat page that a person can read or hear. Written with "je", in short and plain sentences. */
const nl = {
  /** Language tag, for the server and for screen readers. */
  tag: 'nl-NL',
  title: 'Opstap: praten over de stap naar werk',
  name: 'Opstap',
  skipToInput: 'Ga naar je bericht',
  conversation: 'Gesprek',
  botLabel: 'computer:',
  personLabel: 'jij:',
  human: 'Praat met een mens',
  helpNow: 'Hulp nu',
  helpNowLabel: 'Hulp nu: altijd bereikbaar',
  newTab: '(opent in een nieuw tabblad)',
  answers: 'Antwoorden om te kiezen',
  explainRow: 'Meer over dit antwoord',
  explain: {
    makkelijker: 'Makkelijker',
    korter: 'Korter',
    voorbeeld: 'Voorbeeld',
    waarom: 'Waarom zeg je dit?',
  },
  message: 'Je bericht',
  send: 'Verstuur',
  chooseButton: 'Kies een knop hierboven.',
  typeInstead: 'Toch zelf typen',
  overview: 'Laat de onderwerpen zien',
  overviewMessage: 'menu',
  waiting: 'Wacht op verbinding',
  sending: 'Wordt verstuurd',
  refused: 'Dit bericht is niet aangekomen.',
  retry: 'Opnieuw',
  remove: 'Weghalen',
  messageSent: 'Bericht verstuurd.',
  messageWaiting: 'Je bericht wacht op verbinding.',
  botSays: 'Opstap zegt:',
  looking: 'Ik zoek het antwoord.',
  lookingLong: 'Het duurt langer dan anders. Je bericht is bewaard.',
  resuming: 'Ik haal je gesprek op.',
  offline: 'Er is nu geen verbinding. Schrijf gerust door. Je bericht gaat mee zodra het weer kan.',
  startedAnew: 'Je vorige gesprek is er niet meer. We beginnen opnieuw. Dat ligt niet aan jou.',
  menu: 'Menu',
  menuLabel: 'Instellingen en gesprek',
  answering: 'Hoe wil je antwoorden?',
  typing: 'Zelf typen',
  buttonsOnly: 'Alleen knoppen',
  textSize: 'Grootte van de letters',
  keep: 'Mijn gesprek bewaren',
  keepPage: 'Open om te printen',
  keepText: 'Als tekstbestand',
  keepLater: 'Dat kan zodra er verbinding is.',
  eraseTitle: 'Mijn gesprek wissen',
  erase: 'Wis gesprek',
  eraseMessage: 'wis mijn gesprek',
  noScript:
    'Deze pagina heeft JavaScript nodig. Zet JavaScript aan en laad de pagina opnieuw. Of open de pagina op een ander apparaat. Heb je nu hulp nodig? Gebruik dan een van deze nummers.',
  /** How much room is left in the box; below nothing, what to do. */
  charactersLeft: (count: number): string => {
    if (count < 0) return `Je bericht is ${-count} tekens te lang. Verstuur het in twee delen.`
    return count === 1 ? 'Nog 1 teken over.' : `Nog ${count} tekens over.`
  },
  /** Name of a text size, in percent. */
  textSizeLabel: (percent: number): string => `${percent} %`,
}

/** The words of the page in one language. */
export type Strings = typeof nl

const en: Strings = {
  tag: 'en-GB',
  title: 'Opstap: talking about the step to work',
  name: 'Opstap',
  skipToInput: 'Go to your message',
  conversation: 'Conversation',
  botLabel: 'computer:',
  personLabel: 'you:',
  human: 'Talk to a person',
  helpNow: 'Help now',
  helpNowLabel: 'Help now: always there',
  newTab: '(opens in a new tab)',
  answers: 'Answers to choose from',
  explainRow: 'More about this answer',
  explain: {
    makkelijker: 'Easier',
    korter: 'Shorter',
    voorbeeld: 'Example',
    waarom: 'Why do you say this?',
  },
  message: 'Your message',
  send: 'Send',
  chooseButton: 'Choose a button above.',
  typeInstead: 'Type it myself',
  overview: 'Show the topics',
  overviewMessage: 'menu',
  waiting: 'Waiting for a connection',
  sending: 'Being sent',
  refused: 'This message did not arrive.',
  retry: 'Try again',
  remove: 'Remove',
  messageSent: 'Message sent.',
  messageWaiting: 'Your message waits for a connection.',
  botSays: 'Opstap says:',
  looking: 'I am looking for the answer.',
  lookingLong: 'This takes longer than usual. Your message is safe.',
  resuming: 'I am getting your conversation back.',
  offline: 'There is no connection now. Just go on writing. Your message will be sent as soon as it can.',
  startedAnew: 'Your earlier conversation is no longer there. We start again. It is not your fault.',
  menu: 'Menu',
  menuLabel: 'Settings and conversation',
  answering: 'How do you want to answer?',
  typing: 'By typing',
  buttonsOnly: 'With buttons only',
  textSize: 'Size of the letters',
  keep: 'Keep my conversation',
  keepPage: 'Open to print',
  keepText: 'As a text file',
  keepLater: 'You can do that once there is a connection.',
  eraseTitle: 'Delete my conversation',
  erase: 'Delete conversation',
  eraseMessage: 'delete my conversation',
  noScript:
    'This page needs JavaScript. Turn on JavaScript and load the page again. Or open the page on another device. Do you need help now? Then use one of these numbers.',
  charactersLeft: (count) => {
    if (count < 0) return `Your message is ${-count} characters too long. Send it in two parts.`
    return count === 1 ? '1 character left.' : `${count} characters left.`
  },
  textSizeLabel: (percent) => `${percent} %`,
}

/** The languages the page can be in; the first is the one it has when nobody asks for another. */
export const strings = { nl, en } satisfies Record<string, Strings>

/** A language the page can be in. */
export type Language = keyof typeof strings

/**
 * Finds the language of a text or page.
 * @param tag language tag, `en-GB` or `en`
 * @returns undefined when the page has no words in it
 */
export function findLanguage(tag: unknown): Language | undefined {
  const language = typeof tag === 'string' ? tag.slice(0, 2).toLowerCase() : undefined
  return language === 'nl' || language === 'en' ? language : undefined
}
