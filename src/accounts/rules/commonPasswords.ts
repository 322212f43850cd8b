/**
 * Words that people make passwords of, in letters only and without accents: compared with a password once its digits and
 * signs are taken off, so that « Azerty1! » and « Bonjour*2024 » are found (French lists of leaked passwords; the notice's
 * own rule lets them through).
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `azerty azertyu azertyuiop qsdfgh qsdfghjklm wxcvbn qwerty qwertyui qwertyuiop qwertz asdfgh asdfghjkl zxcvbn zxcvbnm
  abc abcd abcde abcdef abcdefg abcdefgh aqwzsx aqwzsxedc aqzsedrf
  motdepasse monmotdepasse motdepass passe mdp password passwd passw pass secret secrete
  bonjour bonsoir salut coucou bienvenue welcome hello merci
  soleil doudou chouchou loulou nounours princesse princess chocolat choupette cherie cheri bebe minou titi toto tata
  jetaime jtm iloveyou love amour bisous bisou famille maman papa mamour
  marseille paris lyon france clermont clermontferrand auvergne aurillac vichy montlucon bretagne psg asse olympique
  football foot rugby basket tennis moto voiture ferrari mercedes
  lundi mardi mercredi jeudi vendredi samedi dimanche printemps automne hiver
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
  brevet brevetprofessionnel brevetpro examen examens candidat candidate cyclades registre rectorat academie inscription
  inscriptions education diplome concours apprenti apprentie coiffure coiffeur coiffeuse
  admin administrateur administrator root user utilisateur compte moncompte identifiant connexion login test testtest essai
  demo changeme changezmoi letmein master super superman batman pokemon naruto dragon monkey starwars shadow
  nicolas camille thomas julien alexandre sebastien christophe stephane philippe laurent isabelle nathalie sandrine caroline
  celine virginie stephanie aurelie emilie pauline marine manon chloe lea emma jade louise hugo lucas enzo nathan mathis
  mohamed mehdi karim fatima yasmine vincent guillaume maxime antoine romain kevin jeremy anthony jonathan`.split(
    /\s+/,
  ),
);
