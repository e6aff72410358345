/** Every sentence of the chat page that a person can read or hear. Written with "je", in short and plain sentences. */
export const strings = {
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
  thisConversation: 'Dit gesprek',
  save: 'Bewaar gesprek',
  print: 'Print gesprek',
  erase: 'Wis gesprek',
  eraseMessage: 'wis mijn gesprek',
  fileName: 'gesprek-met-opstap.txt',
  fileTitle: 'Gesprek met Opstap',
  fileBot: 'Opstap (computer)',
  filePerson: 'Jij',
  noScript:
    'Deze pagina heeft JavaScript nodig. Zet JavaScript aan en laad de pagina opnieuw. Of open de pagina op een ander apparaat. Heb je nu hulp nodig? Gebruik dan een van deze nummers.',
} as const

/** How much room is left in the box; below nothing, what to do. */
export function charactersLeft(count: number): string {
  if (count < 0) return `Je bericht is ${-count} tekens te lang. Verstuur het in twee delen.`
  return count === 1 ? 'Nog 1 teken over.' : `Nog ${count} tekens over.`
}

/** Name of a text size, in percent. */
export function textSizeLabel(percent: number): string {
  return `${percent} %`
}
