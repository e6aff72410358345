import type { CrisisRule } from './crisis-rule.ts'

/** Wit: about somebody else, the past, or information. Never silence: 113 is there for relatives and professionals too. Facts §1.3, §1.5. */
export const witRules: readonly CrisisRule[] = [
  {
    name: 'ander-wil-dood',
    level: 'wit',
    reading: 'plain',
    patterns: [
      '@ander ~5 wil|wilde|wou|willen|zou|denkt|dacht|zegt|zei ~6 @dood',
      '@ander ~5 niet _1 meer|langer|verder _2 leven',
      '@ander ~4 eind|punt ~1 aan ~3 maken|leven',
      '@ander ~3 ~3 uit ~1 het leven ~1 stappen',
      '@ander ~4 zich|zichzelf|haarzelf|hemzelf ~3 aandoen|kant|snijdt|snijden|ophangen|opgehangen|verhangen|doden|beschadigt|pijn',
      '@ander ~4 snijdt|krast ~1 zich|zichzelf',
      '@ander ~3 heeft|had|deed ~5 poging',
      '@ander ~3 poging ~1 gedaan',
      '@ander ~5 voor ~1 de trein ~1 gesprongen|springen',
      '@ander ~3 van ~1 de|het brug|dak|flat gesprongen|springen',
      '@ander ~5 doodswens|afscheidsbrief',
      '@ander ~4 van ~2 het? leven|kant ~1 beroofd|gemaakt|maken',
      '@ander ~4 hing|hangt|sprong|springt ~2 zich ~2 op|voor',
      '@ander ~3 zich ~1 op ~1 gehangen|toen',
      '@ander ~3 hing zich op',
    ],
    unless: ['plant*|telefoon|auto|batterij|hond|kat', 'dood gevonden|spoor|werken|lachen|moe'],
  },
  {
    name: 'zelfmoord-bij-een-ander-of-vroeger',
    level: 'wit',
    reading: 'plain',
    patterns: [
      '@zelfmoord',
      'euthanasie*',
      'automutilatie|zelfbeschadiging',
      'verkracht|misbruikt|mishandeld|aangerand',
    ],
    unless: [
      'gegevens|naam|bankrekening ~3 misbruikt',
      'vroeger ~4 leven ~2 leuk|mooi|anders|makkelijker|beter',
      'dood ~1 moe|spoor',
    ],
  },
  {
    name: 'iemand-is-dood',
    level: 'wit',
    reading: 'plain',
    patterns: [
      'mijn|me|onze ~1 @familie|man|vrouw|collega|buurman|buurvrouw|ex ~3 is|zijn|ging|gaat ~3 dood|doodgaan $',
      'mijn ~1 @familie|man|vrouw is ~2 dood',
    ],
    unless: ['dood ~1 moe|op|ziek|bang|spoor'],
  },
  {
    name: 'informatie',
    level: 'wit',
    reading: 'plain',
    patterns: [
      'wat|hoe|waar ~4 113',
      'is|bel|belt|bellen|nummer|chat ~2 113',
      'iemand ~2 die ~2 dood ~1 wil',
      'client|deelnemer|bewoner|kandidaat ~6 suicidaal|crisis',
      'zorgen ~2 om|over ~4 dood',
      'bang ~4 @ander ~4 iets|wat ~1 aandoen',
    ],
  },
]
