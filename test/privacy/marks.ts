import type { RedactionMarks } from '../../src/privacy/redact.ts'

/** Marks as they are in Dutch; fixed here, so that a change of words changes no test of the rules. */
export const marks: RedactionMarks = {
  phone: 'telefoonnummer',
  email: 'mailadres',
  bsn: 'burgerservicenummer',
  iban: 'rekeningnummer',
  card: 'bankpasnummer',
  address: 'adres',
  postcode: 'postcode',
  date: 'datum',
  document: 'documentnummer',
  number: 'nummer',
  name: 'naam',
}
