import type { CrisisRule } from './crisis-rule.ts'
import { dyingIdioms } from './dying-idioms.ts'

/** Oranje, by family: help with dying, being taken, an earlier attempt, farewell to one's own, and being held or touched. Facts §1.4, §1.7. */
export const oranjeReliefRules: readonly CrisisRule[] = [
  {
    name: 'wil-verlost-worden',
    level: 'oranje',
    reading: 'own',
    risesWhenSoon: true,
    patterns: [
      'iemand|wie|jullie|je ~2 mij|me ~2 helpen|help|helpt ~4 sterven|doodgaan',
      'iemand|wie|jullie|je ~2 helpen|help|helpt ~2 mij|me ~3 sterven|doodgaan',
      'uit|van|verlos|verlossen ~2 mijn ~1 lijden',
      'laat|laten ~2 god|allah|jezus|heer|dood ~3 me|mij ~3 meenemen|halen|nemen|roepen|ophalen',
      'god|allah|jezus|heer ~4 mij|me ~2 meenemen|meeneemt|komt halen',
      'als ik ~2 @sterf ~3 blij|rust|klaar|opgelucht|verlost|vrij|opgelost',
      'hoop|bid|@wens ~6 mijn ~1 laatste ~2 is|was|wordt|word|$',
      'mijn ~1 tijd ~1 is ~1 gekomen',
      'mijn ~1 tijd ~2 hier|aarde ~2 op|om|voorbij|klaar',
      'zin ~2 leven ~1 heb|is|ben ~3 niet|weg|kwijt|geen',
      '@wens ~3 dat ~2 eindigt|stopt|ophoudt|voorbij ~3 leven',
      '@wens|had|hadden|waarom ~4 @voertuig ~4 mij|me ~4 geraakt|doodgereden|overreden|geschept|aangereden',
      'had|hadden ~4 mij|me ~4 doodgereden|overreden|doodgeschoten|doodgestoken|doodgeslagen|doodgemaakt',
      '@wens|ga ~3 doodvallen|doodbloeden|wegkwijnen|doodspringen',
      'rij|rijd|rijden|spring|val ~3 mezelf|me|mij ~3 pletter',
      'genoeg ~2 @pil ~3 om ~3 doen|stoppen|eindigen',
      'last|blok|lastpost ~5 jullie|iedereen|ze|gezin|familie ~3 beter af',
    ],
    unless: [
      ...dyingIdioms,
      'aan|met|van|bij|op|in|naar|voor|uit ~2 @werkding ~1 $',
      'prikken|spelletje|rijles',
      'laatste ~1 keer|sigaret|biertje|pilsje|kans|baan',
    ],
  },
  {
    name: 'heeft-het-eerder-geprobeerd',
    level: 'oranje',
    reading: 'own',
    patterns: [
      'heb ~6 geprobeerd|probeerde ~4 dood|doodgaan|sterven|verhangen|ophangen|verdrinken|@zelfmoord',
      'geprobeerd ~4 mezelf|me|mij ~4 kant|verhangen|ophangen|verdrinken|doden|leven|vermoorden|doodmaken',
      'heb ~4 geprobeerd ~4 touw|strop|polsen|overdosis|trein|uitlaat*',
      'heb ~3 mezelf|me|mij ~4 geprobeerd ~4 kant|verhangen|ophangen|verdrinken|doden|vermoorden|doodmaken',
    ],
    unless: [...dyingIdioms, 'afvallen|minderen|trein ~3 te'],
  },
  {
    name: 'neemt-afscheid-van-de-zijnen',
    level: 'oranje',
    reading: 'own',
    patterns: [
      'mama|mam|papa|pap|lieverd|lieverds|schat ~1 sorry|vergeef ~4 hou|houd|hield|$',
      'sorry|vergeef ~1 mama|mam|papa|pap|lieverds ~4 hou|houd|hield',
    ],
  },
  {
    name: 'vastgehouden-of-aangeraakt',
    level: 'oranje',
    door: 'geweld-thuis',
    reading: 'plain',
    patterns: [
      '@dader ~3 mij|me ~2 aangeraakt|betast|gezoend|vastgepakt ~7 niet|ongewenst|borsten|billen|kruis|onder|broek|vies',
      'mag ~3 van ~2 @dader ~3 huis|deur|buiten ~2 niet ~2 uit|$',
      'houden|houdt ~2 me|mij ~2 vast ~4 weg|los|bang|help|gaan',
    ],
    unless: ['vroeger|jaar|jaren', 'film|serie', 'werk|traject|regels|systeem|aan ~1 afspraak|afspraken'],
  },
]
