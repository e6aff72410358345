import type { CrisisRule } from './crisis-rule.ts'

/** Rood, by family: the last words, the means in hand with the act, and no longer holding back. Facts §1.3, §1.4. */
export const roodMomentRules: readonly CrisisRule[] = [
  {
    name: 'laatste-woorden',
    level: 'rood',
    reading: 'own',
    patterns: [
      'dit|dat ~3 laatste ~5 van ~1 mij|me ~2 hoort|horen|hoor|lezen|leest|ziet|zien',
      'brief|briefje|brieven ~4 ligt|liggen|geschreven|klaar|achtergelaten ~8 @familie|kinderen|familie|ouders|iedereen % ik ~1 ga ~2 nu|weg|dan|gaan|slapen',
      'brief|briefje|brieven ~6 @familie|kinderen|familie|ouders|iedereen ~6 ligt|liggen|geschreven|klaar % ik ~1 ga ~2 nu|weg|dan|slapen',
      'brief|brieven|briefje ~3 geschreven|achtergelaten ~2 ga ~1 nu $',
      '@voertuig ~1 komt ~1 eraan|nu|zo|aan ~3 vaarwel|sorry $',
      'zeg|vertel|zeggen|vertellen ~2 mijn ~1 @familie|kinderen|ouders ~3 dat ik ~3 hield|hou|houd|spijt',
      'zorg|zorgen ~3 voor ~2 mijn ~1 hond|kat|@familie|kinderen ~3 ik ga ~1 $',
      '@straks ~3 doen|doe ~4 niemand ~4 tegenhouden|stoppen|ompraten',
      '^ ~2 sta|zit|hang|balanceer ~2 op ~1 de|het rand|randje _2 $',
      'vaarwel|adieu|adios ~2 allemaal|wereld|iedereen|mensen',
      'ga ~2 nu|weg % ^ zorg|zorgen ~2 goed ~1 voor ~2 mijn ~1 hond|kat|@familie|kinderen',
      '@straks ~8 ben ik ~2 er ~1 niet|nooit ~1 meer $',
      '@straks ~4 klaar|afgelopen|voorbij|gedaan ~3 ik ~3 niet|nooit ~2 meer $',
    ],
    unless: [
      '@werkding',
      'groep|collega*|vakantie|verhuis*|weekend|chat|app|onderwerp|vrij|verlof|klas|sinterklaas|pensioen|telefoon|financieel|financien|burnout|armoede|stoep|zwembad',
      'morgen ~6 ben ik ~2 er ~2 niet $',
    ],
  },
  {
    name: 'middel-en-daad',
    level: 'rood',
    reading: 'own',
    patterns: [
      'bloed|bloeden|bloedt ~6 ik ~2 heb ~3 gesneden|gekrast',
      'allemaal|alle|alles ~2 @genomen ~4 @pil',
      '^ _2 ik? heb ~1 ze ~1 allemaal|alle ~1 @genomen ~3 @pil',
      'gebeurd|gedaan ~3 ik ~1 heb ~1 ze|alles|allemaal ~2 @genomen',
      'heb|pak|houd|hou|zit|sta|met|gepakt|gekocht ~3 @wapen|scheermesje|scheermesjes|glasscherf ~6 ga|zal|maken|doe ~4 mezelf|me|mij|pols|polsen|aders',
      'ga|zal ~2 mezelf|me|mij|mijn ~5 snijden|steken|doorsnijden|ophangen|doodschieten|doodsteken|opensnijden % @wapen ~3 hand|handen|klaar|vast|hier|naast',
      'sta|zit|ben|lig|hang ~2 klaar ~1 om ~2 springen|stappen $',
      'niet|niks ~3 tegenhouden|inhouden|beheersen|bedwingen|onderdrukken|controle ~8 mezelf|me|mij ~3 aandoen|snijden|doden|verhangen|ophangen|kant|iets|wat',
      'mezelf ~3 iets|wat ~1 aandoen|snijden ~8 nu ~3 niet ~3 tegenhouden|inhouden|beheersen|bedwingen',
    ],
    unless: [
      'op ~1 tijd|recept',
      '@snijgerei',
      'moet|krijg|slik ~5 @pil',
      'trampoline|parachute|bungee*|zwembad|duikplank|duiken',
      'keuken|kok|vlees|groente|vinger|brood|scheren',
    ],
  },
  {
    name: 'gevaar-dichtbij',
    level: 'rood',
    door: 'geweld-thuis',
    reading: 'plain',
    patterns: [
      '@dader|inbreker|vent ~4 binnen|deur|gang|huis|kamer|keuken|tuin ~2 met ~3 @wapen|hamer|knuppel',
      '@dader ~3 slaat|schopt|wurgt|mishandelt ~1 me|mij ~2 help|112',
      '@dader ~1 is ~3 mij|me|@ander|kinderen|baby ~2 aan ~1 slaan|schoppen|wurgen|mishandelen|vermoorden',
      '@ander ~6 @straks ~2 gaat|wil ~3 springen|dood|doodgaan|zelfmoord|ophangen|verhangen',
    ],
    unless: [
      'vroeger|toen|film|serie|boek',
      'keuken ~4 werk*|kok|koken',
      'collega*|kok ~4 keuken',
      'aan|met|van|bij|op|in|naar|voor|uit ~2 @werkding ~1 $',
      'trampoline|zwembad|touwtje',
    ],
  },
]
