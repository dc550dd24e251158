import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('pt');

/** Portuguese for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Entrar com o telemóvel',
  qrHint: 'Leia o código com o telemóvel.',
  numberHint: 'Leia o código ou introduza o número no telemóvel.',
  numberHintAt: 'Leia o código, ou abra {address} no telemóvel e introduza o número.',
  accessNumber: (digits) => `Número de acesso ${digits}`,
  qrLabel: 'Código QR do mesmo pedido',
  secondsLeft: (count) => `Tempo restante: ${inSeconds(count)}`,
  numberShown: (digits, count) => `Número de acesso ${digits}. É válido durante ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Novo número de acesso ${digits}.`,
  numberExpired: 'O número de acesso expirou.',
  newNumber: 'Novo número',
  copyNumber: 'Copiar número',
  copied: 'Copiado',
  scanned: 'Código lido. À espera da autenticação…',
  authenticating: 'A autenticar…',
  declined: 'O início de sessão foi recusado no telemóvel.',
  paused: 'Há algum tempo que não está aqui ninguém. Mostre um novo número para continuar.',
  phoneSignedInAs: 'Sessão iniciada como {userId}',
  notYou: 'Não é você?',
  signedOutThere: 'A sua sessão foi terminada no telemóvel.',
};
