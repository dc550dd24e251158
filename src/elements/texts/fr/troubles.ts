import type { RareTroubles } from '../texts.ts';

/** French for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Votre navigateur bloque le stockage', 'Cette page doit conserver votre identité. Autorisez les données de ce site, ou quittez la navigation privée.'],
  'storage-full': ['Il n’y a plus de place', 'Votre navigateur n’a plus d’espace pour conserver votre identité. Libérez-en sur cet appareil.'],
  'storage-lost': ['Vos identités ont disparu', 'Le navigateur a effacé les données de cette page. Configurez à nouveau votre identité ; cela prend une minute.'],
  insecure: ['Cette page n’est pas sécurisée', 'Son adresse doit commencer par https. Veuillez prévenir le responsable du site.'],
  unsupported: ['Ce navigateur est trop ancien', 'Mettez-le à jour, ou ouvrez cette page dans un autre navigateur.'],
  origin: ['Ce site n’est pas autorisé', 'Le service ne connaît pas ce site. Veuillez prévenir son responsable.'],
  configuration: ['Ce site est mal configuré', 'Veuillez prévenir son responsable, avec le code ci-dessous.'],
  expired: ['Cette confirmation n’est plus valable', 'Elle est trop ancienne ou a déjà servi. Nous pouvons vous envoyer un nouvel e-mail.'],
  cancelled: ['La confirmation a été refusée', 'Quelqu’un l’a annulée ou a choisi un autre nombre. Si c’était une erreur, nous pouvons vous envoyer un nouvel e-mail.'],
  'identity-expired': ['Cette identité a expiré', 'Elle n’a pas servi depuis longtemps. Enregistrez-vous à nouveau pour continuer.'],
  'identity-damaged': ['Cette identité est endommagée', 'Ce que votre navigateur en a gardé est illisible. Enregistrez-vous à nouveau pour continuer.'],
  refused: ['Vous n’avez pas accès', '{service} ne vous laisse pas entrer avec cette identité. Votre code PIN n’est pas en cause.'],
  'identity-unknown': ['Cette identité est inconnue', 'Elle n’est plus sur cet appareil. Enregistrez-vous à nouveau pour continuer.'],
  declined: ['La demande a été refusée', 'Elle a été refusée sur un téléphone ou retirée. Demandez-en une autre sur l’autre appareil.'],
  claimed: ['Un autre téléphone a été plus rapide', 'Un autre téléphone a répondu à cette demande. Si ce n’était pas vous, déconnectez-vous sur l’autre appareil.'],
  'number-expired': ['Cette demande est terminée', 'Regardez l’autre appareil : vous y êtes peut-être déjà connecté. Sinon, il affiche un nouveau numéro.'],
};
