/**
 * Words that the crisis rules name together, in canonical spelling (`spelling.ts`), separated by spaces.
 * `@name` in a pattern stands for any word of the class.
 */
export const wordClasses = {
  /** Words without weight of their own. */
  vul: 'zo gewoon echt te maar ook wel eigenlijk soms vaak nu hier dan heel toch liever helemaal weer nog graag even al hoor man sorry help pff serieus gewoonweg altijd steeds dus ff misschien nou jongens mensen alsjeblieft aub verdomme godverdomme lang langer allemaal vandaag zelf het alleen eerlijk gezegd mij',
  wil: 'wil wilde wou wilt willen wens wenste hoop hoopte zou',
  gaat: 'ga gaat wil zal moet kom',
  dood: 'dood doodgaan sterven overlijden doodmaken',
  /** Words that make a mention of dying a wish, a plan or a brooding, wherever they stand. */
  doodwens:
    'wil wilde wou wilt willen mag mocht kon hoop hoopte hoopt liever liefst beter klaar verlang verlangen smeek snak gedachte gedachten gedachtes denk dacht nadenk denken droom fantaseer fantasie plan plannen zin rustig fijn heerlijk gewoon moeten moest mooi enige enigste steeds smachten hunker hunkeren uitkijken rust bevrijding verlossing wens wenste bid verdien zoek kopen pijnlijk pijnloos klaarmaken geregeld bereid oplossing uitweg',
  /** The word itself and its softer names. */
  sterf:
    'dood doodgaan dooie gestorven stierf sterven overlijden sterf creperen creper verrekken heengaan begrafenis crematie',
  zelfmoord: 'zelfmoord* zelfdoding* suicide* suicidaal* suicid* selbstmord*',
  nu: 'vanavond vannacht straks vandaag zometeen meteen dadelijk nu morgen morgenochtend vanmiddag vanochtend direct weekend overmorgen onderweg',
  soon: 'morgenvroeg vanavond vannacht straks vandaag zometeen meteen dadelijk nu morgen morgenochtend vanmiddag direct',
  niet: 'niet geen nooit niks',
  leef: 'leven leef bestaan besta bestond bestaat ademen adem ademhalen leefde doorleven voortleven verderleven',
  /** Wishing, needing, being able: what a wish hangs on. */
  wens: 'wil wilde wou wilt willen wens wenste hoop hoopte zou mag mocht hoef hoeft hoeven hoefde liever liefst verlang verlangen droom bid smeek snak zin durf graag beter',
  betere:
    'beter opgelucht opluchting blij blijer rust rustiger makkelijker gemakkelijker gelukkiger gelukkig verlost vrij fijner fijn goedkoper leuker lucht verademing opgelost vanaf feest vrolijker ontlast zorgen feestje lichter',
  zelfschade: 'automutilatie zelfbeschadiging zelfverminking zelfpijniging zelfdestructie zelfkastijding automutileert',
  haat: 'haat haatte walg verafschuw minacht',
  kerf: 'snijd snijden sneed kras krassen kraste kerf kerven krab krabben verwond verwonden beschadig beschadigen brand branden brandde bijt bijten sla slaan bont gesneden gekrast gekerfd verwondt straf straffen pijnig pijnigen prik prikken toetakel gebrand beschadigd',
  sprong:
    'springen spring sprong gesprongen gelegen gooi gooien werp werpen stappen liggen lopen loop vallen val duik duiken laten eraf storten stort',
  voertuig: 'trein treinen tram metro auto vrachtwagen bus sneltrein goederentrein intercity sprinter vrachtauto',
  diepte:
    'brug dak flat balkon gebouw toren viaduct raam kerktoren parkeergarage reling rots klif verdieping kade pont kerk torenflat hoogte',
  /** Where a person in danger stands; harmless without a second word. */
  afgrond:
    'brug spoor rails dak flat viaduct reling balkon kanaal water rivier zee ijssel gracht overweg spoorwegovergang spoorovergang perron vensterbank sluis sluizen steiger pier dijk haven kade bruggen toren rand afgrond parkeergarage maas waal rijn treinbaan snelweg torenflat klif',
  /** Where nobody stands without a reason. */
  rand: 'spoor rails dakrand balkonrand reling balustrade spoorbrug treinspoor treinrails spoorbaan vangrail spoorlijn',
  stuur: 'rij rijd rijden reed knal knallen stuur sturen scheur ram rammen crash',
  middel:
    'touw strop koord pistool geweer vuurwapen gif strip strips scheermesje scheermesjes scheermes stanleymes pil* medicijn* slaappil* paracetamol* oxazepam temazepam lorazepam diazepam doosje doosjes mes mesje',
  tuig: 'touw strop koord pistool geweer vuurwapen gif scheermesje scheermesjes scheermes stanleymes',
  gif: 'schoonmaakmiddel bleek bleekmiddel chloor ontstopper gootsteenontstopper gif rattengif vergif antivries spiritus terpentine afwasmiddel methanol wasbenzine zuur benzine ammoniak wasmiddel wc-reiniger toiletreiniger ruitenvloeistof motorolie peut thinner verf ontvetter vaatwasblokje vaatwasblokjes nagellakremover aceton afbijt soda allesreiniger ontkalker gootsteen',
  straks:
    'straks vanavond vannacht zometeen dadelijk meteen nu morgen morgenochtend morgenvroeg vanmiddag direct vandaag weekend hierna zo',
  stem: 'tv televisie radio stem stemmen duivel satan god allah engel engelen demon demonen jezus jinn djinn geest geesten buitenaardsen',
  beveel:
    'zegt zeggen zei wil willen dwingt dwingen beveelt bevelen roept roepen fluistert fluisteren commandeert schreeuwen schreeuwt opdracht opdrachten bevel vertellen vertelt moet vraagt vragen eist eisen',
  dreig: 'jullie hij zij ze iedereen begeleider chef baas',
  eerder: 'vroeger destijds ooit geleden toentertijd jarenlang jeugd puber puberteit indertijd',
  familie:
    'broer broertje zus zusje moeder vader mama papa ma pa zoon dochter zoontje dochtertje kind kinderen vriend vriendin partner opa oma oom tante neef nicht nichtje neefje schoonmoeder schoonvader schoonzus zwager maat beste stiefvader stiefmoeder',
  ander:
    'broer broertje zus zusje moeder vader mama papa ma pa zoon dochter zoontje dochtertje kind kinderen man vrouw vriend vriendin partner opa oma oom tante neef nicht nichtje neefje schoonmoeder schoonvader schoonzus zwager maat collega client cliente clienten klant klanten buurman buurvrouw buurjongen buurmeisje iemand hij zij ze bewoner bewoners deelnemer deelnemers deelneemster kandidaat kandidaten jongen meisje leerling ex huisgenoot patient patienten kennis persoon jongere jongeren begeleider maatje haar hem stiefvader stiefmoeder mattie matties gabber tiener puber buur bruur zwoager schoonzusje schoonbroer kleinkind kleinzoon kleindochter cursist huisgenote bewoonster mevrouw meneer kameraad vrienden vriendinnen ouders ouder mensen lotgenoot lotgenoten nabestaande nabestaanden',
  dader:
    'hij zij ze man vrouw vriend vriendin partner ex vader moeder broer zus zoon buurman huisgenoot begeleider baas iemand stiefvader oom collega opa',
  zegt: 'zegt zei zeggen riep roept schreef schrijft appt appte stuurde stuurt vertelde vertelt gezegd geappt gestuurd typt mailde mailt zingt zong',
  pil: 'weekdoos pillendoos medicijndoos baxter baxterrol pil* medicijn* medicatie tablet* paracetamol* oxazepam temazepam lorazepam diazepam slaappil* ibuprofen antidepressiva druppels methadon bloedverdunners quetiapine seroquel lithium insuline valium benzo* capsules pammetjes pammen oxa oxas oxaatjes temas tabletjes slaapmiddel slaapmiddelen rivotril tramadol oxycodon oxy oxys morfine fentanyl ritalin pijnstillers kalmeringsmiddelen seresta temesta promethazine zolpidem stilnoct amitriptyline sertraline citalopram venlafaxine olanzapine haldol haloperidol risperdal risperidon clozapine abilify aripiprazol depakine efexor prozac fluoxetine mirtazapine concerta methylfenidaat dexamfetamine codeine propranolol metoprolol nortriptyline paroxetine seroxat dormicum midazolam alprazolam xanax bromazepam lexotanil dipiperon lamotrigine pregabaline diclofenac naproxen aspirine aspro digoxine',
  genomen:
    'leeggegeten leeggemaakt leeggeslikt naarbinnen ingenomen weggewerkt achterovergeslagen weggespoeld binnengewerkt gesnoept doorgespoeld geslikt genomen ingeslikt opgegeten doorgeslikt weggeslikt opgenomen',
  veel: 'alle al veel teveel hele heleboel overdosis handvol zoveel honderd vijftig veertig dertig twintig tien 8 10 12 15 16 18 20 24 25 28 30 32 36 40 45 48 50 60 80 90 100 strip strips doosjes doos doosje dozen potjes zakjes potje pot bak zak',
  mezelf: 'mezelf mij me',
  /** What people here end, stop with, or cannot see themselves do: the object that makes a phrase harmless. */
  werkding:
    'dagbesteding* contract* baan baantje werk werken werkplek* werkgever* werkzaamheden traject* indicatie* uitkering* wajong wia uwv bijstand ziektewet stage* opleiding* cursus* studie school proefplaatsing* jobcoach* begeleiding* begeleider* gesprek* sollicit* vrijwilligerswerk participatiewet gemeente regeling* subsidie* abonnement* relatie huwelijk roken blowen drinken* alcohol gamen verslaving ruzie discussie schulden schuld schuldhulp* bewindvoering bewind bewindvoerder* huur huurcontract* samenwerking project* club sport therapie behandeling medicatie gedoe pesten gepest verhuizing verhuizen lening* onzekerheid misverstand onzin procedure* aanvraag afspraak afspraken collega* reis reizen ritme atelier* houtwerkplaats kantine keuken tuin* ploeg baas dienst diensten nachtdienst* vroegdienst* team werkvloer beschut toeslag*',
  /** How much, where, with whom we talk: harmless beside "niet meer", but no object to end. */
  maat: 'uren uur dag dagen week weken fulltime parttime 40 32 36 24 20 16 12 8 procent hulp chat bot',
  /** Things that people call dead, or could murder. */
  ding: 'printer laptop computer scherm toetsenbord muis telefoon mobiel mobieltje iphone tablet accu batterij oplader lader stekker lamp auto scooter brommer fiets motor machine apparaat ding lijn wekker koelkast wasmachine router internet wifi koffieapparaat koffiezetapparaat tv afstandsbediening app site website systeem bestand hoortoestel bijl kassa plant planten bloem bloemen',
  feestdag:
    'kerst kerstmis zomer winter lente voorjaar herfst verjaardag nieuwjaar jaarwisseling zondag oudjaar pasen pinksteren sinterklaas',
  /** A farewell with these is a party. */
  feestelijk:
    'gebak gebakjes taart taartjes koek koekjes traktatie trakteren trakteer tompoucen tompouce borrel borreltje receptie feestje etentje lunch cadeau cadeautje cadeautjes bloemetje vlaai',
  lichaam:
    'arm armen been benen onderarm onderarmen bovenbeen bovenbenen dijen dij bovenarm pols polsen enkel huid lichaam lijf buik hand handen',
  snijgerei:
    'groente groenten vlees brood ui uien vinger vingers keuken papier kaas fruit hout karton haar stof vis koken kaart kaarten hoek weg bocht gras heg bloemen worst taart ongeluk doos dozen plastic leer',
  hoogte:
    'spoor rails brug dak flat viaduct reling vensterbank balkonrand dakrand balustrade treinspoor spoorbrug kraan parkeergarage',
  trein: 'trein tram metro auto vrachtwagen bus sneltrein treinen',
  wapen: 'mes mesje mesjes scheermesje messen pistool geweer wapen bijl touw strop gif vuurwapen scheermes stanleymes',
  /** The writer, in any role in the sentence. */
  ikzelf: 'ik mij me mezelf mijn',
  /** Dying itself, never as a part of speech that strengthens. */
  sterven: 'dood doodgaan sterven sterf overlijden creperen doodvallen heengaan doodbloeden',
  /** How somebody speaks of death who is drawn to it. */
  lokt: 'lonkt lokt wenkt komen halen haalt welkom verlost verlossing verlossen bevrijding bevrijd rust rustig opluchting oplossing uitweg fijn fijner heerlijk beter makkelijker gemakkelijker goed mooi mooier zoet vredig vriend troost troostend troostrijk aantrekkelijk verlangen verlang hunker smacht jaloers benijd uitkijken lekker opgelucht vrede vriendelijk vriendelijker genade',
  /** Weapons and what serves as one. */
  wapens:
    'mes mesje messen keukenmes broodmes vleesmes zakmes stanleymes scheermes scheermesje scheermesjes aardappelmesje pistool revolver geweer jachtgeweer luchtbuks windbuks kruisboog vuurwapen wapen blaffer pipa strap machete bijl hamer knuppel honkbalknuppel hakmes shank schroevendraaier glasscherf',
  /** To take somebody's life. */
  doodt:
    'vermoorden vermoord vermoordt doodsteken doodsteek neersteken neersteek doodschieten doodschiet neerschieten neerschiet doodslaan doodsla doodmaken doodmaak afmaken afmaak afslachten omleggen omleg ombrengen wurgen wurg overhoopsteken overhoopschieten kapotschieten kapotslaan kapotmaken kapotsteken afknallen neerknallen neerknal doodtrappen doodrijden platrijden opblazen neermaaien onthoofden uitmoorden liquideren',
  /** What is left to do when one does not come back. */
  nalaat:
    'weggebracht opgeschreven weggegeven opgeruimd geregeld afscheid brief briefje brieven gedag opgezegd afgesloten uitgedeeld klaargelegd testament bankpas wachtwoorden pincode',
  /** What is better than living on. */
  rustplaats: 'kist doodskist graf kerkhof begraafplaats crematorium urn kearkhof grafkist mortuarium rouwkamer',
  /** Who guides, treats or pays somebody, or works beside them. */
  begeleid:
    'begeleider begeleidster begeleiders jobcoach groepsleider bewindvoerder hulpverlener verpleger verpleegkundige behandelaar therapeut psycholoog psychiater spv chef baas leidinggevende werkmeester collega collegas mentor consulent klantmanager taxichauffeur chauffeur vrijwilliger',
  /** Doubt whether one dares. */
  durft: 'durf durfde durft lef moed laf lafaard bang schijterd schijtert ballen kloten',
  dag: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  /** A moment that is near and named. */
  moment:
    'vanavond vannacht straks vandaag zometeen dadelijk morgen morgenochtend morgenvroeg vanmiddag vanochtend weekend overmorgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag minuten minuutjes minuut uurtje kwartier kwartiertje nu',
  /** Who is thought to take somebody from life. */
  hogere:
    'god allah jezus heer engel engelen engeltjes hemel onze-lieve-heer opa oma mama papa moeder vader schepper hein dood iemand ze hij',
  /** Illness and mishap that are hoped for. */
  ramp: 'kanker hartaanval hartstilstand hersenbloeding beroerte aneurysma ongeluk aanrijding terminaal ongeneeslijk ongeneeslijke corona longkanker tumor hartinfarct meteoriet meteoor bom bliksem aardbeving',
  /** What a rescuer did. */
  gered:
    'gevonden gered redden gereanimeerd teruggehaald tegengehouden losgesneden leeggepompt ontdekt reanimeren teruggebracht',
  spijt:
    'baal balen jammer spijt boos haat kut klote waarom waarvoor erg verdrietig teleurgesteld helaas pech stom vervelend zonde rot kwalijk',
  /** The dead, and those who are mourned. */
  doden:
    'dode doden rouwadvertentie* rouwkaart* rouwbericht* overlijdensbericht* overlijdensadvertentie* overledene* gestorvenen begraven kerkhof grafsteen begraafplaats lijk lijken',
  /** Money that comes free by a death. */
  nalatenschap:
    'weduwe weduwnaar levensverzekering* overlijdensverzekering* uitvaartverzekering* erfenis nabestaandenpensioen nabestaandenuitkering begrafenisverzekering verzekeringsgeld',
  /** What is arranged for one's own funeral. */
  uitvaart:
    'uitvaart* begrafenis* crematie* rouwkaart* grafsteen urn doodskist kist uitvaartmuziek begrafenismuziek testament codicil wilsbeschikking grafkist afscheidsdienst rouwdienst',
  geregeld:
    'geregeld uitgezocht uitgekozen gekozen klaar besteld gemaakt geschreven bedacht opgeschreven klaargelegd klaargezet gekocht betaald staat ligt vastgelegd uitgeschreven opgezet',
  wond: 'sneeen sneden snee sneetjes krassen wonden wondjes littekens litteken striemen brandplekken snijwonden brandwonden blaren krasjes strepen',
  vers: 'verse vers nieuwe nieuw weer opnieuw onder vol open bloeden lange zelf verberg verbergen verstop verstoppen',
  wegen:
    'snelweg weg rijbaan tegenligger tegenliggers vrachtwagen vrachtwagens boom bomen muur viaduct vangrail pijler betonblok',
  /** To end one's own life; with "mezelf" beside it. */
  zelfdodend:
    'ombrengen ombreng omgebracht doden doodt doodmaken doodmaak doodgaan vermoorden verdoen verdoe verhangen ophangen opknopen verzuipen verdrinken vergassen vergiftigen verstikken doodschieten doodsteken doodrijden afmaken afmaak kapotmaken opofferen wegmaken doodspringen elektrocuteren neerschieten vermoord',
  /** To have it in mind, by day or by night. */
  broedt:
    'denk dacht denken nadenken gedacht nagedacht pieker peins peinzen gepeinsd droom droomde droomt fantaseer fantasie overweeg overwogen overwegen gedachte gedachten idee neiging drang aandrang verleiding zin plan plannen',
  /** The writer by the place taken in a family. */
  zonderwie:
    'mij me moeder vader dochter zoon vrouw man mama papa oma opa mens zus broer partner sukkel last lastpost blok loser nietsnut mislukkeling ikke mijzelf',
  /** Those who are thought to be better off. */
  naasten:
    'kinderen kind kids kleintjes dochter dochters zoon zoons zoontje dochtertje gezin familie ouders moeder vader man vrouw vriend vriendin partner iedereen wereld jullie ze zij hij zus broer maatschappij gemeente samenleving mensen jobcoach begeleider maat collega collegas hond',
  dierbaar:
    'moeder vader mama papa mam pap ma pa opa oma man vrouw zoon dochter zoontje dochtertje kind broer broertje zus zusje vriend vriendin verloofde maat tweelingbroer tweelingzus partner ouders baby kindje hond kat',
  /** Having died, of a loved one. */
  gestorven:
    'dood overleden gestorven verongelukt uitgestapt weggevallen stierf overleed doodgegaan begraven verdronken',
  /** Who is near enough to hurt the writer. */
  naaste:
    'hij zij ze man vrouw vriend vriendin partner ex vader moeder stiefvader stiefmoeder pa ma papa mama broer broers zus zoon buurman huisgenoot huisgenoten vent kerel wijf gast oom opa neef baas begeleider iemand dealer schoonvader pooier medebewoner bewoner onderbuurman bovenbuurman',
  /** Who cannot get away: children. */
  kindje:
    'kind kinderen kindje kindjes kids kleine kleintje baby babytje peuter kleuter dreumes zoontje dochtertje zoon dochter zusje broertje manneke meiske tweeling kleinzoon kleindochter jochie meisje jongetje',
  /** What pills come in. */
  strip:
    'strip strips pot potje potjes doos doosje doosjes blister blisters fles flesje flacon voorraad weekdoos baxter baxterrol maandvoorraad weekvoorraad',
  /** Taken, eaten or drunk. */
  slikte:
    'geslikt ingenomen genomen opgegeten doorgeslikt weggeslikt leeggeslikt opgeslikt opgedronken gedronken weggewerkt achterovergeslagen naarbinnengewerkt binnengekregen leeggegeten gesnoept gesnoven gespoten leeggedronken achterover naarbinnen innemen',
  /** What a poisoned body feels. */
  voelt:
    'suf slap duizelig slaperig wazig misselijk draaierig tril trillen zweet zweten hartkloppingen flauwvallen flauwval wegzakken wegzak tintelen schuimt kots kotsen kotst spuug overgeven braken braak gevoelloos stuiptrekken krampen benauwd',
  /** Where nobody in danger should be; wider than `afgrond`. */
  randplek:
    'brug brugge dak flat viaduct reling balkon balkonhek brugleuning leuning kanaal water waterkant rivier zee gracht overweg spoorwegovergang spoor rails perron dakrand toren parking parkeergarage parkeerdek vensterbank sluis kade afgrond ravijn klif snelweg treinspoor spoorbrug',
  /** What strikes, stabs or burns. */
  slagwapen:
    'mes mesje messen keukenmes broodmes vleesmes koksmes koksmessen zakmes stanleymes machete bijl hakbijl hamer knuppel honkbalknuppel staaf koevoet pistool geweer revolver wapen vuurwapen schaar priem schroevendraaier benzine bom boksbeugel ketting',
  /** Given away, paid off, cleared out: what is left before a death. */
  weggegeven:
    'weggegeven weggebracht verdeeld uitgedeeld gewist overgemaakt opgezegd weggedaan leeggehaald nagelaten geschonken achtergelaten',
} as const

/** Words that open a new clause; before them a clause has ended. */
export const clauseOpeners = 'en maar want dus of omdat terwijl dat als doordat sinds daarom'
