/** A contract that comes with an order: its terms are `content`. */
export type Contract = { name: string; url: string; content: string };

/** Invented contracts, in the language and with the accents that the real ones have for a French account. */
export const DEFAULT_CONTRACTS: readonly Contract[] = [
  {
    name: 'Conditions générales de service',
    url: 'https://contracts.example/conditions-generales.pdf',
    content:
      'CONDITIONS GÉNÉRALES DE SERVICE (local)\n\nCes conditions n’engagent personne : rien ici n’est réel.\n',
  },
  {
    name: 'Conditions particulières Public Cloud',
    url: 'https://contracts.example/public-cloud.pdf',
    content:
      'CONDITIONS PARTICULIÈRES PUBLIC CLOUD (local)\n\nLe projet, créé en mémoire, dure le temps du bac à sable.\n',
  },
];
