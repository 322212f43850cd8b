export const texts = {
  flash: {
    signee: "Fiche signée. Il lui faut l'accord d'un autre membre.",
    accord: 'Accord enregistré.',
    desaccord: 'Désaccord enregistré\u00a0: la fiche reste ouverte.',
  },
  shell: {
    title: 'Notation sans réseau',
    text: 'Cette page montre les fiches gardées sur cet appareil. Il lui faut JavaScript.',
  },
};
